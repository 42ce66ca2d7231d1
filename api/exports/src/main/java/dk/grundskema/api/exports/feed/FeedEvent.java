package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An event of a feed in its last published version, with its history.
 *
 * @param event     current content; the last content, if it is cancelled
 * @param sequence  number of changes since the first publication, from 0
 * @param changed   when this version was published
 * @param cancelled when it was cancelled; {@code null} means that it is held
 * @param formers   versions before each of its last changes, the earliest first; at most {@value #MAX_FORMER_VERSIONS}, and within {@link FeedState#CANCELLED_RETENTION}
 *     before the last one
 */
public record FeedEvent(
        CalendarEvent event,
        int sequence,
        Instant changed,
        @Nullable Instant cancelled,
        List<FormerEvent> formers) {
    /** Maximum number of stored changes of each event; a reader who has not visited for longer sees only these. */
    public static final int MAX_FORMER_VERSIONS = 4;

    /**
     * A former version of an event.
     *
     * @param event content; {@code null} means that it was not held
     * @param until when it was replaced
     */
    public record FormerEvent(@Nullable CalendarEvent event, Instant until) {}

    /** Copies the list. */
    public FeedEvent {
        formers = List.copyOf(formers);
    }

    /** Creates an event that is published for the first time. */
    static FeedEvent firstPublished(CalendarEvent event, int sequence, Instant at) {
        return new FeedEvent(event, sequence, at, null, List.of(new FormerEvent(null, at)));
    }

    /** Returns the event with new content. */
    FeedEvent changed(CalendarEvent into, Instant at) {
        return new FeedEvent(into, sequence + 1, at, null, formersUntil(at));
    }

    /** Returns the event as cancelled. */
    FeedEvent cancelled(Instant at) {
        return new FeedEvent(event, sequence + 1, at, at, formersUntil(at));
    }

    /** Returns the event with other wording; readers are not notified. */
    FeedEvent reworded(CalendarEvent otherwise, Instant at) {
        List<FormerEvent> saidFormers = formers.stream()
                .map(one -> one.event() == null ? one : new FormerEvent(reword(one.event(), otherwise), one.until()))
                .toList();
        return new FeedEvent(otherwise, sequence + 1, at, cancelled, saidFormers);
    }

    /** Returns the event with a sequence number raised by {@code beyond}, so that clients reload it. */
    FeedEvent withRaisedSequence(int beyond, Instant at) {
        return new FeedEvent(event, sequence + beyond, changed.isAfter(at) ? changed : at, cancelled, formers);
    }

    /** Returns a former version in the new wording, as far as it had the same wording as the current version. */
    private CalendarEvent reword(CalendarEvent former, CalendarEvent otherwise) {
        return new CalendarEvent(
                former.uid(),
                former.time(),
                reword(former, otherwise, CalendarEvent::summary),
                reword(former, otherwise, CalendarEvent::location),
                reword(former, otherwise, CalendarEvent::description),
                reword(former, otherwise, CalendarEvent::categories),
                former.colour(),
                former.busy(),
                reword(former, otherwise, CalendarEvent::people));
    }

    private <T> T reword(CalendarEvent former, CalendarEvent otherwise, Function<CalendarEvent, T> part) {
        T was = part.apply(former);
        return was.equals(part.apply(event)) ? part.apply(otherwise) : was;
    }

    private List<FormerEvent> formersUntil(Instant at) {
        var all = new ArrayList<FormerEvent>();
        formers.stream()
                .filter(one -> at.isBefore(one.until().plus(FeedState.CANCELLED_RETENTION)))
                .forEach(all::add);
        all.add(new FormerEvent(isCancelled() ? null : event, at));
        return all.subList(Math.max(0, all.size() - MAX_FORMER_VERSIONS), all.size());
    }

    /** Returns whether it is cancelled. */
    public boolean isCancelled() {
        return cancelled != null;
    }

    /** Returns the version at a time, as far as it is stored; empty if there was no relevant change since. */
    public Optional<FormerEvent> versionAt(Instant time) {
        return formers.stream().filter(one -> one.until().isAfter(time)).findFirst();
    }

    /** Returns the version for calendar clients. */
    public EventVersion toVersion() {
        return new EventVersion(event, sequence, changed, isCancelled());
    }
}
