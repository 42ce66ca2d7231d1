package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An event of a feed, as it was published last.
 *
 * @param event     what it is; what it was, if it is cancelled
 * @param sequence  how often it has changed since it was first published, from 0
 * @param changed   when it was published as it is now
 * @param cancelled since when it is no longer held; {@code null} means that it is
 * @param formers   what it was before each of its last changes, the earliest first; at most {@value #REMEMBERED}, of {@link FeedState#TOLD} before the last of
 *     them
 */
public record FeedEvent(
        CalendarEvent event,
        int sequence,
        Instant changed,
        @Nullable Instant cancelled,
        List<Former> formers) {
    /** So many changes are known of each event; who hasn't looked for longer is told of those. */
    public static final int REMEMBERED = 4;

    /**
     * What an event was for a time.
     *
     * @param event what it was; {@code null} means that it wasn't held
     * @param until when it became something else
     */
    public record Former(@Nullable CalendarEvent event, Instant until) {}

    /** Copies the list. */
    public FeedEvent {
        formers = List.copyOf(formers);
    }

    /** An event that is published for the first time. */
    static FeedEvent fresh(CalendarEvent event, int sequence, Instant at) {
        return new FeedEvent(event, sequence, at, null, List.of(new Former(null, at)));
    }

    /** The same event, which is now something else. */
    FeedEvent changed(CalendarEvent into, Instant at) {
        return new FeedEvent(into, sequence + 1, at, null, formersUntil(at));
    }

    /** The same event, which is no longer held. */
    FeedEvent cancelled(Instant at) {
        return new FeedEvent(event, sequence + 1, at, at, formersUntil(at));
    }

    /** The same event in other words, of which nobody must be told. */
    FeedEvent said(CalendarEvent otherwise, Instant at) {
        List<Former> saidFormers = formers.stream()
                .map(one -> one.event() == null ? one : new Former(like(one.event(), otherwise), one.until()))
                .toList();
        return new FeedEvent(otherwise, sequence + 1, at, cancelled, saidFormers);
    }

    /** The same event, of which programs think that it has changed so often besides. */
    FeedEvent anew(int beyond, Instant at) {
        return new FeedEvent(event, sequence + beyond, changed.isAfter(at) ? changed : at, cancelled, formers);
    }

    /** A former event in the words that the present one is said in from now on, as far as it was said in the same. */
    private CalendarEvent like(CalendarEvent former, CalendarEvent otherwise) {
        return new CalendarEvent(
                former.uid(),
                former.time(),
                like(former, otherwise, CalendarEvent::summary),
                like(former, otherwise, CalendarEvent::location),
                like(former, otherwise, CalendarEvent::description),
                like(former, otherwise, CalendarEvent::categories),
                former.colour(),
                former.busy(),
                like(former, otherwise, CalendarEvent::people));
    }

    private <T> T like(CalendarEvent former, CalendarEvent otherwise, Function<CalendarEvent, T> part) {
        T was = part.apply(former);
        return was.equals(part.apply(event)) ? part.apply(otherwise) : was;
    }

    private List<Former> formersUntil(Instant at) {
        var all = new ArrayList<Former>();
        formers.stream()
                .filter(one -> at.isBefore(one.until().plus(FeedState.TOLD)))
                .forEach(all::add);
        all.add(new Former(isCancelled() ? null : event, at));
        return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    }

    /** Whether it is no longer held. */
    public boolean isCancelled() {
        return cancelled != null;
    }

    /** What it was at a time, as far as that is known; empty if nothing that people are told of has changed since. */
    public Optional<Former> at(Instant time) {
        return formers.stream().filter(one -> one.until().isAfter(time)).findFirst();
    }

    /** What calendars are told of it. */
    public EventVersion version() {
        return new EventVersion(event, sequence, changed, isCancelled());
    }
}
