package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.CalendarSpan;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublishedPlan;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stored content of a feed.
 *
 * @param publication last publication that reached the feed; 0 if none
 * @param published   moment of that publication; if none, of the first publication, which held the owner back
 * @param title       title of the calendar, with the owner's name from the last publication that contained the owner
 * @param span        time zone and date range of the events
 * @param isOwnerGone whether the owner is no longer in the plan
 * @param state       events
 * @param companies   other attendees of the events, for events that have some or were taken over
 */
record StoredFeed(
        int publication,
        Instant published,
        String title,
        CalendarSpan span,
        boolean isOwnerGone,
        FeedState state,
        List<EventAttendees> companies) {
    /** Copies the list. */
    StoredFeed {
        companies = List.copyOf(companies);
    }

    /** Returns an empty feed, for an owner that the plan's first publication holds back. */
    static StoredFeed empty(PublishedPlan now, CalendarOwner owner, Language language) {
        return new StoredFeed(
                0,
                now.publication().published(),
                now.events().calendarTitle(owner, language),
                now.span(),
                false,
                FeedState.EMPTY,
                List.of());
    }

    /** Returns the feed after the next publication that reaches it. */
    StoredFeed next(PublishedPlan now, CalendarOwner owner, Language language) {
        Publication lastPublication = now.publication();
        FeedState after = state.publish(now.zone(), now.eventsOf(owner, language), lastPublication.published());
        boolean isThere = now.isThere(owner);
        return new StoredFeed(
                lastPublication.number(),
                lastPublication.published(),
                isThere ? now.events().calendarTitle(owner, language) : title,
                span(now.span(), after),
                !isThere,
                after,
                EventAttendees.of(companies, after, now, owner, language));
    }

    /**
     * Returns the feed in another language. For clients, all current events change; for readers, nothing is news.
     *
     * @param now the last publication that reached the feed
     */
    StoredFeed inLanguage(Language language, PublishedPlan now, CalendarOwner owner, Instant at) {
        return new StoredFeed(
                publication,
                published,
                isOwnerGone ? title : now.events().calendarTitle(owner, language),
                span,
                isOwnerGone,
                publication == 0 ? state : state.reworded(now.eventsOf(owner, language), at),
                publication == 0 ? companies : EventAttendees.of(companies, state, now, owner, language));
    }

    /** Returns what became of events that the feed lost but that are still held, by their ids. */
    Map<String, EventTakeover> stillHeld() {
        Map<String, EventTakeover> all = new HashMap<>();
        for (EventAttendees one : companies) {
            if (one.stillHeld() != null) {
                all.put(one.uid(), one.stillHeld());
            }
        }
        return all;
    }

    /** Returns the plan's date range, extended by cancelled events from earlier date ranges. */
    private static CalendarSpan span(CalendarSpan plan, FeedState state) {
        List<Instant> starts = state.events().stream()
                .map(FeedEvent::event)
                .map(CalendarEvent::time)
                .filter(time -> !time.isOfDays())
                .map(time -> Objects.requireNonNull(time.start()))
                .toList();
        Instant first = starts.stream()
                .filter(plan.first()::isAfter)
                .min(Instant::compareTo)
                .orElse(plan.first());
        Instant last = starts.stream()
                .filter(plan.last()::isBefore)
                .max(Instant::compareTo)
                .orElse(plan.last());
        return new CalendarSpan(plan.zone(), first, last);
    }

    byte[] bytes() {
        return StoredFeedWriter.toBytes(this);
    }

    /** Parses stored bytes; empty if they have another format, such as that of an earlier version. */
    static Optional<StoredFeed> of(byte[] bytes) {
        return StoredFeedReader.read(bytes);
    }
}
