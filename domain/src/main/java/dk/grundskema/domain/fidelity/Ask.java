package dk.grundskema.domain.fidelity;

import java.util.List;
import java.util.Objects;

/**
 * One thing that is asked of a plan, and what the plan gives of it. Texts are made at the edge: the code is the key of its name, {@code
 * <code>.sentence} that of what is asked and {@code <code>.ours} that of what in it is a number of ours (where there is such a
 * number), both with the arguments as placeholders from 0 on. Numbers are written with the text {@code unit.<unit>}.
 *
 * @param code      stable name {@code <plugin>.ask.<kebab-name>}, or {@code core.ask.<kebab-name>}
 * @param origin    who asks
 * @param status    what came of it
 * @param unit      word for what is counted, such as {@code modules}
 * @param asked     how much is asked, in that unit, 0 or more; 0 where nothing can be counted
 * @param given     how much of it the plan has, 0 or more
 * @param shortBy   how much of it is missing, at least 1 if the status is {@link Status#SHORT}, otherwise 0
 * @param arguments what its sentence mentions: numbers, ids, texts; empty means nothing
 * @param places    where it falls short and why, in order; empty unless the status is {@link Status#SHORT}
 */
public record Ask(
        String code,
        Origin origin,
        Status status,
        String unit,
        long asked,
        long given,
        long shortBy,
        List<Object> arguments,
        List<Place> places) {
    /** What came of it. */
    public enum Status {
        /** The plan has all of it. */
        MET,
        /** Some of it is missing. */
        SHORT,
        /** Nothing in this plan is there to give it: it may be met elsewhere, or not at all. */
        NOT_PLANNED,
        /** It doesn't concern this plan, such as nights in a day camp. */
        NOT_APPLICABLE,
        /** A figure to know beside what is usual; nobody asks for it, so nothing can be missing. */
        NOTED
    }

    /** @throws IllegalArgumentException if a number is negative, or numbers and places don't go with the status */
    public Ask {
        Objects.requireNonNull(origin);
        arguments = List.copyOf(arguments);
        places = List.copyOf(places);
        boolean isShort = status == Status.SHORT;
        boolean fits = isShort == (shortBy > 0) && isShort != places.isEmpty();
        if (asked < 0 || given < 0 || shortBy < 0 || !fits) {
            throw new IllegalArgumentException(
                    "The ask (%s) has the status (%s), asked (%d), given (%d), short by (%d) in (%d) places.\nMaybe make it with counted()?"
                            .formatted(code, status, asked, given, shortBy, places.size()));
        }
    }

    /**
     * Something counted, of which each place lacks a part: given is what is asked less what the places lack.
     *
     * @throws IllegalArgumentException if the places lack more than is asked
     */
    public static Ask counted(
            String code, Origin origin, String unit, long asked, List<Place> places, Object... arguments) {
        long missing = places.stream().mapToLong(Place::shortBy).sum();
        return new Ask(
                code,
                origin,
                missing > 0 ? Status.SHORT : Status.MET,
                unit,
                asked,
                asked - missing,
                missing,
                List.of(arguments),
                places);
    }

    /** Something that this plan doesn't see to at all; {@code asked} is 0 if no number is asked. */
    public static Ask notPlanned(String code, Origin origin, String unit, long asked, Object... arguments) {
        return new Ask(code, origin, Status.NOT_PLANNED, unit, asked, 0, 0, List.of(arguments), List.of());
    }

    /** Something that doesn't concern this plan. */
    public static Ask notApplicable(String code, Origin origin, String unit, Object... arguments) {
        return new Ask(code, origin, Status.NOT_APPLICABLE, unit, 0, 0, 0, List.of(arguments), List.of());
    }

    /** A figure beside what is usual. */
    public static Ask noted(String code, Origin origin, String unit, long usual, long given, Object... arguments) {
        return new Ask(code, origin, Status.NOTED, unit, usual, given, 0, List.of(arguments), List.of());
    }
}
