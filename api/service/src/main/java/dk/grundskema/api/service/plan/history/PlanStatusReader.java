package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.AcceptanceReport;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStatusRepository;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.StoredDocument.StoredTimetable;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the status of revisions. Each is counted once, when somebody first needs it, and stored; it is counted again after a change of the program
 * or its plugins. What it breaks together with other plans in use, and the seats of absent people, are counted each time. All pages, REST operations and previews read it here.
 */
@Component
public class PlanStatusReader {
    private static final Logger LOG = LoggerFactory.getLogger(PlanStatusReader.class);

    /** Counted statuses by document hashes: a revision may have the documents of another, as after undo or in a scenario. */
    private static final int CACHE_SIZE = 200;

    private final PlanStatusRepository repository;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final AssessmentCache assessments;
    private final PlanFaultCache faults;
    private final CrossPlanFaultReader crossPlanFaults;
    private final AbsentSeatReader absentSeats;
    private final LeastRecentlyUsedCache<List<String>, PlanStatus> counted = LeastRecentlyUsedCache.create(CACHE_SIZE);
    private final LeastRecentlyUsedCache<List<String>, List<RuleResult>> wishes =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    PlanStatusReader(
            PlanStatusRepository repository,
            DocumentStore documents,
            PluginPlanningFacade planning,
            AssessmentCache assessments,
            PlanFaultCache faults,
            CrossPlanFaultReader crossPlanFaults,
            AbsentSeatReader absentSeats) {
        this.repository = repository;
        this.documents = documents;
        this.planning = planning;
        this.assessments = assessments;
        this.faults = faults;
        this.crossPlanFaults = crossPlanFaults;
        this.absentSeats = absentSeats;
    }

    /** Returns the status of a revision; empty if it has no timetable, or a plugin that it needs is not installed. */
    public Optional<PlanStatus> find(Revision revision) {
        return Optional.ofNullable(findAll(List.of(revision), 1).get(revision.id()));
    }

    /** Returns the status that a revision, also an earlier one, has if people work by it: it may be published. Empty like {@link #find}. */
    Optional<PlanStatus> findIfUsed(Revision revision) {
        return find(revision)
                .map(status -> status.withSurroundings(
                        crossPlanFaults.findInAny(revision).all().size(),
                        absentSeats.findInAny(revision).size()));
    }

    /**
     * Returns the status of revisions by id, with a constant number of SQL statements and one for each plan with absences. Revisions without a timetable are left out, and those whose
     * plugins are not installed.
     */
    public Map<RevisionId, PlanStatus> findAll(Collection<Revision> revisions) {
        return findAll(revisions, Integer.MAX_VALUE);
    }

    /**
     * Returns the status of revisions like {@link #findAll(Collection)}, and leaves out those that would have to be counted beyond the first ones.
     *
     * @param most maximum number of revisions whose status is counted
     */
    Map<RevisionId, PlanStatus> findAll(Collection<Revision> revisions, int most) {
        List<Revision> countable =
                revisions.stream().filter(this::isCountable).distinct().toList();
        var found = new HashMap<>(
                repository.findAll(countable.stream().map(Revision::id).toList()));
        List<Revision> missing = countable.stream()
                .filter(one -> !found.containsKey(one.id()))
                .limit(most)
                .toList();
        if (!missing.isEmpty()) {
            documents.prefetchForRating(missing);
            Map<RevisionId, PlanStatus> fresh = new HashMap<>();
            missing.forEach(one -> fresh.put(one.id(), count(one)));
            repository.storeAll(fresh);
            found.putAll(fresh);
        }
        countable.forEach(one -> found.computeIfPresent(
                one.id(),
                (id, status) -> status.withSurroundings(
                        crossPlanFaults.find(one).all().size(),
                        absentSeats.find(one).size())));
        return found;
    }

    /** Returns the results of the soft rules in a revision's timetable, of which its status has the sums; empty like {@link #find}. */
    public List<RuleResult> findWishCosts(Revision revision) {
        if (!isCountable(revision)) {
            return List.of();
        }
        RatedPlan rated = documents.ratedPlan(revision);
        return countWishes(rated.problem(), rated.timetable());
    }

    private List<RuleResult> countWishes(StoredProblem problem, StoredTimetable timetable) {
        return wishes.get(
                List.of(problem.hash(), timetable.hash()),
                fresh -> planning.evaluateWishes(problem.value(), timetable.value()));
    }

    /** Counts the status of a revision and stores it, so that a later request need not. Does nothing where {@link #find} is empty. */
    public void store(Revision revision) {
        if (isCountable(revision)) {
            repository.storeAll(Map.of(revision.id(), count(revision)));
        }
    }

    private boolean isCountable(Revision revision) {
        return revision.timetable() != null
                && planning.plugins().typeIds().containsAll(revision.plugins().keySet());
    }

    private PlanStatus count(Revision revision) {
        RatedPlan rated = documents.ratedPlan(revision);
        StoredProblem problem = rated.problem();
        StoredTimetable timetable = rated.timetable();
        return counted.get(List.of(problem.hash(), timetable.hash()), fresh -> {
            long start = System.nanoTime();
            LocatedFaults located = faults.find(problem, timetable);
            PlanFidelity fidelity = assessments.assess(problem, timetable);
            PlanStatus status = PlanStatusCalculator.count(
                    located.all().stream().map(LocatedFault::fault).toList(),
                    fidelity,
                    countWishes(problem, timetable),
                    AcceptanceReport.of(problem.value(), located.concerned(), fidelity));
            LOG.debug(
                    "Status of revision {} counted in {} ms.", revision.id(), (System.nanoTime() - start) / 1_000_000);
            return status;
        });
    }
}
