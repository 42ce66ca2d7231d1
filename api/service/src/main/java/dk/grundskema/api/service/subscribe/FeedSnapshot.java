package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.BusyTimeMask;
import dk.grundskema.api.exports.calendar.CalendarSpan;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.service.publish.FeedLink;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Content of a feed after all publications so far.
 *
 * @param link        link of the feed
 * @param version     write counter; while it is the same, all other components except {@code isGone} are the same
 * @param publication last publication that reached the feed; earlier than the plan's last one, or 0, if the owner is held back
 * @param published   moment of that publication
 * @param state       events
 * @param stillHeld   what became of events that the feed lost but that are still held, by their ids; empty if it must not be shown
 * @param title       title of the calendar
 * @param language    language of the texts
 * @param span        time zone and date range of the events
 * @param isGone      whether the owner is no longer in the plan and all cancellations have expired
 */
public record FeedSnapshot(
        FeedLink link,
        long version,
        int publication,
        Instant published,
        FeedState state,
        Map<String, EventTakeover> stillHeld,
        String title,
        Locale language,
        CalendarSpan span,
        boolean isGone) {
    /** Copies the map. */
    public FeedSnapshot {
        stillHeld = Map.copyOf(stillHeld);
    }

    /** Returns the colour that distinguishes the calendar in clients: the colour of all events, or one for each kind of link. */
    String colour() {
        List<String> all = state.events().stream()
                .filter(one -> !one.isCancelled())
                .map(one -> one.event().colour())
                .distinct()
                .limit(2)
                .toList();
        return all.size() == 1 && !all.getFirst().isEmpty()
                ? all.getFirst()
                : link.kind().colour();
    }

    /**
     * Returns the busy-only version of this feed.
     *
     * @param other  link of the busy feed
     * @param spoken language changes of that link
     */
    FeedSnapshot busyOnly(FeedLink other, FeedRepository.Recalculation spoken) {
        Locale words = other.language().locale();
        List<FeedEvent> events = state.events().stream()
                .filter(one -> one.event().busy())
                .map(one -> new FeedEvent(
                        BusyTimeMask.mask(one.event(), words),
                        one.sequence(),
                        one.changed(),
                        one.cancelled(),
                        List.of()))
                .toList();
        var only = new FeedState(state.zone(), events, state.gone());
        return new FeedSnapshot(
                other,
                version + spoken.beyond(),
                publication,
                published,
                spoken.applyTo(only),
                Map.of(),
                title,
                words,
                span,
                isGone);
    }
}
