package dk.grundskema.api.imports.table.parse;

import dk.grundskema.api.documents.cell.WeekdayParser;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Parses one or several weekdays in a heading or a cell: "Mandag d. 17/8", "MANDAG:", "Ma/Ti", "man-fre". */
public final class WeekdaysParser {
    /** Longer texts are no weekdays. */
    private static final int LONGEST = 60;

    /** First two letters of all weekdays, to decide quickly about the many cells that are none. */
    private static final Set<String> BEGINNINGS =
            Set.of("ma", "ti", "on", "to", "fr", "lø", "sø", "mo", "tu", "we", "th", "sa", "su");

    /** A date or a week behind the weekdays. */
    private static final Pattern DATED =
            Pattern.compile("(?iu)^(\\p{L}[^\\d(]*?)[\\s,.:(]*(?:\\b(?:d|den|the|uge|week)\\b\\.?\\s*)?\\d.*$");

    private static final Pattern END = Pattern.compile("[\\s,.:]+$");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[/+&,]|\\s(?:og|and)\\s)\\s*");
    private static final Pattern RANGE = Pattern.compile("\\.?\\s*(?:-|–|—|\\s(?:til|to)\\s)\\s*");

    private WeekdaysParser() {}

    /** Returns the weekdays of a text; empty if it has other words. A date or week behind them is ignored. */
    public static SortedSet<DayOfWeek> parse(String text) {
        if (text.length() < 2
                || text.length() > LONGEST
                || !BEGINNINGS.contains(text.substring(0, 2).toLowerCase(Locale.ROOT))) {
            return Collections.emptySortedSet();
        }
        String words = DATED.matcher(text).replaceFirst("$1");
        var days = new TreeSet<DayOfWeek>();
        for (String part : BETWEEN.split(END.matcher(words).replaceFirst("").toLowerCase(Locale.ROOT), -1)) {
            Set<DayOfWeek> found = parsePart(part);
            if (found.isEmpty()) {
                return Collections.emptySortedSet();
            }
            days.addAll(found);
        }
        return days;
    }

    private static Set<DayOfWeek> parsePart(String part) {
        String[] ends = RANGE.split(part, -1);
        if (ends.length > 2 || part.strip().length() < 2) {
            return Set.of();
        }
        var first = WeekdayParser.parseName(ends[0]);
        var last = WeekdayParser.parseName(ends[ends.length - 1]);
        return first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) <= 0
                ? EnumSet.range(first.get(), last.get())
                : Set.of();
    }
}
