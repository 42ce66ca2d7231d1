package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.service.plan.DocumentStore;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the scenarios of a family of plans. */
@Component
public class ScenarioFinder {
    private final RevisionRepository revisions;
    private final PlanLifecycle planLifecycle;
    private final PlanHistory history;
    private final PlanStatusReader planStatusReader;
    private final DocumentStore documents;

    ScenarioFinder(
            RevisionRepository revisions,
            PlanLifecycle planLifecycle,
            PlanHistory history,
            PlanStatusReader planStatusReader,
            DocumentStore documents) {
        this.revisions = revisions;
        this.planLifecycle = planLifecycle;
        this.history = history;
        this.planStatusReader = planStatusReader;
        this.documents = documents;
    }

    /**
     * A plan of the family.
     *
     * @param plan   the plan
     * @param head   its head revision
     * @param last   latest change to it
     * @param status status of the head revision; {@code null} if it has no timetable, or a plugin is missing
     */
    public record Scenario(
            Plan plan,
            PlanHistory.HistoryRevision head,
            PlanHistory.PlanHistoryEntry last,
            @Nullable PlanStatus status) {}

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
        documents.prefetchOf(heads); // the comparison needs them
        Map<RevisionId, PlanStatus> statuses = planStatusReader.findAll(heads);
        Map<RevisionId, PlanHistory.HistoryRevision> described = history.revisions(heads);
        Map<PlanId, PlanHistory.PlanHistoryEntry> last =
                history.lastEntries(shown.stream().map(Plan::id).toList());
        return shown.stream()
                .map(one -> new Scenario(
                        one,
                        Objects.requireNonNull(described.get(one.head())),
                        Objects.requireNonNull(last.get(one.id())),
                        statuses.get(one.head())))
                .toList();
    }
}
