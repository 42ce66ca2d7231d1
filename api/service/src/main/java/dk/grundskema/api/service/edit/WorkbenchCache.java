package dk.grundskema.api.service.edit;

import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.edit.Workbench;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Caches workbenches of recently edited plans. Creating one takes seconds for a large school, using it milliseconds. */
@Component
public final class WorkbenchCache {
    /** Number of cached workbenches. One of a large school takes some tens of megabytes. */
    private static final int CACHE_SIZE = 8;

    private final PlanStore plans;
    private final DocumentStore documents;
    private final CommitmentResolver commitments;
    private final RecordedAbsences recordedAbsences;
    private final PluginRegistry plugins;
    private final LeastRecentlyUsedCache<List<Object>, Workbench> workbenches =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    WorkbenchCache(
            PlanStore plans,
            DocumentStore documents,
            CommitmentResolver commitments,
            RecordedAbsences recordedAbsences,
            PluginRegistry plugins) {
        this.recordedAbsences = recordedAbsences;
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.plugins = plugins;
    }

    /**
     * Opens the workbench of a plan. People who are recorded as absent are unavailable in it for all that they do not hold.
     *
     * @throws RefusalException 404 if the plan does not exist, 409 if it has no timetable or a plugin is missing
     */
    public PlanWorkbench open(PlanId id) {
        TimetabledPlan timetabledPlan = timetabledPlan(id);
        Timetable timetable = timetabledPlan.timetable().value();
        StoredDocument.StoredProblem busy =
                commitments.withCommitments(timetabledPlan.plan(), timetabledPlan.problem());
        List<Absence> away = absencesToCome(timetabledPlan.plan(), busy);
        return new PlanWorkbench(
                timetabledPlan.plan(),
                timetabledPlan.problem(),
                timetabledPlan.timetable(),
                workbenches.get(
                        key(busy, timetabledPlan.timetable(), away),
                        fresh -> plugins.callRules(() -> Workbench.of(
                                plugins, RecordedAbsences.withoutNew(busy.value(), timetable, away), timetable))));
    }

    private List<Absence> absencesToCome(Plan plan, StoredDocument.StoredProblem problem) {
        return recordedAbsences.toCome(plan.id(), problem.value().horizon());
    }

    /**
     * Opens the workbench of a plan; of one without a timetable, that of a plan in which nothing is decided yet.
     *
     * @throws RefusalException 404 if the plan does not exist, 409 if a plugin is missing
     */
    public PlanWorkbench openOrEmpty(PlanId id) {
        Plan plan = plans.get(id);
        Revision head = plans.revision(plan.head());
        if (head.timetable() != null) {
            return open(id);
        }
        StoredDocument.StoredProblem problem = documents.problem(head.problem());
        StoredDocument.StoredProblem busy = commitments.withCommitments(plan, problem);
        Workbench bench = plugins.callRules(() -> Workbench.ofOpenPlan(plugins, busy.value(), problem.hash()));
        return new PlanWorkbench(plan, problem, documents.store(bench.timetable()), bench);
    }

    /**
     * Opens the workbench of a plan for a change. Checks the version first, so that an outdated request fails before the workbench is created.
     *
     * @throws RefusalException 412 if the plan has another version
     */
    PlanWorkbench open(PlanId id, long version) {
        return open(plans.getAtVersion(id, version).id());
    }

    /** Returns a plan with its timetable, without a workbench. */
    public TimetabledPlan timetabledPlan(PlanId id) {
        Plan plan = plans.get(id);
        Revision head = plans.revision(plan.head());
        String hash = head.timetable();
        if (hash == null) {
            throw RefusalException.conflict("editing.no-timetable");
        }
        return new TimetabledPlan(plan, documents.problem(head.problem()), documents.timetable(hash));
    }

    /** Caches the workbench after an edit, so that the next edit need not create one. It is not used if the edit changes what absent people hold. */
    void remember(
            Plan plan,
            StoredDocument.StoredProblem problem,
            StoredDocument.StoredTimetable timetable,
            Workbench workbench) {
        StoredDocument.StoredProblem busy = commitments.withCommitments(plan, problem);
        List<Absence> away = absencesToCome(plan, busy);
        if (away.isEmpty()
                || RecordedAbsences.withoutNew(busy.value(), timetable.value(), away)
                        .staff()
                        .equals(workbench.problem().staff())) {
            workbenches.put(key(busy, timetable, away), workbench);
        }
    }

    private static List<Object> key(
            StoredDocument.StoredProblem problem, StoredDocument.StoredTimetable timetable, List<Absence> away) {
        return List.of(problem.hash(), timetable.hash(), away);
    }
}
