package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.Standing;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.PlanShelfController.NewScenario;
import dk.grundskema.api.server.platform.Precondition;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans that belong together, since each but the first began as one of the others, for pages. */
@Component
public class Scenarios {
    private final Plans plans;
    private final PlanShelf shelf;
    private final PlanShelfController actions;
    private final PlanHistory history;
    private final StandingNow standing;

    Scenarios(Plans plans, PlanShelf shelf, PlanShelfController actions, PlanHistory history, StandingNow standing) {
        this.plans = plans;
        this.shelf = shelf;
        this.actions = actions;
        this.history = history;
        this.standing = standing;
    }

    /**
     * One of the plans.
     *
     * @param plan         the plan
     * @param head         the revision that it is at
     * @param last         what was done to it last
     * @param shortcomings how often its timetable breaks what must be kept; 0 without a timetable
     * @param wishes       wishes that it doesn't meet; 0 likewise
     */
    public record Scenario(Plan plan, PlanHistory.Step head, PlanHistory.Done last, long shortcomings, long wishes) {}

    /** All that belong together with a plan and are in lists, itself too, the oldest first. */
    public List<Scenario> of(Plan plan) {
        return shelf.family(plan).stream()
                .filter(one -> one.archived() == null || one.id().equals(plan.id()))
                .sorted(Comparator.comparing(Plan::created)
                        .thenComparing(one -> one.id().value()))
                .map(this::scenario)
                .toList();
    }

    private Scenario scenario(Plan plan) {
        Standing now = standing.of(plans.revision(plan.head())).orElse(Standing.of(List.of()));
        return new Scenario(
                plan,
                history.step(plan.head()),
                history.last(plan.id()),
                now.conflicts() + now.missingAdults() + now.otherShortfalls(),
                now.wishes());
    }

    /**
     * Makes a plan that begins as a revision of another.
     *
     * @param from {@code null} means what the plan is at
     * @throws dk.grundskema.domain.finding.InvalidValueException if the title can't be one
     * @throws dk.grundskema.api.server.platform.Refusal as {@link Plans#ofFamily}
     */
    public PlanId make(PlanId plan, String title, @Nullable RevisionId from, Caller caller) {
        return Objects.requireNonNull(actions.scenario(plan, new NewScenario(title, from), caller)
                        .getBody())
                .id();
    }

    /** Makes a plan the one of those that belong together that people work by. Throws as {@link Plans#change}. */
    public void use(PlanId plan, long version, Caller caller) {
        actions.use(plan, Precondition.tag(version), new PlanShelfController.Use(true), caller);
    }

    /**
     * The same whatever was done to the plan meanwhile.
     *
     * @throws dk.grundskema.api.server.platform.Refusal 404 if it is gone
     */
    public void use(PlanId plan, Caller caller) {
        shelf.use(plan, caller.account());
    }
}
