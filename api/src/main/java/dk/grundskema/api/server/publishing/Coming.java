package dk.grundskema.api.server.publishing;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What would be published.
 *
 * @param secret     of what the ids of the plan's events are made
 * @param before     the last publication; {@code null} means that there is none
 * @param next       what comes after it
 * @param exceptions ids of events of that, by the keys of occurrences that took another's place
 */
record Coming(String secret, @Nullable Published before, Published next, SortedMap<String, String> exceptions) {
    /** Number of the last publication; 0 means that there is none. */
    int last() {
        return before == null ? 0 : before.publication().number();
    }
}
