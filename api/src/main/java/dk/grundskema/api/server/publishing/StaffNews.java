package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What publications are for each of the staff, for those who tell them of it. */
@Component
public class StaffNews {
    private final PublicationRows rows;
    private final PublishedCalendars calendars;
    private final Links links;

    StaffNews(PublicationRows rows, PublishedCalendars calendars, Links links) {
        this.rows = rows;
        this.calendars = calendars;
        this.links = links;
    }

    /**
     * What somebody's calendar was and is.
     *
     * @param published   what reached the person
     * @param member      the person, as the plan has it, or had it; {@code null} if neither has
     * @param title       what the calendar is called
     * @param zone        zone of its times
     * @param before      what it said
     * @param after       what it says
     * @param stillHeld   what became of an event that it says no longer, by its id; nothing if it isn't held any more
     */
    public record Difference(
            Publication published,
            @Nullable StaffMember member,
            String title,
            ZoneId zone,
            FeedState before,
            FeedState after,
            Function<String, Optional<StillHeld>> stillHeld) {
        /** The publication alone. */
        @Override
        public String toString() {
            return published.toString();
        }
    }

    /** Links to the calendars of those whom a publication reaches; not of those who were held back, or whose link is revoked. */
    public List<Link> reached(PlanId plan, int number) {
        List<StaffId> heldBack = get(plan, number).heldBack();
        return links.of(plan).stream()
                .filter(link -> link.kind() == LinkKind.STAFF && link.revoked() == null)
                .filter(link -> !heldBack.contains(new StaffId(link.ownerId())))
                .toList();
    }

    /** The link to somebody's calendar, if there is one that answers. */
    public Optional<Link> link(PlanId plan, StaffId person) {
        return links.of(plan, CalendarOwner.of(person));
    }

    /** Number of the publication that had reached somebody until another one; 0 means none. */
    public int before(PlanId plan, int number, StaffId person) {
        int earlier = number - 1;
        while (earlier > 0 && get(plan, earlier).heldBack().contains(person)) {
            earlier--;
        }
        return earlier;
    }

    /**
     * What became of somebody's calendar from one publication to another.
     *
     * @param since    number of the one that the person knows; 0 means none
     * @param number   number of the other
     * @param language in which it is said
     * @throws Refusal 404 if there isn't such a publication any more; 409 if its problem can't be read with the plugins that are there
     */
    public Difference between(PlanId plan, int since, int number, StaffId person, Language language) {
        CalendarOwner owner = CalendarOwner.of(person);
        Published next = calendars.of(get(plan, number));
        Published was = since == 0 ? null : calendars.of(get(plan, since));
        FeedState before = was == null ? FeedState.EMPTY : state(FeedState.EMPTY, was, owner, language);
        Published known = next.isThere(owner) || was == null ? next : was;
        return new Difference(
                next.publication(),
                known.problem().staffMember(person).orElse(null),
                known.events().title(owner, language),
                next.zone(),
                before,
                state(before, next, owner, language),
                next.stillHeld(was, owner, language));
    }

    private static FeedState state(FeedState before, Published one, CalendarOwner owner, Language language) {
        return before.next(
                one.zone(), one.of(owner, language), one.publication().published());
    }

    private Publication get(PlanId plan, int number) {
        return rows.find(plan, number).orElseThrow(Refusal::notFound);
    }
}
