package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.api.exports.feed.OccurrenceIdMatcher;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.StoredDocument;
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

/** Calculates the next publication of a plan. */
@Component
public final class PublicationDrafter {
    private final PublicationRepository publicationRepository;
    private final PublishedPlanCache publishedPlanCache;
    private final PlanStore plans;
    private final DocumentStore documents;
    private final IdGenerator ids;
    private final InstantSource clock;

    public PublicationDrafter(
            PublicationRepository publicationRepository,
            PublishedPlanCache publishedPlanCache,
            PlanStore plans,
            DocumentStore documents,
            IdGenerator ids,
            InstantSource clock) {
        this.publicationRepository = publicationRepository;
        this.publishedPlanCache = publishedPlanCache;
        this.plans = plans;
        this.documents = documents;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns the next publication of the plan's family, with the title of the plan that the family began with.
     *
     * @throws RefusalException 409 if there is no timetable, or a plugin that the problem requires is missing; 422 if the revision does not belong
     *     to the plan, or a staff member who is held back is unknown
     */
    PublicationDraft draft(Plan plan, NewPublication wish, AccountId author) {
        Revision revision = revision(plan, wish.revision());
        if (revision.timetable() == null) {
            throw RefusalException.conflict("publishing.no-timetable");
        }
        RatedPlan rated = documents.ratedPlan(revision);
        StoredDocument.StoredProblem problem = rated.problem();
        StoredDocument.StoredTimetable timetable = rated.timetable();
        PublishedPlan before = publicationRepository
                .findLastOfFamily(plan.id())
                .map(publishedPlanCache::get)
                .orElse(null);
        requireKnownStaff(wish.heldBack(), problem, before);
        String secret = before == null
                ? publicationRepository.findSecret(plan.id()).orElseGet(ids::newSecret)
                : publicationRepository
                        .eventIdSeed(
                                before.publication().plan(),
                                before.publication().number())
                        .secret();
        EventIdGenerator own = EventIdGenerator.withSecret(secret, Map.of());
        SortedMap<String, String> exceptions = before == null
                ? new TreeMap<>()
                : OccurrenceIdMatcher.matchIds(
                        before.events().occurrences(), before.ids(), problem.value(), timetable.value(), own);
        var next = new Publication(
                plan.id(),
                before == null ? 1 : before.publication().number() + 1,
                revision.id(),
                problem.hash(),
                timetable.hash(),
                author,
                publicationTime(before),
                plans.familyTitle(plan),
                wish.note(),
                wish.heldBack());
        return new PublicationDraft(
                secret,
                before,
                publishedPlanCache.get(next, EventIdGenerator.withSecret(secret, exceptions)),
                exceptions);
    }

    /** Caches the calendars of a stored publication, because all links of the plan need them next. */
    void rememberPublished(PublicationDraft draft) {
        publishedPlanCache.remember(draft.next());
    }

    private Revision revision(Plan plan, @Nullable RevisionId wished) {
        if (wished == null) {
            return plans.revision(plan.head());
        }
        Revision found = plans.familyRevision(plan, wished, "/revision");
        if (!found.plan().equals(plan.id())) {
            throw RefusalException.unusable("publishing.other-plan", "/revision", wished.value());
        }
        return found;
    }

    /**
     * Returns the current time, but at least one second after the last publication: clocks may be set back, and clients compare times in
     * seconds.
     */
    private Instant publicationTime(@Nullable PublishedPlan before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant earliest =
                before == null ? now : before.publication().published().plusSeconds(1);
        return now.isBefore(earliest) ? earliest : now;
    }

    private static void requireKnownStaff(
            List<StaffId> heldBack, StoredDocument.StoredProblem problem, @Nullable PublishedPlan before) {
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
            throw RefusalException.unusable(findings);
        }
    }
}
