package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.http.VersionTag;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycleController;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycleController.NewScenario;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scenarios of a family of plans, for pages. */
@Component
public class ScenarioAdministration {
    private final PlanStore plans;
    private final PlanLifecycle planLifecycle;
    private final PlanLifecycleController actions;
    private final PlanHistory history;
    private final ViolationCountReader violationCountReader;

    ScenarioAdministration(
            PlanStore plans,
            PlanLifecycle planLifecycle,
            PlanLifecycleController actions,
            PlanHistory history,
            ViolationCountReader violationCountReader) {
        this.plans = plans;
        this.planLifecycle = planLifecycle;
        this.actions = actions;
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
    public List<Scenario> listScenarios(Plan plan) {
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

    /**
     * Creates a plan that starts from a revision of another.
     *
     * @param from {@code null} means the head
     * @throws dk.grundskema.domain.finding.InvalidValueException if the title is invalid
     * @throws dk.grundskema.api.service.http.Refusal as {@link PlanStore#familyRevision}
     */
    public PlanId create(PlanId plan, String title, @Nullable RevisionId from, Caller caller) {
        return Objects.requireNonNull(actions.createScenario(plan, new NewScenario(title, from), caller)
                        .getBody())
                .id();
    }

    /** Marks a plan as the one of its family that is in use; throws as {@link PlanStore#change}. */
    public void setInUse(PlanId plan, long version, Caller caller) {
        actions.setInUse(plan, VersionTag.tag(version), new PlanLifecycleController.UsageRequest(true), caller);
    }

    /**
     * Marks a plan as in use, without a version check.
     *
     * @throws dk.grundskema.api.service.http.Refusal 404 if it does not exist
     */
    public void setInUse(PlanId plan, Caller caller) {
        planLifecycle.setInUse(plan, caller.account());
    }
}
