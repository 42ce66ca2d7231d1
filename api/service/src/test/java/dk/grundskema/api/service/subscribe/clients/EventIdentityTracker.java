package dk.grundskema.api.service.subscribe.clients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which events a client takes for the same from one publication to the next; it goes on for as long as the client follows the feed. */
final class EventIdentityTracker {
    private final Map<String, String> ids = new HashMap<>();

    /**
     * Goes on with another look: what is wrong with the ids that a client has of what it shows, a line for each; empty if each event is still the one that it was.
     *
     * @param expected what it shows, with what Bo knows it by
     * @param shown    what it shows, with what the client knows it by
     */
    List<String> faults(List<ClientEvent> expected, List<ClientEvent> shown) {
        Map<ClientEvent, ClientEvent> byLook =
                shown.stream().collect(Collectors.toMap(ClientEvent::withoutUid, one -> one, (one, other) -> one));
        var faults = new ArrayList<String>();
        for (ClientEvent one : expected) {
            ClientEvent its = byLook.get(one.withoutUid());
            String before = its == null ? null : ids.putIfAbsent(one.uid(), its.uid());
            if (its != null && before != null && !before.equals(its.uid())) {
                faults.add("%s was %s and is %s".formatted(one.uid(), before, its.uid()));
            }
        }
        if (ids.values().stream().distinct().count() < ids.size()) {
            faults.add("two events have one id: " + ids);
        }
        return faults;
    }

    /** How many events it knows. */
    int size() {
        return ids.size();
    }
}
