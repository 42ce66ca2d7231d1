package dk.grundskema.api.imports.systems.file;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses times of day in files of timetable programs: {@code 8:00}, {@code 08.00}, {@code 0800}, {@code 8:00-8:45}. Stricter than
 * {@link dk.grundskema.api.documents.cell.TimeOfDayCellParser}, which parses cells that people fill in: a single number or a share of a day is no time
 * here, because the names of periods contain numbers; a span may have words around it, and must end after it starts.
 */
public final class TimeOfDayParser {
    private static final String TIME = "(\\d{1,2})\\s*[:.h]\\s*(\\d{2})";
    private static final Pattern ONE = Pattern.compile(TIME);
    private static final Pattern BARE = Pattern.compile("(\\d{1,2})(\\d{2})");
    private static final Pattern TWO =
            Pattern.compile("(?:.*?\\D)?" + TIME + "\\s*(?:[-–—]|til|to|bis)\\s*" + TIME + "(?:\\D.*)?");

    private TimeOfDayParser() {}

    /**
     * A time range.
     *
     * @param start start time
     * @param end   end time; after {@code start}
     */
    public record Span(LocalTime start, LocalTime end) {}

    /** Parses a time with or without a separator between hours and minutes; empty if it is malformed. */
    public static Optional<LocalTime> parseTime(String text) {
        Matcher one = ONE.matcher(text.strip());
        if (one.matches()) {
            return parseTime(one, 1);
        }
        Matcher bare = BARE.matcher(text.strip());
        return bare.matches() ? parseTime(bare, 1) : Optional.empty();
    }

    /** Parses two times, possibly with words around them; empty if there are none, or the second is not later. */
    public static Optional<Span> parseSpan(String text) {
        Matcher two = TWO.matcher(text.strip());
        if (text.length() > 100 || !two.matches()) {
            return Optional.empty();
        }
        return parseTime(two, 1)
                .flatMap(start ->
                        parseTime(two, 3).filter(end -> end.isAfter(start)).map(end -> new Span(start, end)));
    }

    private static Optional<LocalTime> parseTime(Matcher matcher, int group) {
        int hour = Integer.parseInt(matcher.group(group));
        int minute = Integer.parseInt(matcher.group(group + 1));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}
