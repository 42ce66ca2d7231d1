package dk.grundskema.api.service.edit;

import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
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
    private final PluginRegistry plugins;
    private final LeastRecentlyUsedCache<List<String>, Workbench> workbenches =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    WorkbenchCache(PlanStore plans, DocumentStore documents, CommitmentResolver commitments, PluginRegistry plugins) {
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.plugins = plugins;
    }

    /**
     * Opens the workbench of a plan.
     *
     * @throws RefusalException 404 if the plan does not exist, 409 if it has no timetable or a plugin is missing
     */
    public PlanWorkbench open(PlanId id) {
        TimetabledPlan timetabledPlan = timetabledPlan(id);
        StoredDocument.StoredProblem busy =
                commitments.withCommitments(timetabledPlan.plan(), timetabledPlan.problem());
        return new PlanWorkbench(
                timetabledPlan.plan(),
                timetabledPlan.problem(),
                timetabledPlan.timetable(),
                workbenches.get(
                        key(busy, timetabledPlan.timetable()),
                        fresh -> plugins.callRules(() -> Workbench.of(
                                plugins,
                                busy.value(),
                                timetabledPlan.timetable().value()))));
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

    /** Caches the workbench after an edit, so that the next edit need not create one. */
    void remember(
            Plan plan,
            StoredDocument.StoredProblem problem,
            StoredDocument.StoredTimetable timetable,
            Workbench workbench) {
        StoredDocument.StoredProblem busy = commitments.withCommitments(plan, problem);
        workbenches.put(key(busy, timetable), workbench);
    }

    private static List<String> key(StoredDocument.StoredProblem problem, StoredDocument.StoredTimetable timetable) {
        return List.of(problem.hash(), timetable.hash());
    }
}
