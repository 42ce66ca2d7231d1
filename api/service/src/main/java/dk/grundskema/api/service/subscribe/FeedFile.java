package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.CalendarHeader;
import dk.grundskema.api.exports.calendar.EventVersion;
import dk.grundskema.api.exports.calendar.ICalendarWriter;
import dk.grundskema.api.exports.feed.AgendaFormatter;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.platform.http.ContentTag;
import dk.grundskema.api.service.publish.GzipCodec;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A feed file as sent to clients.
 *
 * @param zipped compressed content; nearly all clients accept it, and it saves memory in the cache
 * @param stamp  validators of the file
 */
record FeedFile(byte[] zipped, Stamp stamp) {
    /**
     * HTTP validators of a feed file; small enough to cache for all feeds.
     *
     * @param tag     entity tag
     * @param changed time of the last change
     * @param until   end of validity: the time when a cancelled event is dropped from the file
     */
    record Stamp(String tag, Instant changed, Instant until) {}

    /** Returns the uncompressed content. */
    byte[] content() {
        return GzipCodec.decompress(zipped);
    }

    /** Returns the file of a feed at a time with the given options. An event that the feed lost but that is still held says so. */
    static FeedFile of(FeedSnapshot feed, FeedOptions wishes, Instant now) {
        var words = new AgendaFormatter(
                Language.of(feed.language()),
                feed.span().zone(),
                uid -> Optional.ofNullable(feed.stillHeld().get(uid)));
        List<EventVersion> events = feed.state().eventsToShow(now).stream()
                .filter(one -> !wishes.isDropped() || !one.isCancelled())
                .map(one -> toVersion(one, words))
                .toList();
        var head = new CalendarHeader(feed.title(), feed.language(), feed.span(), feed.colour());
        byte[] content = ICalendarWriter.writeFeed(head, events, wishes.alarm());
        Instant changed = Stream.concat(
                        Stream.of(feed.published(), feed.state().lastChanged()),
                        cancellationEnds(feed).filter(end -> !end.isAfter(now)))
                .max(Instant::compareTo)
                .orElseThrow();
        Instant until = cancellationEnds(feed)
                .filter(end -> end.isAfter(now))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        return new FeedFile(GzipCodec.compress(content), new Stamp(ContentTag.tag(content), changed, until));
    }

    private static EventVersion toVersion(FeedEvent one, AgendaFormatter words) {
        EventVersion version = one.toVersion();
        return one.isCancelled()
                ? words.takeoverText(one.event().uid())
                        .map(line -> new EventVersion(
                                one.event().withFirstLine(line), version.sequence(), version.changed(), true))
                        .orElse(version)
                : version;
    }

    /** Returns the times at which cancelled events are dropped. */
    private static Stream<Instant> cancellationEnds(FeedSnapshot feed) {
        return feed.state().events().stream()
                .filter(FeedEvent::isCancelled)
                .map(one -> Objects.requireNonNull(one.cancelled()).plus(FeedState.CANCELLED_RETENTION));
    }
}
