package dk.grundskema.api.imports.systems.file;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of weekdays in the languages of European school timetables. */
public final class WeekdayNames {
    private static final List<Locale> LANGUAGES = Stream.of(
                    "da", "en", "nb", "sv", "de", "fi", "fr", "nl", "es", "it", "pt", "pl", "cs", "sk", "hu", "ro")
            .map(Locale::of)
            .toList();
    private static final List<Locale> SHORT_TOO = LANGUAGES.subList(0, 5);
    private static final Map<String, DayOfWeek> DAYS = buildDays();

    private WeekdayNames() {}

    private static Map<String, DayOfWeek> buildDays() {
        Map<String, DayOfWeek> found = new HashMap<>();
        for (Locale language : LANGUAGES) {
            Arrays.stream(DayOfWeek.values()).forEach(day -> {
                String name = normalize(day.getDisplayName(TextStyle.FULL, language), language);
                found.putIfAbsent(name, day);
                found.putIfAbsent(name.split("-", 2)[0], day); // "segunda-feira" is called "segunda"
            });
        }
        for (Locale language : SHORT_TOO) {
            Arrays.stream(DayOfWeek.values())
                    .forEach(day ->
                            found.putIfAbsent(normalize(day.getDisplayName(TextStyle.SHORT, language), language), day));
        }
        return Map.copyOf(found);
    }

    private static String normalize(String name, Locale language) {
        return name.strip().replaceFirst("\\.$", "").toLowerCase(language);
    }

    /** Returns the day of a full or short name; empty if it is unknown. */
    public static Optional<DayOfWeek> parse(String name) {
        return Optional.ofNullable(DAYS.get(normalize(name, Locale.ROOT)));
    }
}
