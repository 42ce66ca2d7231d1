package dk.grundskema.api.imports.table.parse;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Parses week patterns as people write them: "lige", "U", "odd", "33-40", "uge 50-2, 5", "lige uger 33-40". */
public final class WeekPatternParser {
    private static final Set<String> ALL = Set.of("", "alle", "all", "hver", "every", "each", "altid", "always");
    private static final Set<String> EVEN = Set.of("lige", "even", "l");
    private static final Set<String> ODD = Set.of("ulige", "odd", "u");
    private static final Pattern WEEK = Pattern.compile("\\b(uge|uger|ugerne|week|weeks|w)\\b\\.?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})(?:\\s*[-–]\\s*(\\d{1,2}))?");
    private static final Pattern ISO = Pattern.compile("\\b\\d{4}-w(\\d{2})\\b");
    private static final int LAST = 53;

    /** Longer texts are not parsed: a list of all weeks is shorter. */
    private static final int LONGEST = 1000;

    private WeekPatternParser() {}

    /** Returns the weeks; empty if the text names none. */
    public static Optional<WeekPattern> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = ISO.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("$1");
        String words = WEEK.matcher(lower).replaceAll(" ").strip();
        if (ALL.contains(words)) {
            return Optional.of(new WeekPattern.All());
        }
        String first = words.split("\\s+", 2)[0].replace(":", "");
        if (!EVEN.contains(first) && !ODD.contains(first)) {
            return parseNumbers(words, number -> true).map(WeekPattern.Numbered::new);
        }
        boolean even = EVEN.contains(first);
        String rest = words.contains(" ") ? words.substring(words.indexOf(' ')).strip() : "";
        if (rest.isEmpty()) {
            return Optional.of(even ? new WeekPattern.Even() : new WeekPattern.Odd());
        }
        return parseNumbers(rest, number -> number % 2 == (even ? 0 : 1)).map(WeekPattern.Numbered::new);
    }

    private static Optional<SortedSet<Integer>> parseNumbers(String text, IntPredicate wanted) {
        var found = new TreeSet<Integer>();
        for (String part : text.split("\\s*(?:[,;+&]|\\bog\\b|\\band\\b)\\s*", -1)) {
            var range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                return Optional.empty();
            }
            int from = Integer.parseInt(range.group(1));
            int until = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            if (from < 1 || from > LAST || until < 1 || until > LAST) {
                return Optional.empty();
            }
            addRange(from, until, found);
        }
        found.removeIf(number -> !wanted.test(number));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Adds a range of weeks, over New Year if the end is smaller than the start. */
    private static void addRange(int from, int until, SortedSet<Integer> found) {
        int last = until < from ? until + LAST : until;
        for (int number = from; number <= last; number++) {
            found.add(number > LAST ? number - LAST : number);
        }
    }
}
