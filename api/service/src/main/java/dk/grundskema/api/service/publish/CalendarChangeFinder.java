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
            Function<String, Optional<EventTakeover>> stillHeld) {}

    /** Returns whether the publication changes any calendar. Always true for the first publication, and for one after which links show another plan. */
    boolean hasChanges(PublicationDraft draft) {
        if (draft.before() == null
                || !draft.before()
                        .publication()
                        .plan()
                        .equals(draft.next().publication().plan())) {
            return true;
        }
        var reached = new LastPublications(draft);
        PublishedPlan next = draft.next();
        return owners(draft).stream()
                .filter(owner -> !next.isHeldBack(owner))
                .anyMatch(owner -> isNew(owner, reached.lastFor(owner), next));
    }

    private static boolean isNew(CalendarOwner owner, @Nullable PublishedPlan was, PublishedPlan next) {
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

    /** Returns the changed calendars of all owners, including owners that are held back. */
    List<CalendarChange> findChanges(PublicationDraft draft, Language language) {
        var reached = new LastPublications(draft);
        return owners(draft).stream()
                .map(owner -> changeOf(owner, reached.lastFor(owner), draft.next(), language))
                .filter(one -> !one.before().events().equals(one.after().events()))
                .toList();
    }

    private static CalendarChange changeOf(
            CalendarOwner owner, @Nullable PublishedPlan was, PublishedPlan next, Language language) {
        FeedState before = was == null
                ? FeedState.EMPTY
                : FeedState.EMPTY.publish(
                        was.zone(),
                        was.eventsOf(owner, language),
                        was.publication().published());
        FeedState after = before.publish(
                next.zone(), next.eventsOf(owner, language), next.publication().published());
        PublishedPlan publishedPlan = was == null || next.isThere(owner) ? next : was;
        return new CalendarChange(
                owner,
                publishedPlan.events().ownerName(owner, language),
                before,
                after,
                next.stillHeld(was, owner, language));
    }

    private static Set<CalendarOwner> owners(PublicationDraft draft) {
        var owners = new LinkedHashSet<>(draft.next().events().owners());
        if (draft.before() != null) {
            owners.addAll(draft.before().events().owners());
            // Staff members that were held back may have left the plan since; they still have an earlier publication
            draft.before().publication().heldBack().forEach(one -> owners.add(CalendarOwner.of(one)));
        }
        return owners;
    }

    /** Finds the last publication that reached an owner. */
    private final class LastPublications {
        private final PublicationDraft draft;
        private final Map<Integer, PublishedPlan> earlier = new HashMap<>();

        LastPublications(PublicationDraft draft) {
            this.draft = draft;
        }

        /** Returns the last publication that reached the owner, or {@code null} if none did. */
        @Nullable
        PublishedPlan lastFor(CalendarOwner owner) {
            PublishedPlan one = draft.before();
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
