package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a feed, as it was published last.
 *
 * @param event     what it is; what it was, if it is cancelled
 * @param sequence  how often it has changed since it was first published, from 0
 * @param changed   when it was published as it is now
 * @param cancelled since when it is no longer held; {@code null} means that it is
 * @param before    what it was until it changed last; {@code null} means that it never has, or that there was none
 */
public record FeedEvent(
        CalendarEvent event,
        int sequence,
        Instant changed,
        @Nullable Instant cancelled,
        @Nullable CalendarEvent before) {
    /** An event that is published for the first time. */
    static FeedEvent fresh(CalendarEvent event, int sequence, Instant at) {
        return new FeedEvent(event, sequence, at, null, null);
    }

    /** The same event, which is now something else. */
    FeedEvent changed(CalendarEvent into, Instant at) {
        return new FeedEvent(into, sequence + 1, at, null, cancelled == null ? event : null);
    }

    /** The same event, which is no longer held. */
    FeedEvent cancelled(Instant at) {
        return new FeedEvent(event, sequence + 1, at, at, null);
    }

    /** Whether it is no longer held. */
    public boolean isCancelled() {
        return cancelled != null;
    }

    /** What calendars are told of it. */
    public EventVersion version() {
        return new EventVersion(event, sequence, changed, isCancelled());
    }
}
