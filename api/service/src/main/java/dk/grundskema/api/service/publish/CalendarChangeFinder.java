package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.domain.people.Language;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares a draft publication with what each calendar of the plan contains now. The reference of an owner is the last publication that
 * reached the owner: publications that hold the owner back are skipped.
 */
@Component
public final class CalendarChangeFinder {
    private final PublicationRepository publicationRepository;
    private final PublishedPlanCache publishedPlanCache;

    CalendarChangeFinder(PublicationRepository publicationRepository, PublishedPlanCache publishedPlanCache) {
        this.publicationRepository = publicationRepository;
        this.publishedPlanCache = publishedPlanCache;
    }

    /**
     * A calendar before and after the publication.
     *
     * @param owner     owner of the calendar
     * @param name      display name of the owner
     * @param before    current content
     * @param after     content after the publication
     * @param stillHeld maps the id of an event that the calendar loses to what becomes of it; empty if the event is cancelled
     */
    record CalendarChange(
            CalendarOwner owner,
            String name,
            FeedState before,
            FeedState after,
            Function<String, Optional<EventTakeover>> stillHeld) {
        /** Returns whether no publication reached the owner before. */
        boolean isFirst() {
            return before.zone() == null;
        }
    }

    /** Returns whether the publication changes any calendar. Always true for the first publication, and for one after which links show another plan. */
    boolean hasChanges(PublicationDraft draft) {
        if (draft.before() == null
                || !draft.before()
                        .publication()
                        .plan()
                        .equals(draft.next().publication().plan())) {
            return true;
        }
        Comparison comparison = compare(draft.before(), draft.next());
        return comparison.owners().stream()
                .filter(owner -> !draft.next().isHeldBack(owner))
                .anyMatch(comparison::isNew);
    }

    /** Returns the changed calendars of all owners, including owners that are held back. */
    List<CalendarChange> findChanges(PublicationDraft draft, Language language) {
        Comparison comparison = compare(draft.before(), draft.next());
        return comparison.owners().stream()
                .map(owner -> comparison.changeOf(owner, language))
                .filter(one -> !one.before().events().equals(one.after().events()))
                .toList();
    }

    /** Returns a comparison of a publication with the one before it; {@code null} if it is the first. */
    Comparison compare(@Nullable PublishedPlan before, PublishedPlan next) {
        return new Comparison(before, next);
    }

    /** Compares each calendar of a publication with the last publication that reached its owner. */
    final class Comparison {
        private final @Nullable PublishedPlan before;
        private final PublishedPlan next;
        private final Map<Integer, PublishedPlan> earlier = new HashMap<>();

        private Comparison(@Nullable PublishedPlan before, PublishedPlan next) {
            this.before = before;
            this.next = next;
        }

        /** Returns the owners of calendars in either publication. */
        Set<CalendarOwner> owners() {
            var owners = new LinkedHashSet<>(next.events().owners());
            if (before != null) {
                owners.addAll(before.events().owners());
                // Staff members that were held back may have left the plan since; they still have an earlier
                // publication
                before.publication().heldBack().forEach(one -> owners.add(CalendarOwner.of(one)));
            }
            return owners;
        }

        /** Returns the owner's calendar before and after the publication, as if the owner was not held back. */
        CalendarChange changeOf(CalendarOwner owner, Language language) {
            PublishedPlan was = lastFor(owner);
            FeedState calendar = was == null
                    ? FeedState.EMPTY
                    : FeedState.EMPTY.publish(
                            was.zone(),
                            was.eventsOf(owner, language),
                            was.publication().published());
            FeedState after = calendar.publish(
                    next.zone(),
                    next.eventsOf(owner, language),
                    next.publication().published());
            PublishedPlan publishedPlan = was == null || next.isThere(owner) ? next : was;
            return new CalendarChange(
                    owner,
                    publishedPlan.events().ownerName(owner, language),
                    calendar,
                    after,
                    next.stillHeld(was, owner, language));
        }

        private boolean isNew(CalendarOwner owner) {
            PublishedPlan was = lastFor(owner);
            Language language = next.events().languageOf(owner);
            return was == null
                    || was.isThere(owner) != next.isThere(owner)
                    || !was.zone().equals(next.zone())
                    || !was.eventsOf(owner, language).equals(next.eventsOf(owner, language))
                    || (next.isThere(owner)
                            && !was.events()
                                    .calendarTitle(owner, language)
                                    .equals(next.events().calendarTitle(owner, language)));
        }

        /** Returns the last publication that reached the owner, or {@code null} if none did. */
        private @Nullable PublishedPlan lastFor(CalendarOwner owner) {
            PublishedPlan one = before;
            while (one != null && one.isHeldBack(owner)) {
                one = before(one.publication());
            }
            return one;
        }

        private @Nullable PublishedPlan before(Publication one) {
            return one.number() == 1
                    ? null
                    : earlier.computeIfAbsent(
                            one.number() - 1,
                            number -> publicationRepository
                                    .find(one.plan(), number)
                                    .map(publishedPlanCache::get)
                                    .orElseThrow());
        }
    }
}
