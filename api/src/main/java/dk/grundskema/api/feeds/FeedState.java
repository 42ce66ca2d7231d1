package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
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
 * All that a feed has to say after a number of publications: what is held, and what was cancelled lately. It depends on the publications and their
 * times alone, so that whoever works it out again comes to the same.
 *
 * @param zone   zone of its times; {@code null} before the first publication
 * @param events its events, by time, then by id; each id once
 * @param gone   how often events had changed that were cancelled so long ago that nobody is told any more, by id: one that comes back goes on from there
 */
public record FeedState(@Nullable ZoneId zone, List<FeedEvent> events, SortedMap<String, Integer> gone) {
    /** How long people are told that an event is cancelled; by then every client has looked. */
    public static final Duration TOLD = Duration.ofDays(60);

    /** A feed of which nothing was published yet. */
    public static final FeedState EMPTY = new FeedState(null, List.of(), new TreeMap<>());

    /** Zone of a feed of which nothing was published yet: it has no times. */
    static final ZoneId NOWHERE = ZoneOffset.UTC;

    private static final Comparator<FeedEvent> BY_TIME = Comparator.comparing(
                    (FeedEvent one) -> one.event().time())
            .thenComparing(one -> one.event().uid());

    /** Copies the collections. */
    public FeedState {
        events = List.copyOf(events);
        gone = new TreeMap<>(gone);
    }

    /**
     * The feed after another publication.
     *
     * @param in   zone of its times; in another than before every event has changed
     * @param held what is held now; each id once
     * @param at   when it is published, not before the last time
     */
    public FeedState next(ZoneId in, List<CalendarEvent> held, Instant at) {
        Map<String, FeedEvent> before = new LinkedHashMap<>();
        events.forEach(one -> before.put(one.event().uid(), one));
        SortedMap<String, Integer> left = new TreeMap<>(gone);
        boolean isElsewhere = zone != null && !zone.equals(in);
        var after = new ArrayList<FeedEvent>();
        for (CalendarEvent now : held) {
            FeedEvent was = before.remove(now.uid());
            Integer sequence = left.remove(now.uid());
            if (was == null) {
                after.add(FeedEvent.fresh(now, sequence == null ? 0 : sequence + 1, at));
            } else {
                boolean isSame = !was.isCancelled() && was.event().equals(now) && !isElsewhere;
                after.add(isSame ? was : was.changed(now, at));
            }
        }
        before.forEach((uid, was) -> {
            FeedEvent cancelled = was.isCancelled() ? was : was.cancelled(at);
            if (isTold(cancelled, at)) {
                after.add(cancelled);
            } else {
                left.put(uid, cancelled.sequence());
            }
        });
        after.sort(BY_TIME);
        return new FeedState(in, after, left);
    }

    /**
     * The same feed in other words, such as those of another language: to programs that follow it what is held has changed, but nothing that people must
     * be told of.
     *
     * @param otherwise the same events that are held, as they are said from now on
     * @param at        from when, not before the last publication
     */
    public FeedState said(List<CalendarEvent> otherwise, Instant at) {
        Map<String, CalendarEvent> words = new HashMap<>();
        otherwise.forEach(one -> words.put(one.uid(), one));
        List<FeedEvent> all = events.stream()
                .map(one -> {
                    CalendarEvent event = words.get(one.event().uid());
                    return one.isCancelled() || event == null || event.equals(one.event()) ? one : one.said(event, at);
                })
                .toList();
        return new FeedState(zone, all, gone);
    }

    /**
     * The same feed, of which programs think that all has changed, and people nothing: it was worked out anew of documents that say it in other words.
     *
     * @param beyond how often each event counts as changed besides what it was; at least as often as it was told to be
     * @param at     from when
     */
    public FeedState anew(int beyond, Instant at) {
        SortedMap<String, Integer> left = new TreeMap<>(gone);
        left.replaceAll((uid, sequence) -> sequence + beyond);
        return new FeedState(
                zone, events.stream().map(one -> one.anew(beyond, at)).toList(), left);
    }

    /** What people are told at a time: what is held, and what was cancelled within {@link #TOLD}. */
    public List<FeedEvent> told(Instant now) {
        return events.stream().filter(one -> isTold(one, now)).toList();
    }

    private static boolean isTold(FeedEvent one, Instant now) {
        Instant cancelled = one.cancelled();
        return cancelled == null || now.isBefore(cancelled.plus(TOLD));
    }

    /** When the last of its events changed; empty before anything was published is the beginning of time. */
    public Instant changed() {
        return events.stream()
                .map(FeedEvent::changed)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Its events by id. */
    Map<String, FeedEvent> byId() {
        Map<String, FeedEvent> all = new HashMap<>();
        events.forEach(one -> all.put(one.event().uid(), one));
        return all;
    }
}
