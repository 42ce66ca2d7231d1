package dk.grundskema.api.imports.systems;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of weekdays in the languages in which schools of Europe keep their timetables. */
final class WeekdayNames {
    private static final List<Locale> LANGUAGES = Stream.of(
                    "da", "en", "nb", "sv", "de", "fi", "fr", "nl", "es", "it", "pt", "pl", "cs", "sk", "hu", "ro")
            .map(Locale::of)
            .toList();
    private static final List<Locale> SHORT_TOO = LANGUAGES.subList(0, 5);
    private static final Map<String, DayOfWeek> DAYS = days();

    private WeekdayNames() {}

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> found = new HashMap<>();
        for (Locale language : LANGUAGES) {
            Arrays.stream(DayOfWeek.values())
                    .forEach(day ->
                            found.putIfAbsent(plain(day.getDisplayName(TextStyle.FULL, language), language), day));
        }
        for (Locale language : SHORT_TOO) {
            Arrays.stream(DayOfWeek.values())
                    .forEach(day ->
                            found.putIfAbsent(plain(day.getDisplayName(TextStyle.SHORT, language), language), day));
        }
        return Map.copyOf(found);
    }

    private static String plain(String name, Locale language) {
        return name.strip().replaceFirst("\\.$", "").toLowerCase(language);
    }

    /** The day of a name or short name; empty if it is none. */
    static Optional<DayOfWeek> day(String name) {
        return Optional.ofNullable(DAYS.get(plain(name, Locale.ROOT)));
    }
}
