package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.StoredDocument.StoredTimetable;
import dk.grundskema.api.service.plan.lifecycle.BindingPlanFinder;
import dk.grundskema.api.service.plan.lifecycle.BindingPlanFinder.BindingPlan;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.solver.check.OtherPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what a plan in use and other plans in use break only together. Only the current revision is compared, since people work by no other. The
 * faults are not stored, because they change with the other plans.
 */
@Component
class CrossPlanFaultReader {
    private static final int CACHE_SIZE = 100;

    private final PlanStore plans;
    private final BindingPlanFinder bindingPlans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final LeastRecentlyUsedCache<List<String>, List<RuleViolation>> faults =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    CrossPlanFaultReader(
            PlanStore plans, BindingPlanFinder bindingPlans, DocumentStore documents, PluginPlanningFacade planning) {
        this.plans = plans;
        this.bindingPlans = bindingPlans;
        this.documents = documents;
        this.planning = planning;
    }

    /** Returns the plans in use that a revision is compared with; empty for earlier revisions, and for plans that are not in use. */
    List<BindingPlan> comparedPlans(Revision revision) {
        Plan plan = plans.get(revision.plan());
        return revision.timetable() == null || !plan.inUse() || !plan.head().equals(revision.id())
                ? List.of()
                : bindingPlans.find(plan).stream()
                        .filter(one -> planning.plugins()
                                .typeIds()
                                .containsAll(one.head().plugins().keySet()))
                        .toList();
    }

    /** Returns the faults of a revision, whose plugins are installed. */
    List<RuleViolation> find(Revision revision) {
        List<BindingPlan> others = comparedPlans(revision);
        if (others.isEmpty()) {
            return List.of();
        }
        Plan plan = plans.get(revision.plan());
        var key = new ArrayList<>(
                List.of(plan.organisation().value(), revision.problem(), Objects.requireNonNull(revision.timetable())));
        others.forEach(
                one -> key.add(one.plan().organisation() + " " + one.head().problem() + " " + one.timetable()));
        return faults.get(key, fresh -> check(plan, revision, others));
    }

    private List<RuleViolation> check(Plan plan, Revision revision, List<BindingPlan> others) {
        documents.prefetchForRating(
                Stream.concat(Stream.of(revision), others.stream().map(BindingPlan::head))
                        .toList());
        List<OtherPlan> compared = others.stream()
                .map(one -> new OtherPlan(
                        ratingProblem(one.head()).value(),
                        timetable(one.head()).value(),
                        one.plan().organisation().equals(plan.organisation())))
                .toList();
        return planning
                .checkAcrossPlans(
                        ratingProblem(revision).value(), timetable(revision).value(), compared)
                .stream()
                .distinct()
                .toList();
    }

    private StoredTimetable timetable(Revision revision) {
        return Objects.requireNonNull(documents.timetableOf(revision));
    }

    private StoredProblem ratingProblem(Revision revision) {
        return documents.findRatingProblem(documents.problem(revision.problem()), timetable(revision));
    }
}
