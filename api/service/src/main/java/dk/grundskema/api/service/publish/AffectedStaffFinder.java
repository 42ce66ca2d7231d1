package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.PublicationNewsFormatter;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.AffectedStaff.AffectedPerson;
import dk.grundskema.api.service.publish.AffectedStaff.Receipt;
import dk.grundskema.api.service.publish.CalendarChangeFinder.CalendarChange;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the staff members who have to know of the last publication now. */
@Component
public final class AffectedStaffFinder {
    private final PublicationRepository publications;
    private final PublishedPlanCache publishedPlans;
    private final CalendarChangeFinder changeFinder;
    private final LinkRepository links;
    private final LinkAddresses addresses;
    private final RequestTexts requestTexts;
    private final InstantSource clock;

    public AffectedStaffFinder(
            PublicationRepository publications,
            PublishedPlanCache publishedPlans,
            CalendarChangeFinder changeFinder,
            LinkRepository links,
            LinkAddresses addresses,
            RequestTexts requestTexts,
            InstantSource clock) {
        this.publications = publications;
        this.publishedPlans = publishedPlans;
        this.changeFinder = changeFinder;
        this.links = links;
        this.addresses = addresses;
        this.requestTexts = requestTexts;
        this.clock = clock;
    }

    /**
     * Returns who is affected by the last publication of a plan's family.
     *
     * @throws RefusalException 404 if nothing was published; 409 if a publication requires a missing plugin
     */
    AffectedStaff findAffectedStaff(PlanId plan) {
        Publication last = publications.findShown(plan).orElseThrow(RefusalException::notFound);
        PublishedPlan next = publishedPlans.get(last);
        PublishedPlan before = publications
                .find(last.plan(), last.number() - 1)
                .map(publishedPlans::get)
                .orElse(null);
        CalendarChangeFinder.Comparison comparison = changeFinder.compare(before, next);
        Map<String, FeedLink> linksByOwner = links.find(last.plan()).stream()
                .filter(link -> link.kind() == LinkKind.STAFF)
                .collect(Collectors.toMap(FeedLink::ownerId, Function.identity()));
        Instant now = clock.instant();
        Language language = Language.of(requestTexts.language());
        var soon = new ArrayList<AffectedPerson>();
        int later = 0;
        for (CalendarOwner owner : comparison.owners()) {
            if (owner.kind() != CalendarOwner.Kind.STAFF || next.isHeldBack(owner)) {
                continue;
            }
            FeedLink link = linksByOwner.get(owner.id());
            Language own = link == null ? language : link.language();
            var change = StaffChange.of(comparison.changeOf(owner, own), own, next.zone(), now);
            if (!change.upcoming().soon().isEmpty()) {
                var wording = own == language
                        ? change
                        : StaffChange.of(comparison.changeOf(owner, language), language, next.zone(), now);
                soon.add(new AffectedPerson(
                        new StaffId(owner.id()),
                        change.calendar().name(),
                        change.upcoming().begin(next.zone(), now),
                        wording.words(),
                        Receipt.of(link, last.published()),
                        change.message(addressOf(link))));
            } else if (!change.upcoming().later().isEmpty()) {
                later++;
            }
        }
        return new AffectedStaff(last.number(), now, now.plus(UpcomingChanges.WINDOW), soon, later);
    }

    /** Returns the address of a link's page; empty if its owner cannot open it. */
    private String addressOf(@Nullable FeedLink link) {
        String address = link == null || link.revoked() != null ? "" : addresses.page(link);
        return LinkAddresses.isOnlyHere(address) ? "" : address;
    }

    /** How the calendar of a staff member changes, in a language. */
    private record StaffChange(CalendarChange calendar, UpcomingChanges upcoming, PublicationNewsFormatter formatter) {
        static StaffChange of(CalendarChange calendar, Language language, ZoneId zone, Instant now) {
            return new StaffChange(
                    calendar,
                    UpcomingChanges.between(calendar.before(), calendar.after(), zone, now),
                    new PublicationNewsFormatter(language, zone, calendar.stillHeld()));
        }

        List<String> words() {
            return formatter.format(upcoming.soon(), PublicationNewsFormatter.MOST);
        }

        String message(String address) {
            return formatter.formatMessage(calendar.name(), upcoming.soon(), address);
        }
    }
}
