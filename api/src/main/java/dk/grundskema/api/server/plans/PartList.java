package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import java.util.List;

/**
 * Elements of a list of a problem, in its order.
 *
 * @param items the elements, as they were written
 */
record PartList(List<Json> items) {
    /** Copies the list. */
    PartList {
        items = List.copyOf(items);
    }
}
