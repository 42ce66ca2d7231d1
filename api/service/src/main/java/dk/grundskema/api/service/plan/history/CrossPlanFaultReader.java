package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.api.service.plan.lifecycle.BindingPlanFinder;
import dk.grundskema.api.service.plan.lifecycle.BindingPlanFinder.BindingPlan;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.solver.check.CrossPlanViolation;
import dk.grundskema.solver.check.OtherPlan;
import dk.grundskema.solver.check.ViolationPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what a plan in use and other plans in use break only together. Only the current revision is compared, since people work by no other. The
 * faults are not stored, because they change with the other plans.
 */
@Component
public class CrossPlanFaultReader {
    private static final int CACHE_SIZE = 100;

    private final PlanStore plans;
    private final BindingPlanFinder bindingPlans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final LeastRecentlyUsedCache<List<String>, LocatedFaults> faults =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    CrossPlanFaultReader(
            PlanStore plans, BindingPlanFinder bindingPlans, DocumentStore documents, PluginPlanningFacade planning) {
        this.plans = plans;
        this.bindingPlans = bindingPlans;
        this.documents = documents;
        this.planning = planning;
    }

    /** Returns the plans in use that a revision is compared with; empty if its plan is not in use. */
    List<BindingPlan> comparedPlans(Revision revision) {
        Plan plan = plans.get(revision.plan());
        return revision.timetable() == null || !plan.inUse()
                ? List.of()
                : bindingPlans.find(plan).stream()
                        .filter(one -> planning.plugins()
                                .typeIds()
                                .containsAll(one.head().plugins().keySet()))
                        .toList();
    }

    /**
     * Returns the faults of a revision, whose plugins are installed, with the meetings of the revision in which they are; none for earlier
     * revisions.
     */
    public LocatedFaults find(Revision revision) {
        return plans.get(revision.plan()).head().equals(revision.id()) ? findInAny(revision) : LocatedFaults.NONE;
    }

    /** Returns the faults like {@link #find}, also those that an earlier revision would have if people worked by it: it may be published. */
    LocatedFaults findInAny(Revision revision) {
        List<BindingPlan> others = comparedPlans(revision);
        if (others.isEmpty()) {
            return LocatedFaults.NONE;
        }
        Plan plan = plans.get(revision.plan());
        var key = new ArrayList<>(
                List.of(plan.organisation().value(), revision.problem(), Objects.requireNonNull(revision.timetable())));
        others.forEach(
                one -> key.add(one.plan().organisation() + " " + one.head().problem() + " " + one.timetable()));
        return faults.get(key, fresh -> locate(key, check(plan, revision, others)));
    }

    /** The same violation at two meetings is one fault in both. */
    private static LocatedFaults locate(List<String> key, List<CrossPlanViolation> found) {
        Map<RuleViolation, List<ViolationPlace>> places = new LinkedHashMap<>();
        found.forEach(one -> places.computeIfAbsent(one.violation(), any -> new ArrayList<>())
                .addAll(one.places()));
        String tag = LocatedFaults.tag(String.join(" ", key));
        var located = new ArrayList<LocatedFault>();
        places.forEach((violation, where) -> {
            var fault = new PlanFault(located.size() + 1, Part.OTHER_PLANS, violation, null);
            located.add(new LocatedFault(
                    tag + "-" + fault.number(), fault, where.stream().distinct().toList()));
        });
        return new LocatedFaults(located, List.of(), List.of());
    }

    private List<CrossPlanViolation> check(Plan plan, Revision revision, List<BindingPlan> others) {
        documents.prefetchForRating(
                Stream.concat(Stream.of(revision), others.stream().map(BindingPlan::head))
                        .toList());
        List<OtherPlan> compared = others.stream()
                .map(one -> otherPlan(
                        documents.ratedPlan(one.head()),
                        one.plan().organisation().equals(plan.organisation())))
                .toList();
        RatedPlan rated = documents.ratedPlan(revision);
        return planning.checkAcrossPlans(
                rated.problem().value(), rated.timetable().value(), compared);
    }

    private static OtherPlan otherPlan(RatedPlan rated, boolean isOfSameOrganisation) {
        return new OtherPlan(rated.problem().value(), rated.timetable().value(), isOfSameOrganisation);
    }
}
