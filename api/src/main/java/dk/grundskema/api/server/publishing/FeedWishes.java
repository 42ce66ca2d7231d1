package dk.grundskema.api.server.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wishes to have a feed.
 *
 * @param alarm     how long before an event the phone shall tell of it; {@code null} means not at all
 * @param isDropped whether what is cancelled goes at once, rather than being told of for a while
 */
record FeedWishes(@Nullable Duration alarm, boolean isDropped) {
    /** A week: nobody needs to know earlier. */
    static final int LONGEST_ALARM = 10_080;

    private static final Pattern MINUTES = Pattern.compile("\\d{1,5}");

    /** A wish that can't be fulfilled. */
    static final class Unfulfillable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String parameter;

        private Unfulfillable(String parameter) {
            super("The parameter (%s) has a value that it can't have.".formatted(parameter), null, false, false);
            this.parameter = parameter;
        }

        /** Which parameter is wrong, or {@code twice} if one is there twice. */
        String parameter() {
            return parameter;
        }
    }

    /**
     * The wishes of a request; parameters of others, which clients add, aren't looked at.
     *
     * @throws Unfulfillable if one has a value that it can't have
     */
    static FeedWishes of(HttpServletRequest request) {
        Map<String, String[]> all = request.getParameterMap();
        return new FeedWishes(alarm(one(all, "alarm")), isDropped(one(all, "cancelled")));
    }

    private static @Nullable String one(Map<String, String[]> all, String name) {
        String[] values = all.get(name);
        if (values == null || values.length == 0) {
            return null;
        }
        if (values.length > 1) {
            throw new Unfulfillable("twice");
        }
        return values[0];
    }

    private static @Nullable Duration alarm(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!MINUTES.matcher(value).matches() || Integer.parseInt(value) > LONGEST_ALARM) {
            throw new Unfulfillable("alarm");
        }
        return Duration.ofMinutes(Integer.parseInt(value));
    }

    private static boolean isDropped(@Nullable String value) {
        if (value != null && !value.equals("drop")) {
            throw new Unfulfillable("cancelled");
        }
        return value != null;
    }
}
