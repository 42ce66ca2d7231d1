package dk.grundskema.api.documents.cell;

import dk.grundskema.api.documents.json.SpellingSuggester;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parses Danish and English weekdays, in full, as their first two or three letters, or as people shorten them, such as "tirs" and "thurs". */
public final class WeekdayParser {
    private static final List<String> DANISH =
            List.of("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag");
    private static final List<String> ENGLISH =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    /** Usual abbreviations of four or five letters. */
    private static final Map<String, DayOfWeek> LONGER = Map.of(
            "tirs", DayOfWeek.TUESDAY,
            "tues", DayOfWeek.TUESDAY,
            "tors", DayOfWeek.THURSDAY,
            "thur", DayOfWeek.THURSDAY,
            "thurs", DayOfWeek.THURSDAY);

    private static final Map<String, DayOfWeek> NAMES = buildNames();

    private WeekdayParser() {}

    private static Map<String, DayOfWeek> buildNames() {
        var names = new HashMap<>(LONGER);
        for (DayOfWeek day : DayOfWeek.values()) {
            for (String name : List.of(DANISH.get(day.ordinal()), ENGLISH.get(day.ordinal()))) {
                String lower = name.toLowerCase(Locale.ROOT);
                names.put(lower, day);
                names.put(lower.substring(0, 3), day);
                names.put(lower.substring(0, 2), day);
            }
            names.put(DANISH.get(day.ordinal()) + "e", day);
            names.put(ENGLISH.get(day.ordinal()).toLowerCase(Locale.ROOT) + "s", day);
        }
        return names;
    }

    /** Returns the day of a name or an abbreviation; ignores a point at its end. */
    public static Optional<DayOfWeek> parseName(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NAMES.get(word.endsWith(".") ? word.substring(0, word.length() - 1) : word));
    }

    /** Returns a day by its name or its number, 1 for Monday to 7 for Sunday. */
    public static Optional<DayOfWeek> parse(String text) {
        String word = text.strip();
        return word.matches("[1-7]") ? Optional.of(DayOfWeek.of(Integer.parseInt(word))) : parseName(word);
    }

    /** Returns the name of a day. */
    static String format(DayOfWeek day, boolean isDanish) {
        return (isDanish ? DANISH : ENGLISH).get(day.ordinal());
    }

    /** Suggests the weekday that a text probably means: the only one with that prefix, otherwise the most similar one. */
    public static Optional<String> suggest(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        var all = new ArrayList<>(DANISH);
        all.addAll(ENGLISH);
        var beginning = all.stream()
                .filter(name ->
                        word.length() > 2 && name.toLowerCase(Locale.ROOT).startsWith(word))
                .toList();
        return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : SpellingSuggester.suggest(word, all);
    }
}
