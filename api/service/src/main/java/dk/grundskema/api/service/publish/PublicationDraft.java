package dk.grundskema.api.service.publish;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A calculated publication that is not yet stored.
 *
 * @param secret     secret from which the ids of the plan's events are derived
 * @param before     the last publication; {@code null} if there is none
 * @param next       the new publication
 * @param exceptions recorded ids of events of {@code next}, as {@link EventIdGenerator#recordedIds}
 */
record PublicationDraft(
        String secret, @Nullable PublishedPlan before, PublishedPlan next, SortedMap<String, String> exceptions) {
    /** Returns the number of the last publication; 0 if there is none. */
    int lastNumber() {
        return before == null ? 0 : before.publication().number();
    }
}
