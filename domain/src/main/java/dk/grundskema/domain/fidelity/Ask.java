package dk.grundskema.domain.fidelity;

import dk.grundskema.domain.intervention.InterventionId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One requirement on a plan and how far the plan meets it. Texts are resolved when they are shown: {@code code} is the key of the name,
 * {@code <code>.sentence} the key of the requirement, and {@code <code>.ours} the key of the note on a number that is a default of the product
 * (where there is one). The latter two get the arguments as placeholders from 0 on. Amounts use the text {@code unit.<unit>}.
 *
 * @param code      stable name {@code <plugin>.ask.<kebab-name>}, or {@code core.ask.<kebab-name>}
 * @param origin    source of the requirement
 * @param status    result
 * @param unit      word for what is counted, such as {@code modules}
 * @param asked     required amount in that unit, 0 or more; 0 where nothing can be counted
 * @param given     amount that the plan provides, 0 or more
 * @param shortBy   missing amount, at least 1 if the status is {@link Status#SHORT} or {@link Status#ACCEPTED}, otherwise 0
 * @param arguments arguments of the sentence: numbers, ids, texts; empty means none
 * @param places    the shortfalls and their reasons, in order; empty unless the status is {@link Status#SHORT} or {@link Status#ACCEPTED}
 */
public record Ask(
        String code,
        AskOrigin origin,
        Status status,
        String unit,
        long asked,
        long given,
        long shortBy,
        List<Object> arguments,
        List<Shortfall> places) {
    /** What came of it. */
    public enum Status {
        /** The plan meets it in full. */
        MET,
        /** The plan meets it in part, or does not meet it. */
        SHORT,
        /** The plan does not meet it, and the planner accepted that in each place. */
        ACCEPTED,
        /** The plan does not cover it. Whether it is met is decided outside the plan. */
        NOT_PLANNED,
        /** It does not apply to this plan, such as nights in a day camp. */
        NOT_APPLICABLE,
        /** A figure for information, shown with the usual value; it is not required, so nothing can be missing. */
        NOTED
    }

    /** @throws IllegalArgumentException if a number is negative, or {@code shortBy} or {@code places} contradict the status */
    public Ask {
        Objects.requireNonNull(origin);
        arguments = List.copyOf(arguments);
        places = List.copyOf(places);
        boolean isShort = status == Status.SHORT || status == Status.ACCEPTED;
        boolean fits = isShort == (shortBy > 0) && isShort != places.isEmpty();
        if (asked < 0 || given < 0 || shortBy < 0 || !fits) {
            throw new IllegalArgumentException(
                    "The ask (%s) has the status (%s), asked (%d), given (%d), short by (%d) in (%d) places.\nMaybe make it with counted()?"
                            .formatted(code, status, asked, given, shortBy, places.size()));
        }
    }

    /**
     * Creates a counted requirement. The amount given is the required amount less the sum of the shortfalls.
     *
     * @throws IllegalArgumentException if the shortfalls add up to more than {@code asked}
     */
    public static Ask counted(
            String code, AskOrigin origin, String unit, long asked, List<Shortfall> places, Object... arguments) {
        long missing = places.stream().mapToLong(Shortfall::shortBy).sum();
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

    /** Returns the requirement on an intervention with those places as accepted that are among the given ones; as accepted if all are. */
    Ask accepting(InterventionId intervention, Set<AcceptedShortfall.Place> accepted) {
        if (status != Status.SHORT) {
            return this;
        }
        List<Shortfall> judged = places.stream()
                .map(place -> accepted.contains(AcceptedShortfall.Place.of(intervention, code, place))
                        ? place.accepted()
                        : place)
                .toList();
        Status judgement = judged.stream().allMatch(Shortfall::isAccepted) ? Status.ACCEPTED : status;
        return new Ask(code, origin, judgement, unit, asked, given, shortBy, arguments, judged);
    }

    /** Creates a requirement that this plan does not cover; {@code asked} is 0 if no number is required. */
    public static Ask notPlanned(String code, AskOrigin origin, String unit, long asked, Object... arguments) {
        return new Ask(code, origin, Status.NOT_PLANNED, unit, asked, 0, 0, List.of(arguments), List.of());
    }

    /** Creates a requirement that does not apply to this plan. */
    public static Ask notApplicable(String code, AskOrigin origin, String unit, Object... arguments) {
        return new Ask(code, origin, Status.NOT_APPLICABLE, unit, 0, 0, 0, List.of(arguments), List.of());
    }

    /** Creates a figure for information, with its usual value. */
    public static Ask informational(
            String code, AskOrigin origin, String unit, long usual, long given, Object... arguments) {
        return new Ask(code, origin, Status.NOTED, unit, usual, given, 0, List.of(arguments), List.of());
    }
}
