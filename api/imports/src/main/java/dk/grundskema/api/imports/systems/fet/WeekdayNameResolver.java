package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.documents.json.SpellingSuggester;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the weekdays in a file's names of days. All names are read in one language: the one that understands most of them. A name may have
 * other words ({@code 2 - mandag}, {@code lundi matin}), be shortened ({@code Tues}, {@code Mo1}) or have a letter wrong.
 */
final class WeekdayNameResolver {
    private static final List<Locale> LANGUAGES = Stream.of(
                    "da", "en", "nb", "sv", "de", "fi", "fr", "nl", "es", "it", "pt", "pl", "cs", "sk", "hu", "ro",
                    "ca", "bg", "el", "ru", "uk", "tr", "ar", "fa", "id", "vi", "hr", "sl", "et", "lt", "lv", "is")
            .map(Locale::of)
            .toList();

    /** Marks of letters, and everything else that is no letter. */
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    private static final int LONG_WORD = 5;
    private static final int CLEAR_WORD = 3;

    /** Words of a name that may be a day's first letters. Our own number. */
    private static final int BRIEF_POSITIONS = 2;

    /** Fewest different days that first letters must give to be no accident. Our own number. */
    private static final int FEWEST_BRIEF = 3;

    private WeekdayNameResolver() {}

    /** Returns the weekday of each name, in their order; {@code null} where a name has none. All are {@code null} if no language fits. */
    static List<@Nullable DayOfWeek> resolve(List<String> names) {
        List<@Nullable DayOfWeek> best = new ArrayList<>(
                names.stream().<@Nullable DayOfWeek>map(name -> null).toList());
        long most = 0;
        for (Locale language : LANGUAGES) {
            var found = new Language(language).resolve(names);
            long resolved = found.stream().filter(Objects::nonNull).count();
            if (resolved > most) {
                most = resolved;
                best = found;
            }
        }
        return best;
    }

    private static String normalize(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return NO_LETTERS.matcher(letters).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The names of weekdays in one language. */
    private static final class Language {
        private final Map<String, DayOfWeek> full = new HashMap<>();
        private final Map<String, DayOfWeek> shortened = new HashMap<>();

        Language(Locale locale) {
            Arrays.stream(DayOfWeek.values()).forEach(day -> {
                full.putIfAbsent(normalize(day.getDisplayName(TextStyle.FULL, locale)), day);
                shortened.putIfAbsent(normalize(day.getDisplayName(TextStyle.SHORT, locale)), day);
            });
        }

        List<@Nullable DayOfWeek> resolve(List<String> names) {
            List<@Nullable DayOfWeek> days = new ArrayList<>();
            names.forEach(name -> days.add(findClear(name).orElse(null)));
            if (days.contains(null) || isOneDayOnly(days)) {
                for (int position = 0; position < BRIEF_POSITIONS; position++) {
                    List<@Nullable DayOfWeek> brief = new ArrayList<>();
                    for (String name : names) {
                        brief.add(findBrief(name, position).orElse(null));
                    }
                    if (!brief.contains(null) && new HashSet<>(brief).size() >= FEWEST_BRIEF) {
                        return brief;
                    }
                }
            }
            return isOneDayOnly(days)
                    ? new ArrayList<>(names.stream()
                            .<@Nullable DayOfWeek>map(name -> null)
                            .toList())
                    : days;
        }

        /** Whether several names seem to be the same day, as {@code Thứ 2}, {@code Thứ 3} are in English. */
        private static boolean isOneDayOnly(List<@Nullable DayOfWeek> days) {
            return days.size() > 2
                    && days.stream().filter(Objects::nonNull).distinct().count() < 2;
        }

        private Optional<DayOfWeek> findClear(String name) {
            String whole = normalize(name);
            return Optional.ofNullable(full.get(whole))
                    .or(() -> Optional.ofNullable(whole.length() > 1 ? shortened.get(whole) : null))
                    .or(() -> words(name)
                            .flatMap(word -> Stream.ofNullable(word.length() > 1 ? exact(word) : null))
                            .findFirst())
                    .or(() -> words(name)
                            .filter(word -> word.length() >= CLEAR_WORD)
                            .flatMap(word -> findAlike(word).stream())
                            .findFirst());
        }

        private @Nullable DayOfWeek exact(String word) {
            return full.getOrDefault(word, shortened.get(word));
        }

        /** Returns the only day whose name begins or ends with a word, or is one letter apart from it. */
        private Optional<DayOfWeek> findAlike(String word) {
            return findOnly(name -> name.startsWith(word) || name.endsWith(word))
                    .or(() -> word.length() < LONG_WORD
                            ? Optional.empty()
                            : findOnly(name -> SpellingSuggester.isOneEditApart(word, name)));
        }

        /** Returns the only day whose name begins with a word of a name, by the word's position from 0. */
        private Optional<DayOfWeek> findBrief(String name, int position) {
            return words(name).skip(position).findFirst().flatMap(word -> findOnly(day -> day.startsWith(word)));
        }

        private Optional<DayOfWeek> findOnly(Predicate<String> fits) {
            var days = full.entrySet().stream()
                    .filter(each -> fits.test(each.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
        }

        private static Stream<String> words(String name) {
            return Stream.of(Normalizer.normalize(name, Normalizer.Form.NFKD)
                            .replaceAll("\\p{M}+", "")
                            .split("\\P{L}+"))
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .filter(word -> !word.isEmpty());
        }
    }
}
