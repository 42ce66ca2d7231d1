package dk.grundskema.api.server.plans;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or a group that somebody decided otherwise about by hand, as a revision tells of it: by what it was called and when it was held before, for
 * the revision says so as long as there is a plan, whatever becomes of the meeting.
 *
 * @param what  what of it was decided otherwise; empty where that isn't said
 * @param title what people call it; empty where that would name a student
 * @param day   when it was held: a {@link LocalDate}, or a {@link DayOfWeek} of what is held in several weeks; {@code null} means that it wasn't held
 */
public record Touched(
        SortedSet<What> what, String title, @Nullable Object day) {
    /** More of them than that would be no sentence. */
    private static final int MOST = 3;

    private static final int LONGEST = 120;

    /** How many changes there were and how many meetings they touched come first. */
    private static final int FIRST = 2;

    private static final int EACH = 3;

    /** What can be decided by hand about a meeting or a group. */
    public enum What {
        /** When it is held. */
        TIME,
        /** Where it is held. */
        ROOM,
        /** What is taught in it. */
        SUBJECT,
        /** It changed places with another. */
        PLACES,
        /** Who of the staff is there. */
        SEATS,
        /** Which students are in it. */
        STUDENTS
    }

    /** Copies the set. */
    public Touched {
        what = Collections.unmodifiableSortedSet(new TreeSet<>(what));
    }

    /** What was touched. */
    public static Touched of(Collection<What> what, String title, @Nullable Object day) {
        return new Touched(new TreeSet<>(what), title, day);
    }

    /**
     * What a revision keeps: the number of changes, that of what they touched, and the first few of these.
     *
     * @param changes how many changes there were
     * @param touched how many meetings and groups they touched
     * @param all     all that they touched; of very many only the first few are made
     */
    public static List<String> arguments(int changes, int touched, Stream<Touched> all) {
        var arguments = new ArrayList<>(List.of(String.valueOf(changes), String.valueOf(touched)));
        for (Touched one : all.limit(MOST).toList()) {
            arguments.add(one.what().stream().map(Enum::name).collect(Collectors.joining(",")));
            arguments.add(one.title().length() > LONGEST ? one.title().substring(0, LONGEST) + "…" : one.title());
            arguments.add(one.day() == null ? "" : String.valueOf(one.day()));
        }
        return arguments;
    }

    /** What a revision has kept; empty if it was made before this was kept, or elsewhere and otherwise. */
    static List<Touched> of(List<String> arguments) {
        var all = new ArrayList<Touched>();
        for (int at = FIRST; at + EACH <= arguments.size(); at += EACH) {
            all.add(of(whats(arguments.get(at)), arguments.get(at + 1), day(arguments.get(at + 2))));
        }
        return all;
    }

    /** How many were touched that a revision doesn't tell of. */
    static int more(List<String> arguments, int told) {
        return arguments.size() > FIRST && arguments.get(1).matches("\\d{1,6}")
                ? Math.max(0, Integer.parseInt(arguments.get(1)) - told)
                : 0;
    }

    private static List<What> whats(String words) {
        return Arrays.stream(What.values())
                .filter(one -> List.of(words.split(",", -1)).contains(one.name()))
                .toList();
    }

    private static @Nullable Object day(String text) {
        Optional<DayOfWeek> weekday = Arrays.stream(DayOfWeek.values())
                .filter(one -> one.name().equals(text))
                .findFirst();
        if (weekday.isPresent()) {
            return weekday.get();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
