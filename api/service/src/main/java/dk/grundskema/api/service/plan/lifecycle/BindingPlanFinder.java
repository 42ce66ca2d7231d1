package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RequestMemo;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the plans that bind another plan: those in use ({@link Plan#inUse()}) in the organisation's tree, with their current timetables. A plan
 * binds neither itself nor its scenarios.
 */
@Component
public class BindingPlanFinder {
    private final RevisionRepository revisions;
    private final PlanLifecycle planLifecycle;

    BindingPlanFinder(RevisionRepository revisions, PlanLifecycle planLifecycle) {
        this.revisions = revisions;
        this.planLifecycle = planLifecycle;
    }

    /**
     * A plan that is in use.
     *
     * @param plan the plan
     * @param head its current revision, which has a timetable
     */
    public record BindingPlan(Plan plan, Revision head) {
        /** Returns the hash of its timetable. */
        public String timetable() {
            return Objects.requireNonNull(head.timetable());
        }
    }

    /** Returns the plans that bind a plan, ordered by id, with one SQL statement in a request. */
    public List<BindingPlan> find(Plan plan) {
        var bindings = new ArrayList<BindingPlan>();
        for (BindingPlan other : RequestMemo.<OrganisationId, List<BindingPlan>>values("plans in use in the tree")
                .computeIfAbsent(plan.organisation(), this::findInUse)) {
            if (!other.plan().family().equals(plan.family())) {
                bindings.add(other);
            }
        }
        return bindings;
    }

    private List<BindingPlan> findInUse(OrganisationId organisation) {
        List<Plan> inUse = planLifecycle.findInUseInTree(organisation);
        Map<RevisionId, Revision> heads = revisions
                .findAll(inUse.stream().map(Plan::head).toList())
                .stream()
                .collect(Collectors.toMap(Revision::id, Function.identity()));
        return inUse.stream()
                .map(one -> new BindingPlan(one, Objects.requireNonNull(heads.get(one.head()))))
                .filter(one -> one.head().timetable() != null)
                .toList();
    }
}
