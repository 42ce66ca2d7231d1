package dk.grundskema.api.service.plan;

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
 * A meeting or group that was edited by hand, as recorded in the arguments of a revision. Records title and day from before the edit, because
 * the meeting may change or disappear later.
 *
 * @param what  aspects that were edited; empty if not recorded
 * @param title title; empty if it would name a student
 * @param day   when it was held: a {@link LocalDate}, or a {@link DayOfWeek} if it is held in several weeks; {@code null} if it was not
 *              scheduled
 */
public record EditedItem(
        SortedSet<EditedAspect> what,
        String title,
        @Nullable Object day) {
    /** Most items recorded in a revision, so that the text stays readable. */
    private static final int MAX_ITEMS = 3;

    private static final int MAX_TITLE_LENGTH = 120;

    /** Index of the first item: the number of changes and the number of edited items come before. */
    private static final int FIRST_ITEM_ARGUMENT = 2;

    private static final int ARGUMENTS_PER_ITEM = 3;

    /** Aspect of a meeting or group that can be edited by hand. */
    public enum EditedAspect {
        /** When it is held. */
        TIME,
        /** Where it is held. */
        ROOM,
        /** The subject. */
        SUBJECT,
        /** It was swapped with another meeting. */
        PLACES,
        /** The assigned staff. */
        SEATS,
        /** The students. */
        STUDENTS
    }

    /** Copies the set. */
    public EditedItem {
        what = Collections.unmodifiableSortedSet(new TreeSet<>(what));
    }

    /** Creates an item. */
    public static EditedItem of(Collection<EditedAspect> what, String title, @Nullable Object day) {
        return new EditedItem(new TreeSet<>(what), title, day);
    }

    /**
     * Returns the arguments for a revision: number of changes, number of edited items, and the first few items.
     *
     * @param changes number of changes
     * @param touched number of edited meetings and groups
     * @param all     all edited items; only the first few are evaluated
     */
    public static List<String> toArguments(int changes, int touched, Stream<EditedItem> all) {
        var arguments = new ArrayList<>(List.of(String.valueOf(changes), String.valueOf(touched)));
        for (EditedItem one : all.limit(MAX_ITEMS).toList()) {
            arguments.add(one.what().stream().map(Enum::name).collect(Collectors.joining(",")));
            arguments.add(
                    one.title().length() > MAX_TITLE_LENGTH
                            ? one.title().substring(0, MAX_TITLE_LENGTH) + "…"
                            : one.title());
            arguments.add(one.day() == null ? "" : String.valueOf(one.day()));
        }
        return arguments;
    }

    /** Parses the arguments of a revision; empty if it is older than this format or comes from an archive with another format. */
    static List<EditedItem> of(List<String> arguments) {
        var all = new ArrayList<EditedItem>();
        for (int at = FIRST_ITEM_ARGUMENT; at + ARGUMENTS_PER_ITEM <= arguments.size(); at += ARGUMENTS_PER_ITEM) {
            all.add(of(parseAspects(arguments.get(at)), arguments.get(at + 1), day(arguments.get(at + 2))));
        }
        return all;
    }

    /** Returns how many edited items are not recorded in the revision. */
    static int omittedCount(List<String> arguments, int told) {
        return arguments.size() > FIRST_ITEM_ARGUMENT && arguments.get(1).matches("\\d{1,6}")
                ? Math.max(0, Integer.parseInt(arguments.get(1)) - told)
                : 0;
    }

    private static List<EditedAspect> parseAspects(String words) {
        return Arrays.stream(EditedAspect.values())
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
