package dk.grundskema.api.imports.systems;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as programs and people write them: {@code 8:00}, {@code 08.00}, {@code 0800}, {@code 8:00-8:45}. */
final class TimesOfDay {
    private static final String TIME = "(\\d{1,2})\\s*[:.h]\\s*(\\d{2})";
    private static final Pattern ONE = Pattern.compile(TIME);
    private static final Pattern BARE = Pattern.compile("(\\d{1,2})(\\d{2})");
    private static final Pattern TWO =
            Pattern.compile("(?:.*?\\D)?" + TIME + "\\s*(?:[-–—]|til|to|bis)\\s*" + TIME + "(?:\\D.*)?");

    private TimesOfDay() {}

    /**
     * From one time to another.
     *
     * @param start when it begins
     * @param end   when it ends; after {@code start}
     */
    record Span(LocalTime start, LocalTime end) {}

    /** A time with or without a sign between hours and minutes; empty if it is none. */
    static Optional<LocalTime> time(String text) {
        Matcher one = ONE.matcher(text.strip());
        if (one.matches()) {
            return time(one, 1);
        }
        Matcher bare = BARE.matcher(text.strip());
        return bare.matches() ? time(bare, 1) : Optional.empty();
    }

    /** Two times, perhaps with words about them; empty if they are none, or the second isn't later. */
    static Optional<Span> span(String text) {
        Matcher two = TWO.matcher(text.strip());
        if (text.length() > 100 || !two.matches()) {
            return Optional.empty();
        }
        return time(two, 1)
                .flatMap(start -> time(two, 3).filter(end -> end.isAfter(start)).map(end -> new Span(start, end)));
    }

    private static Optional<LocalTime> time(Matcher matcher, int group) {
        int hour = Integer.parseInt(matcher.group(group));
        int minute = Integer.parseInt(matcher.group(group + 1));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}
