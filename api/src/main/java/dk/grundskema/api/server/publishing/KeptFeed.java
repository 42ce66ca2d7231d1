package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.calendar.CalendarSpan;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a feed says, as it is kept.
 *
 * @param publication number of the last publication that reached it; 0 means none
 * @param published   when that was; of none when the first one passed it by
 * @param title       what the calendar is called; the owner's name as it was when the owner was last in the plan
 * @param span        in which zone and when its events are
 * @param isOwnerGone whether the owner is no longer in the plan
 * @param state       its events
 * @param companies   who else is there, of those of its events where somebody or something is, or has come for the owner
 */
record KeptFeed(
        int publication,
        Instant published,
        String title,
        CalendarSpan span,
        boolean isOwnerGone,
        FeedState state,
        List<Company> companies) {
    /** Copies the list. */
    KeptFeed {
        companies = List.copyOf(companies);
    }

    /** A feed that nothing was published to: the first publication of its plan holds it back. */
    static KeptFeed none(Published now, CalendarOwner owner, Language language) {
        return new KeptFeed(
                0,
                now.publication().published(),
                now.events().title(owner, language),
                now.span(),
                false,
                FeedState.EMPTY,
                List.of());
    }

    /** The feed after another publication has reached it. */
    KeptFeed next(Published now, CalendarOwner owner, Language language) {
        Publication reached = now.publication();
        FeedState after = state.next(now.zone(), now.of(owner, language), reached.published());
        boolean isThere = now.isThere(owner);
        return new KeptFeed(
                reached.number(),
                reached.published(),
                isThere ? now.events().title(owner, language) : title,
                span(now.span(), after),
                !isThere,
                after,
                Company.of(companies, after, now, owner, language));
    }

    /**
     * The same feed in another language from a moment on: to programs all that is held has changed, to people nothing.
     *
     * @param now what reached it last
     */
    KeptFeed in(Language language, Published now, CalendarOwner owner, Instant at) {
        return new KeptFeed(
                publication,
                published,
                isOwnerGone ? title : now.events().title(owner, language),
                span,
                isOwnerGone,
                publication == 0 ? state : state.said(now.of(owner, language), at),
                publication == 0 ? companies : Company.of(companies, state, now, owner, language));
    }

    /** What became of events that the feed has no longer but that are held all the same, by their ids. */
    Map<String, StillHeld> stillHeld() {
        Map<String, StillHeld> all = new HashMap<>();
        for (Company one : companies) {
            if (one.stillHeld() != null) {
                all.put(one.uid(), one.stillHeld());
            }
        }
        return all;
    }

    /** The plan's weeks, and what was cancelled outside of them when the plan was of others. */
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
        return WrittenFeed.of(this);
    }

    /** What was kept; empty if it is of another form, such as an earlier version's. */
    static Optional<KeptFeed> of(byte[] bytes) {
        return ReadFeed.of(bytes);
    }
}
