package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what publications change for each staff member, for packages that notify staff. */
@Component
public class StaffCalendarChangeFinder {
    private final PublicationRepository publicationRepository;
    private final PublishedPlanCache publishedPlanCache;
    private final LinkRepository links;

    StaffCalendarChangeFinder(
            PublicationRepository publicationRepository, PublishedPlanCache publishedPlanCache, LinkRepository links) {
        this.publicationRepository = publicationRepository;
        this.publishedPlanCache = publishedPlanCache;
        this.links = links;
    }

    /**
     * A staff member's calendar before and after a publication.
     *
     * @param published the publication that reached the staff member
     * @param member    the staff member in the current or previous plan; {@code null} if in neither
     * @param title     title of the calendar
     * @param zone      time zone of the calendar
     * @param before    content before
     * @param after     content after
     * @param stillHeld maps the id of an event that the calendar lost to what became of it; empty if the event is cancelled
     */
    public record CalendarDifference(
            Publication published,
            @Nullable StaffMember member,
            String title,
            ZoneId zone,
            FeedState before,
            FeedState after,
            Function<String, Optional<EventTakeover>> stillHeld) {
        /** Returns only the publication. */
        @Override
        public String toString() {
            return published.toString();
        }
    }

    /** Returns the links to staff calendars that a publication changes; not of staff members who are held back, and no revoked links. */
    public List<FeedLink> findReachedLinks(PlanId plan, int number) {
        List<StaffId> heldBack = get(plan, number).heldBack();
        return links.find(plan).stream()
                .filter(link -> link.kind() == LinkKind.STAFF && link.revoked() == null)
                .filter(link -> !heldBack.contains(new StaffId(link.ownerId())))
                .toList();
    }

    /** Returns the link to a staff member's calendar, unless it is revoked. */
    public Optional<FeedLink> findLink(PlanId plan, StaffId person) {
        return links.find(plan, CalendarOwner.of(person));
    }

    /** Returns the number of the publication that had reached the staff member before the given one; 0 if none. */
    public int findPreviousNumber(PlanId plan, int number, StaffId person) {
        int earlier = number - 1;
        while (earlier > 0 && get(plan, earlier).heldBack().contains(person)) {
            earlier--;
        }
        return earlier;
    }

    /**
     * Compares a staff member's calendar between two publications.
     *
     * @param since    number of the publication that the staff member knows; 0 if none
     * @param number   number of the later publication
     * @param language language of the texts
     * @throws RefusalException 404 if a publication does not exist any more; 409 if a problem requires a missing plugin
     */
    public CalendarDifference compare(PlanId plan, int since, int number, StaffId person, Language language) {
        CalendarOwner owner = CalendarOwner.of(person);
        PublishedPlan next = publishedPlanCache.get(get(plan, number));
        PublishedPlan was = since == 0 ? null : publishedPlanCache.get(get(plan, since));
        FeedState before = was == null ? FeedState.EMPTY : state(FeedState.EMPTY, was, owner, language);
        PublishedPlan publishedPlan = next.isThere(owner) || was == null ? next : was;
        return new CalendarDifference(
                next.publication(),
                publishedPlan.problem().staffMember(person).orElse(null),
                publishedPlan.events().calendarTitle(owner, language),
                next.zone(),
                before,
                state(before, next, owner, language),
                next.stillHeld(was, owner, language));
    }

    private static FeedState state(FeedState before, PublishedPlan one, CalendarOwner owner, Language language) {
        return before.publish(
                one.zone(), one.eventsOf(owner, language), one.publication().published());
    }

    private Publication get(PlanId plan, int number) {
        return publicationRepository.find(plan, number).orElseThrow(RefusalException::notFound);
    }
}
