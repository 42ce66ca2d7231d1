package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the scenarios of a family of plans. */
@Component
public class ScenarioFinder {
    private final PlanStore plans;
    private final PlanLifecycle planLifecycle;
    private final PlanHistory history;
    private final ViolationCountReader violationCountReader;

    ScenarioFinder(PlanStore plans, PlanLifecycle planLifecycle, PlanHistory history, ViolationCountReader violationCountReader) {
        this.plans = plans;
        this.planLifecycle = planLifecycle;
        this.history = history;
        this.violationCountReader = violationCountReader;
    }

    /**
     * A plan of the family.
     *
     * @param plan         the plan
     * @param head         its head revision
     * @param last         latest change to it
     * @param shortcomings number of rule violations that are not wishes; 0 without a timetable
     * @param wishes       number of unmet wishes; 0 likewise
     */
    public record Scenario(
            Plan plan,
            PlanHistory.HistoryRevision head,
            PlanHistory.PlanHistoryEntry last,
            long shortcomings,
            long wishes) {}

    /** Returns all unarchived plans of a plan's family and the plan itself, oldest first. */
    public List<Scenario> find(Plan plan) {
        return planLifecycle.findFamily(plan).stream()
                .filter(one -> one.archived() == null || one.id().equals(plan.id()))
                .sorted(Comparator.comparing(Plan::created)
                        .thenComparing(one -> one.id().value()))
                .map(this::scenario)
                .toList();
    }

    private Scenario scenario(Plan plan) {
        ViolationCounts now =
                violationCountReader.countsOf(plans.revision(plan.head())).orElse(ViolationCounts.of(List.of()));
        return new Scenario(
                plan,
                history.revision(plan.head()),
                history.lastEntry(plan.id()),
                now.conflicts() + now.missingAdults() + now.otherShortfalls(),
                now.wishes());
    }
}
