package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.service.publish.PublishedPlan;
import dk.grundskema.domain.people.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Other attendees of a feed's event. With this, a page can tell who took over an event from the owner without reading the publication.
 *
 * @param uid       id of the event
 * @param beside    ids of other attendees of the owner's kind, now or when the feed last had the event
 * @param stillHeld what became of the event; {@code null} if the feed has it, or if it is cancelled
 */
record EventAttendees(
        String uid, List<String> beside, @Nullable EventTakeover stillHeld) {
    /** Copies the list. */
    EventAttendees {
        beside = List.copyOf(beside);
    }

    /**
     * Returns the attendees of a feed's events after a publication reached it. Events without other attendees have no entry.
     *
     * @param before attendees before
     * @param after  content of the feed after the publication
     */
    static List<EventAttendees> of(
            List<EventAttendees> before, FeedState after, PublishedPlan now, CalendarOwner owner, Language language) {
        Map<String, List<String>> was = new HashMap<>();
        before.forEach(one -> was.put(one.uid(), one.beside()));
        Map<String, List<String>> is = now.events().coOwnerIdsByEvent(owner);
        var all = new ArrayList<EventAttendees>();
        for (FeedEvent one : after.events()) {
            String uid = one.event().uid();
            List<String> beside = (one.isCancelled() ? was : is).getOrDefault(uid, List.of());
            EventTakeover stillHeld = one.isCancelled()
                    ? now.events().findTakeover(uid, owner, beside, language).orElse(null)
                    : null;
            if (!beside.isEmpty() || stillHeld != null) {
                all.add(new EventAttendees(uid, beside, stillHeld));
            }
        }
        return all;
    }
}
