package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.PublicationNewsFormatter;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the staff members who have to know of the last publication now. Keeps the last comparisons, because planners open the page several times. */
@Component
public final class AffectedStaffFinder {
    /** Maximum number of cached comparisons, one for each language. */
    private static final int CACHE_SIZE = 6;

    private final PublicationRepository publications;
    private final PublishedPlanCache publishedPlans;
    private final CalendarChangeFinder changeFinder;
    private final LinkRepository links;
    private final LinkAddresses addresses;
    private final RequestTexts requestTexts;
    private final InstantSource clock;
    private final LeastRecentlyUsedCache<List<Object>, Map<CalendarOwner, CalendarChange>> comparisons =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

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

    /** Returns the same as {@link #findAffectedStaff}, or empty if a publication requires a missing plugin. */
    Optional<AffectedStaff> findReadable(PlanId plan) {
        try {
            return Optional.of(findAffectedStaff(plan));
        } catch (RefusalException e) {
            if (e.status() == HttpStatus.CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
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
        Map<String, FeedLink> linksByOwner = links.find(last.plan()).stream()
                .filter(link -> link.kind() == LinkKind.STAFF)
                .collect(Collectors.toMap(FeedLink::ownerId, Function.identity()));
        Instant now = clock.instant();
        Language language = Language.of(requestTexts.language());
        var soon = new ArrayList<AffectedPerson>();
        int later = 0;
        for (Map.Entry<CalendarOwner, CalendarChange> inReadersLanguage :
                findChanges(before, next, language).entrySet()) {
            CalendarOwner owner = inReadersLanguage.getKey();
            FeedLink link = linksByOwner.get(owner.id());
            Language own = link == null ? language : link.language();
            CalendarChange inOwnLanguage =
                    Objects.requireNonNull(findChanges(before, next, own).get(owner));
            var change = StaffChange.of(inOwnLanguage, own, next.zone(), now);
            if (!change.upcoming().soon().isEmpty()) {
                var wording = StaffChange.of(inReadersLanguage.getValue(), language, next.zone(), now);
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

    /** Returns the calendars of the staff that a publication reaches, before and after it, in a language. */
    private Map<CalendarOwner, CalendarChange> findChanges(
            @Nullable PublishedPlan before, PublishedPlan next, Language language) {
        List<Object> key = List.of(documents(before), documents(next), language);
        return comparisons.get(key, fresh -> {
            CalendarChangeFinder.Comparison comparison = changeFinder.compare(before, next);
            var changes = new LinkedHashMap<CalendarOwner, CalendarChange>();
            for (CalendarOwner owner : comparison.owners()) {
                if (owner.kind() == CalendarOwner.Kind.STAFF && !next.isHeldBack(owner)) {
                    changes.put(owner, comparison.changeOf(owner, language));
                }
            }
            return changes;
        });
    }

    /** Returns what identifies the calendars of a publication: its number and documents, which change when the plan forgets people. */
    private static List<Object> documents(@Nullable PublishedPlan plan) {
        if (plan == null) {
            return List.of();
        }
        Publication one = plan.publication();
        return List.of(one.plan(), one.number(), one.problem(), one.timetable());
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
                    new PublicationNewsFormatter(language, zone, calendar.stillHeld(), calendar.isFirst()));
        }

        List<String> words() {
            return formatter.format(upcoming.soon());
        }

        String message(String address) {
            return formatter.formatMessage(calendar.name(), upcoming.soon(), address);
        }
    }
}
