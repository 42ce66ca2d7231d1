package dk.grundskema.api.service.importing;

import com.github.benmanes.caffeine.cache.Ticker;
import dk.grundskema.api.imports.CampTemplate;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.api.service.plan.problem.CampInterventions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the camps of an organisation that a new one can take its base timetable and rules from. */
@Component
final class EarlierCampReader {
    /** Maximum number of plans that are looked at, the latest ones. */
    private static final int MOST_PLANS = 100;

    private static final int CACHE_SIZE = 5_000;

    private final PlanStore plans;
    private final RevisionRepository revisions;
    private final DocumentStore documents;

    /** Whether there is a camp in a problem, by its hash. Problems are immutable, so entries need no invalidation. */
    private final LeastRecentlyUsedCache<String, Boolean> camps =
            LeastRecentlyUsedCache.create(CACHE_SIZE, Duration.ofDays(2), Ticker.systemTicker());

    EarlierCampReader(PlanStore plans, RevisionRepository revisions, DocumentStore documents) {
        this.plans = plans;
        this.revisions = revisions;
        this.documents = documents;
    }

    /**
     * Returns the plans with a camp that are neither archived nor deleted, the latest first.
     *
     * @param chosen id of a plan that comes first even if it is archived or old; empty means none
     */
    List<Plan> findPlans(OrganisationId organisation, String chosen) {
        Stream<Plan> first = chosen.isEmpty()
                ? Stream.of()
                : plans
                        .find(new PlanId(chosen))
                        .filter(one -> one.organisation().equals(organisation))
                        .stream();
        List<Plan> latest = Stream.concat(first, plans.findLatest(organisation, MOST_PLANS).stream())
                .distinct()
                .toList();
        Map<RevisionId, String> problems = revisions
                .findAll(latest.stream().map(Plan::head).toList())
                .stream()
                .collect(Collectors.toMap(Revision::id, Revision::problem));
        documents.prefetch(problems.values().stream()
                .filter(problem -> camps.getIfPresent(problem) == null)
                .toList());
        return latest.stream()
                .filter(plan -> camps.get(Objects.requireNonNull(problems.get(plan.head())), this::hasCamp))
                .toList();
    }

    private boolean hasCamp(String problem) {
        try {
            return !CampInterventions.findAll(documents.problemUncached(problem).value())
                    .isEmpty();
        } catch (RefusalException unreadable) {
            return false; // a plugin of the plan is missing
        }
    }

    /**
     * Returns what a new camp takes over from a plan.
     *
     * @throws RefusalException 404 if there is no such plan in the organisation; 422 if it has no camp
     */
    CampTemplate read(OrganisationId organisation, PlanId id) {
        Plan plan = plans.find(id)
                .filter(one -> one.organisation().equals(organisation))
                .orElseThrow(RefusalException::notFound);
        return CampTemplate.of(
                        documents.problem(plans.revision(plan.head()).problem()).value())
                .orElseThrow(() -> RefusalException.unusable("import.no-camp-in-plan", "like"));
    }
}
