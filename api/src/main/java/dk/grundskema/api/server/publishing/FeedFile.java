package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarHead;
import dk.grundskema.api.calendar.CalendarWriter;
import dk.grundskema.api.calendar.EventVersion;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.server.platform.Unchanged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A feed as it is sent.
 *
 * @param zipped its bytes, compressed: that is how nearly everybody asks for them, and many more of them can be remembered
 * @param stamp  by what clients know it again
 */
record FeedFile(byte[] zipped, Stamp stamp) {
    /**
     * By what clients know a feed again; so small that it can be remembered of all feeds.
     *
     * @param tag     its entity tag
     * @param changed when it became as it is
     * @param until   when something that was cancelled is no longer told, so that it is another
     */
    record Stamp(String tag, Instant changed, Instant until) {}

    /** Its bytes. */
    byte[] content() {
        return Zipped.bytes(zipped);
    }

    /** What a feed is at a time, to somebody who wishes it so. */
    static FeedFile of(FeedNow feed, FeedWishes wishes, Instant now) {
        List<EventVersion> events = feed.state().told(now).stream()
                .filter(one -> !wishes.isDropped() || !one.isCancelled())
                .map(FeedEvent::version)
                .toList();
        var head = new CalendarHead(feed.title(), feed.language(), feed.span(), feed.colour());
        byte[] content = CalendarWriter.feed(head, events, wishes.alarm());
        Instant changed = Stream.concat(
                        Stream.of(feed.published(), feed.state().changed()),
                        ends(feed).filter(end -> !end.isAfter(now)))
                .max(Instant::compareTo)
                .orElseThrow();
        Instant until = ends(feed)
                .filter(end -> end.isAfter(now))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        return new FeedFile(Zipped.of(content), new Stamp(Unchanged.tag(content), changed, until));
    }

    /** When people are no longer told of each thing that was cancelled. */
    private static Stream<Instant> ends(FeedNow feed) {
        return feed.state().events().stream()
                .filter(FeedEvent::isCancelled)
                .map(one -> Objects.requireNonNull(one.cancelled()).plus(FeedState.TOLD));
    }
}
