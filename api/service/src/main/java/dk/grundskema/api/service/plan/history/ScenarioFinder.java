package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds the scenarios of a family of plans. */
@Component
public class ScenarioFinder {
    private final RevisionRepository revisions;
    private final PlanLifecycle planLifecycle;
    private final PlanHistory history;
    private final ViolationCountReader violationCountReader;

    ScenarioFinder(
            RevisionRepository revisions,
            PlanLifecycle planLifecycle,
            PlanHistory history,
            ViolationCountReader violationCountReader) {
        this.revisions = revisions;
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

    /**
     * Returns a plan and the latest unarchived others of its family, oldest first. The number of SQL statements does not depend on the number of
     * plans.
     *
     * @param most maximum number of plans
     */
    public List<Scenario> find(Plan plan, int most) {
        var shown = new ArrayList<>(planLifecycle.findFamily(plan).stream()
                .filter(one -> one.archived() == null || one.id().equals(plan.id()))
                .sorted(Comparator.comparing(Plan::created)
                        .thenComparing(one -> one.id().value()))
                .toList());
        while (shown.size() > most) {
            shown.remove(shown.getFirst().id().equals(plan.id()) ? 1 : 0);
        }
        List<Revision> heads = revisions.findAll(shown.stream().map(Plan::head).toList());
        Map<RevisionId, ViolationCounts> counts = violationCountReader.countsOf(heads);
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
}
