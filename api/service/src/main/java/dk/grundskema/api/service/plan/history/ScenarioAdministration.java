package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.http.VersionTag;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycleController;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycleController.NewScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scenarios of a family of plans, for pages. */
@Component
public class ScenarioAdministration {
    private final RevisionRepository revisions;
    private final PlanLifecycle shelf;
    private final PlanLifecycleController actions;
    private final PlanHistory history;
    private final ViolationCountReader standing;

    ScenarioAdministration(
            RevisionRepository revisions,
            PlanLifecycle shelf,
            PlanLifecycleController actions,
            PlanHistory history,
            ViolationCountReader standing) {
        this.revisions = revisions;
        this.shelf = shelf;
        this.actions = actions;
        this.history = history;
        this.standing = standing;
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

    /**
     * Returns a plan and the latest unarchived others of its family, oldest first. The number of SQL statements does not depend on the number of
     * plans.
     *
     * @param most maximum number of plans
     */
    public List<Scenario> listScenarios(Plan plan, int most) {
        var shown = new ArrayList<>(shelf.findFamily(plan).stream()
                .filter(one -> one.archived() == null || one.id().equals(plan.id()))
                .sorted(Comparator.comparing(Plan::created)
                        .thenComparing(one -> one.id().value()))
                .toList());
        while (shown.size() > most) {
            shown.remove(shown.getFirst().id().equals(plan.id()) ? 1 : 0);
        }
        List<Revision> heads = revisions.findAll(shown.stream().map(Plan::head).toList());
        Map<RevisionId, ViolationCounts> counts = standing.countsOf(heads);
        Map<RevisionId, PlanHistory.HistoryRevision> described = history.revisions(heads);
        Map<PlanId, PlanHistory.PlanHistoryEntry> last =
                history.lastEntries(shown.stream().map(Plan::id).toList());
        return shown.stream()
                .map(one -> scenario(
                        one,
                        counts.getOrDefault(one.head(), ViolationCounts.of(List.of())),
                        Objects.requireNonNull(described.get(one.head())),
                        Objects.requireNonNull(last.get(one.id()))))
                .toList();
    }

    private static Scenario scenario(
            Plan plan, ViolationCounts now, PlanHistory.HistoryRevision head, PlanHistory.PlanHistoryEntry last) {
        return new Scenario(
                plan, head, last, now.conflicts() + now.missingAdults() + now.otherShortfalls(), now.wishes());
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
     * Marks a plan as in use, whatever its version.
     *
     * @throws dk.grundskema.api.service.http.Refusal 404 if it does not exist
     */
    public void setInUse(PlanId plan, Caller caller) {
        shelf.setInUse(plan, caller.account());
    }
}
