package dk.grundskema.api.documents.cell;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses times of day as people and spreadsheets write them: 8, 8.00, 08:00, 0800, 8 30, kl. 8.30, 8.3 of a numeric cell, 0.354167 of a day. */
public final class TimeOfDayCellParser {
    /** Separates the start and the end of a range. */
    static final Pattern DASH = Pattern.compile("\\s*(?:-|–|—|\\btil\\b|\\bto\\b|\\buntil\\b)\\s*");

    /** Longer texts are not parsed, to bound the cost of the patterns. */
    private static final int LONGEST = 200;

    private static final Pattern AT = Pattern.compile("^(?:kl\\.?|at)\\s*");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(\\d{1,2})[.:,](\\d{1,2})(?:[.:]\\d{2})?");
    private static final Pattern HOURS = Pattern.compile("\\d{1,2}");
    private static final Pattern MILITARY = Pattern.compile("(\\d{1,2}) ?(\\d{2})");
    private static final Pattern SHARE_OF_A_DAY = Pattern.compile("0[.,]\\d{3,18}");
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private TimeOfDayCellParser() {}

    /**
     * A time range.
     *
     * @param start start time
     * @param end   end time; not checked to be after {@code start}
     */
    public record Span(LocalTime start, LocalTime end) {}

    /** Parses a time of day; empty if the text is none. */
    public static Optional<LocalTime> parseTime(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String word = AT.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        var share = SHARE_OF_A_DAY.matcher(word);
        if (share.matches()) {
            return ofMinutes(Math.round(Double.parseDouble(word.replace(',', '.')) * MINUTES_OF_A_DAY));
        }
        var parts = HOURS_AND_MINUTES.matcher(word);
        if (parts.matches()) {
            int minutes = Integer.parseInt(parts.group(2));
            return timeAt(Integer.parseInt(parts.group(1)), parts.group(2).length() == 1 ? 10 * minutes : minutes);
        }
        if (HOURS.matcher(word).matches()) {
            return timeAt(Integer.parseInt(word), 0);
        }
        var military = MILITARY.matcher(word);
        return military.matches()
                ? timeAt(Integer.parseInt(military.group(1)), Integer.parseInt(military.group(2)))
                : Optional.empty();
    }

    /** Parses a start and an end with a dash or "til" between them; empty if the text is no range. */
    public static Optional<Span> parseSpan(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String[] ends = DASH.split(text.strip().toLowerCase(Locale.ROOT), -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        return parseTime(ends[0]).flatMap(start -> parseTime(ends[1]).map(end -> new Span(start, end)));
    }

    /** Formats a time of day as it is parsed: 08.30 in Danish, otherwise 08:30. */
    static String format(LocalTime time, boolean isDanish) {
        return "%02d%s%02d".formatted(time.getHour(), isDanish ? "." : ":", time.getMinute());
    }

    private static Optional<LocalTime> timeAt(int hour, int minute) {
        return minute < 60 ? ofMinutes(60L * hour + minute) : Optional.empty();
    }

    private static Optional<LocalTime> ofMinutes(long minutes) {
        return minutes < MINUTES_OF_A_DAY ? Optional.of(LocalTime.MIN.plusMinutes(minutes)) : Optional.empty();
    }
}
