package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.domain.people.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who or what else is there in an event of a feed, so that it can be told who has come for the owner when the event goes on without: a page that says so
 * needn't know the publication.
 *
 * @param uid       id of the event
 * @param beside    ids of others of the owner's kind that it has, or had as long as the feed had it
 * @param stillHeld what became of it; {@code null} if the feed has it, or if it isn't held any more
 */
record Company(String uid, List<String> beside, @Nullable StillHeld stillHeld) {
    /** Copies the list. */
    Company {
        beside = List.copyOf(beside);
    }

    /**
     * That of a feed's events after a publication has reached it; of events of which there is nothing to say there is none.
     *
     * @param before that before
     * @param after  what the feed says from now on
     */
    static List<Company> of(
            List<Company> before, FeedState after, Published now, CalendarOwner owner, Language language) {
        Map<String, List<String>> was = new HashMap<>();
        before.forEach(one -> was.put(one.uid(), one.beside()));
        Map<String, List<String>> is = now.events().beside(owner);
        var all = new ArrayList<Company>();
        for (FeedEvent one : after.events()) {
            String uid = one.event().uid();
            List<String> beside = (one.isCancelled() ? was : is).getOrDefault(uid, List.of());
            StillHeld stillHeld = one.isCancelled()
                    ? now.events().stillHeld(uid, owner, beside, language).orElse(null)
                    : null;
            if (!beside.isEmpty() || stillHeld != null) {
                all.add(new Company(uid, beside, stillHeld));
            }
        }
        return all;
    }
}
