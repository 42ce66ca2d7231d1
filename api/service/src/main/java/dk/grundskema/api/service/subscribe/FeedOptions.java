package dk.grundskema.api.service.subscribe;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Options of a feed request.
 *
 * @param alarm     time of the reminder before an event; {@code null} means no reminder
 * @param isDropped whether cancelled events are dropped at once instead of staying visible for a while
 */
record FeedOptions(@Nullable Duration alarm, boolean isDropped) {
    /** Longest reminder time in minutes: one week. */
    static final int LONGEST_ALARM = 10_080;

    private static final Pattern MINUTES = Pattern.compile("\\d{1,5}");

    /** Thrown if an option of the request is invalid. */
    static final class InvalidFeedOptionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String parameter;

        private InvalidFeedOptionException(String parameter) {
            super("The parameter (%s) has a value that it can't have.".formatted(parameter), null, false, false);
            this.parameter = parameter;
        }

        /** Returns the name of the invalid parameter, or {@code twice} if a parameter occurs twice. */
        String parameter() {
            return parameter;
        }
    }

    /**
     * Reads the options of a request. Ignores unknown parameters, because clients add their own.
     *
     * @throws InvalidFeedOptionException if a parameter has an invalid value
     */
    static FeedOptions of(HttpServletRequest request) {
        Map<String, String[]> all = request.getParameterMap();
        return new FeedOptions(alarm(singleValue(all, "alarm")), isDropped(singleValue(all, "cancelled")));
    }

    private static @Nullable String singleValue(Map<String, String[]> all, String name) {
        String[] values = all.get(name);
        if (values == null || values.length == 0) {
            return null;
        }
        if (values.length > 1) {
            throw new InvalidFeedOptionException("twice");
        }
        return values[0];
    }

    private static @Nullable Duration alarm(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!MINUTES.matcher(value).matches() || Integer.parseInt(value) > LONGEST_ALARM) {
            throw new InvalidFeedOptionException("alarm");
        }
        return Duration.ofMinutes(Integer.parseInt(value));
    }

    private static boolean isDropped(@Nullable String value) {
        if (value != null && !value.equals("drop")) {
            throw new InvalidFeedOptionException("cancelled");
        }
        return value != null;
    }
}
