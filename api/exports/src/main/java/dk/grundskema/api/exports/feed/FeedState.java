package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * State of a feed after a number of publications: events that are held, and events that were cancelled within {@link #CANCELLED_RETENTION}. Events are matched over
 * publications by id. A changed event gets a higher sequence number, as RFC 5545 requires, and keeps its last versions. Events that were cancelled
 * earlier are dropped; only their sequence numbers stay, so that an event that returns continues from there. The state depends only on the
 * publications and their times, so it can be computed again with the same result.
 *
 * @param zone   zone of its times; {@code null} before the first publication
 * @param events its events, by time, then by id; ids are unique
 * @param gone   sequence numbers of dropped events, by id
 */
public record FeedState(@Nullable ZoneId zone, List<FeedEvent> events, SortedMap<String, Integer> gone) {
    /** How long a cancelled event stays in the feed; by then every client has reloaded. */
    public static final Duration CANCELLED_RETENTION = Duration.ofDays(60);

    /** A feed without publications. */
    public static final FeedState EMPTY = new FeedState(null, List.of(), new TreeMap<>());

    /** Zone of a feed without publications, which has no times. */
    static final ZoneId EMPTY_ZONE = ZoneOffset.UTC;

    private static final Comparator<FeedEvent> BY_TIME = Comparator.comparing(
                    (FeedEvent one) -> one.event().time())
            .thenComparing(one -> one.event().uid());

    /** Copies the collections. */
    public FeedState {
        events = List.copyOf(events);
        gone = new TreeMap<>(gone);
    }

    /**
     * Returns the state after another publication.
     *
     * @param in   zone of its times; if it differs from the former zone, every event changes
     * @param held the events that are held now; ids are unique
     * @param at   time of the publication, not before the last one
     */
    public FeedState publish(ZoneId in, List<CalendarEvent> held, Instant at) {
        Map<String, FeedEvent> before = new LinkedHashMap<>();
        events.forEach(one -> before.put(one.event().uid(), one));
        SortedMap<String, Integer> left = new TreeMap<>(gone);
        boolean isElsewhere = zone != null && !zone.equals(in);
        var after = new ArrayList<FeedEvent>();
        for (CalendarEvent now : held) {
            FeedEvent was = before.remove(now.uid());
            Integer sequence = left.remove(now.uid());
            if (was == null) {
                after.add(FeedEvent.firstPublished(now, sequence == null ? 0 : sequence + 1, at));
            } else {
                boolean isSame = !was.isCancelled() && was.event().equals(now) && !isElsewhere;
                after.add(isSame ? was : was.changed(now, at));
            }
        }
        before.forEach((uid, was) -> {
            FeedEvent cancelled = was.isCancelled() ? was : was.cancelled(at);
            if (isToBeShown(cancelled, at)) {
                after.add(cancelled);
            } else {
                left.put(uid, cancelled.sequence());
            }
        });
        after.sort(BY_TIME);
        return new FeedState(in, after, left);
    }

    /**
     * Returns the state with other wording, for example in another language: events that are held change for clients, but readers are not notified.
     *
     * @param otherwise the same events in the new wording
     * @param at        time of the change, not before the last publication
     */
    public FeedState reworded(List<CalendarEvent> otherwise, Instant at) {
        Map<String, CalendarEvent> words = new HashMap<>();
        otherwise.forEach(one -> words.put(one.uid(), one));
        List<FeedEvent> all = events.stream()
                .map(one -> {
                    CalendarEvent event = words.get(one.event().uid());
                    return one.isCancelled() || event == null || event.equals(one.event())
                            ? one
                            : one.reworded(event, at);
                })
                .toList();
        return new FeedState(zone, all, gone);
    }

    /**
     * Returns the state with raised sequence numbers: clients reload all events, but readers are not notified. It is used after the feed was rebuilt
     * from documents with other wording.
     *
     * @param beyond number to add to each sequence number; at least the number of changes that clients already received
     * @param at     time of the change
     */
    public FeedState withRaisedSequences(int beyond, Instant at) {
        SortedMap<String, Integer> left = new TreeMap<>(gone);
        left.replaceAll((uid, sequence) -> sequence + beyond);
        return new FeedState(
                zone,
                events.stream().map(one -> one.withRaisedSequence(beyond, at)).toList(),
                left);
    }

    /** Returns the events to show at a time: those held, and those cancelled within {@link #CANCELLED_RETENTION}. */
    public List<FeedEvent> eventsToShow(Instant now) {
        return events.stream().filter(one -> isToBeShown(one, now)).toList();
    }

    private static boolean isToBeShown(FeedEvent one, Instant now) {
        Instant cancelled = one.cancelled();
        return cancelled == null || now.isBefore(cancelled.plus(CANCELLED_RETENTION));
    }

    /** Returns the time of the last change of an event; {@link Instant#EPOCH} if there are no events. */
    public Instant lastChanged() {
        return events.stream()
                .map(FeedEvent::changed)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Returns its events by id. */
    Map<String, FeedEvent> byId() {
        Map<String, FeedEvent> all = new HashMap<>();
        events.forEach(one -> all.put(one.event().uid(), one));
        return all;
    }
}
