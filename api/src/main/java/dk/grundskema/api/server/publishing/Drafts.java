package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.EventIds;
import dk.grundskema.api.feeds.Interchange;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what the next publication of a plan would be. */
@Component
final class Drafts {
    private final PublicationRows rows;
    private final PublishedCalendars calendars;
    private final Plans plans;
    private final Documents documents;
    private final FreshIds ids;
    private final InstantSource clock;

    Drafts(
            PublicationRows rows,
            PublishedCalendars calendars,
            Plans plans,
            Documents documents,
            FreshIds ids,
            InstantSource clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.plans = plans;
        this.documents = documents;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the next publication would be.
     *
     * @throws Refusal 409 if there is no timetable, or a plugin is missing that it takes to read the problem; 422 if it isn't a revision of the plan, or
     *     somebody is held back whom nobody knows
     */
    Coming of(Plan plan, NewPublication wish, AccountId author) {
        Revision revision = revision(plan, wish.revision());
        Kept.OfTimetable timetable = documents.timetableOf(revision);
        if (timetable == null) {
            throw Refusal.conflict("publishing.no-timetable");
        }
        Kept.OfProblem problem = documents.judging(documents.problem(revision.problem()), timetable);
        Published before = rows.last(plan.id()).map(calendars::of).orElse(null);
        known(wish.heldBack(), problem, before);
        String secret = rows.secret(plan.id()).orElseGet(ids::secret);
        EventIds own = EventIds.secret(secret, Map.of());
        SortedMap<String, String> exceptions = before == null
                ? new TreeMap<>()
                : Interchange.of(before.timetable(), before.ids(), timetable.value(), own);
        var next = new Publication(
                plan.id(),
                before == null ? 1 : before.publication().number() + 1,
                revision.id(),
                problem.hash(),
                timetable.hash(),
                author,
                after(before),
                plan.title(),
                wish.note(),
                wish.heldBack());
        return new Coming(secret, before, calendars.of(next, EventIds.secret(secret, exceptions)), exceptions);
    }

    /** It was published: all who follow the plan's calendars will need what was worked out here. */
    void published(Coming coming) {
        calendars.remember(coming.next());
    }

    private Revision revision(Plan plan, @Nullable RevisionId wished) {
        if (wished == null) {
            return plans.revision(plan.head());
        }
        Revision found = plans.ofFamily(plan, wished, "/revision");
        if (!found.plan().equals(plan.id())) {
            throw Refusal.unusable("publishing.other-plan", "/revision", wished.value());
        }
        return found;
    }

    /** Now, but a second after the last publication at least: clocks may be set back, and the two must be told apart by programs that count seconds. */
    private Instant after(@Nullable Published before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant earliest =
                before == null ? now : before.publication().published().plusSeconds(1);
        return now.isBefore(earliest) ? earliest : now;
    }

    private static void known(List<StaffId> heldBack, Kept.OfProblem problem, @Nullable Published before) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < heldBack.size(); i++) {
            StaffId one = heldBack.get(i);
            boolean isKnown = problem.value().staffMember(one).isPresent()
                    || (before != null
                            && (before.problem().staffMember(one).isPresent()
                                    || before.publication().heldBack().contains(one)));
            if (!isKnown) {
                findings.add(Finding.error("edit.no-such-staff", "/heldBack/" + i, one.value()));
            }
        }
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
    }
}
