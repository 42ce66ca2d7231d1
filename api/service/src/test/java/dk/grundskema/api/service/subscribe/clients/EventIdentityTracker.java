package dk.grundskema.api.service.subscribe.clients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tracks which events a client identifies with each other over all publications of a feed. */
final class EventIdentityTracker {
    private final Map<String, String> ids = new HashMap<>();

    /**
     * Compares the next update. Returns a line for each event whose identity changed; empty if there is none.
     *
     * @param expected the events with their identities for Bo
     * @param shown    the events with their identities for the client
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
