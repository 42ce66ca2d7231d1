package dk.grundskema.api.imports.table.words;

import dk.grundskema.api.platform.Nearest;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Weekdays in Danish and English, whole or in their first two or three letters. */
public final class Weekdays {
    private static final List<String> DANISH =
            List.of("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag");
    private static final List<String> ENGLISH =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final Map<String, DayOfWeek> NAMES = names();

    private Weekdays() {}

    private static Map<String, DayOfWeek> names() {
        var names = new HashMap<String, DayOfWeek>();
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

    /** The day that a name or an abbreviation stands for; a point at its end counts for nothing. */
    public static Optional<DayOfWeek> named(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NAMES.get(word.endsWith(".") ? word.substring(0, word.length() - 1) : word));
    }

    /** A day by its name or by its number, 1 for Monday to 7 for Sunday. */
    public static Optional<DayOfWeek> parse(String text) {
        String word = text.strip();
        return word.matches("[1-7]") ? Optional.of(DayOfWeek.of(Integer.parseInt(word))) : named(word);
    }

    /** A day as it is read. */
    static String text(DayOfWeek day, boolean isDanish) {
        return (isDanish ? DANISH : ENGLISH).get(day.ordinal());
    }

    /** The day that somebody probably meant: the only one that begins like the text, otherwise the one spelled most alike. */
    public static Optional<String> meant(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        var all = new ArrayList<>(DANISH);
        all.addAll(ENGLISH);
        var beginning = all.stream()
                .filter(name ->
                        word.length() > 2 && name.toLowerCase(Locale.ROOT).startsWith(word))
                .toList();
        return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : Nearest.to(word, all);
    }
}
