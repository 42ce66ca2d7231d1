package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.feed.EventChange;
import dk.grundskema.api.exports.feed.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Changes of a calendar that are not over, by their urgency.
 *
 * @param soon  changes of events that are being held or begin within {@link #WINDOW}, before or after the change, by time
 * @param later the other changes, by time
 */
record UpcomingChanges(List<EventChange> soon, List<EventChange> later) {
    /** How far ahead a change is urgent: calendars on phones may need a day to fetch it. */
    static final Duration WINDOW = Duration.ofDays(2);

    /** Copies the lists. */
    UpcomingChanges {
        soon = List.copyOf(soon);
        later = List.copyOf(later);
    }

    /**
     * Compares two states of a calendar.
     *
     * @param zone zone of whole days
     */
    static UpcomingChanges between(FeedState before, FeedState after, ZoneId zone, Instant now) {
        Instant until = now.plus(WINDOW);
        List<EventChange> changes = EventChange.between(before, after, now);
        Predicate<EventChange> isSoon = one -> one.earliestBegin(zone, now).isBefore(until);
        return new UpcomingChanges(
                changes.stream().filter(isSoon).toList(),
                changes.stream().filter(isSoon.negate()).toList());
    }

    /** Returns when the first of the urgent changes begins, before or after the change. There must be one. */
    Instant begin(ZoneId zone, Instant now) {
        return soon.stream()
                .map(one -> one.earliestBegin(zone, now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
