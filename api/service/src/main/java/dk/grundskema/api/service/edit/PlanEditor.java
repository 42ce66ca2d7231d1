package dk.grundskema.api.service.edit;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.edit.EffectViews.EditView;
import dk.grundskema.api.service.edit.EffectViews.EffectView;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Applies edits on a plan's workbench and commits them as revisions. Edits are always tried on the effective problem, which contains commitments
 * to other plans; a revision stores the plan's own problem with the new locks.
 */
@Component
public final class PlanEditor {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final WorkbenchCache workbenchCache;
    private final NameResolverFactory nameResolverFactory;
    private final EffectViewFactory effectViewFactory;
    private final EditedItemCollector editedItemCollector;
    private final RecordedAbsences recordedAbsences;

    PlanEditor(
            PlanStore plans,
            DocumentStore documents,
            WorkbenchCache workbenchCache,
            NameResolverFactory nameResolverFactory,
            EffectViewFactory effectViewFactory,
            EditedItemCollector editedItemCollector,
            RecordedAbsences recordedAbsences) {
        this.recordedAbsences = recordedAbsences;
        this.plans = plans;
        this.documents = documents;
        this.workbenchCache = workbenchCache;
        this.nameResolverFactory = nameResolverFactory;
        this.effectViewFactory = effectViewFactory;
        this.editedItemCollector = editedItemCollector;
    }

    /**
     * Parses the changes of a request.
     *
     * @throws RefusalException 422 with all missing fields
     */
    public static List<ManualChange> parseChanges(List<ChangeBody> bodies) {
        var findings = new ArrayList<Finding>();
        var changes = new ArrayList<ManualChange>();
        for (int i = 0; i < bodies.size(); i++) {
            bodies.get(i).toChange("/changes/" + i, findings).ifPresent(changes::add);
        }
        if (bodies.isEmpty()) {
            findings.add(Finding.error("editing.no-changes", "/changes"));
        }
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
        }
        return changes;
    }

    /**
     * Tries changes.
     *
     * @throws RefusalException 422 with all errors that make them invalid
     */
    public static ManualChangeResult.AppliedChanges attempt(
            PlanWorkbench bench, List<ManualChange> changes, boolean locking) {
        return switch (bench.workbench().tryChanges(changes, locking)) {
            case ManualChangeResult.AppliedChanges made -> made;
            case ManualChangeResult.RejectedChanges meaningless ->
                throw RefusalException.unusable(meaningless.findings().stream()
                        .map(one -> one.withPointerPrefix("/changes"))
                        .toList());
        };
    }

    /**
     * Returns the effect of tried changes without storing anything.
     *
     * @throws RefusalException 422 if they give a duty to somebody who is recorded as absent
     */
    EffectView effect(PlanWorkbench bench, ManualChangeResult.AppliedChanges made, Caller caller) {
        refuseDutiesOfAbsentStaff(bench, made);
        return effect(bench, made, made.timetable(""), caller);
    }

    private void refuseDutiesOfAbsentStaff(PlanWorkbench bench, ManualChangeResult.AppliedChanges made) {
        Horizon horizon = bench.problem().value().horizon();
        List<Absence> away = recordedAbsences.toCome(bench.plan().id(), horizon);
        if (away.isEmpty()) {
            return;
        }
        List<Finding> findings =
                RecordedAbsences.newDuties(away, bench.timetable().value(), made.timetable(""), horizon.zone()).stream()
                        .map(duty -> Finding.error(
                                "editing.staff-absent",
                                "/changes",
                                duty.staff(),
                                duty.date(),
                                duty.meeting().start()))
                        .toList();
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
        }
    }

    private EffectView effect(
            PlanWorkbench bench, ManualChangeResult.AppliedChanges made, Timetable after, Caller caller) {
        var before = effectViewFactory.forPlan(
                bench.plan(), bench.problem(), bench.timetable().value(), caller);
        var spoken = effectViewFactory.forPlan(bench.plan(), bench.problem(), after, caller);
        return spoken.effect(
                made.effect(),
                before,
                bench.timetable().value(),
                after,
                bench.problem().value().locks());
    }

    /**
     * Makes changes by hand as one revision.
     *
     * @param bodies  the changes, one after the other
     * @param locking whether to lock what they set, so that later solves keep it
     * @param version version of the plan that the caller has seen
     * @throws RefusalException 404 if the plan does not exist, 409 if it has no timetable, 412 if it has another version, 422 with all errors that make the
     *     changes invalid
     */
    public EditView edit(PlanId id, List<ChangeBody> bodies, boolean locking, long version, Caller caller) {
        PlanWorkbench bench = workbenchCache.open(id, version);
        List<ManualChange> changes = parseChanges(bodies);
        ManualChangeResult.AppliedChanges made = attempt(bench, changes, locking);
        String code = changes.size() == 1 ? "revision.edited-one" : "revision.edited";
        return commit(bench, made, version, code, editedItemCollector.changeArguments(bench, changes), caller);
    }

    /**
     * Creates a revision from tried changes.
     *
     * @param code      key of the text that describes them
     * @param arguments arguments of that text
     * @throws RefusalException 412 if the plan has another version, 422 if the changes give a duty to somebody who is recorded as absent
     */
    public EditView commit(
            PlanWorkbench bench,
            ManualChangeResult.AppliedChanges made,
            long version,
            String code,
            List<String> arguments,
            Caller caller) {
        refuseDutiesOfAbsentStaff(bench, made);
        Problem changedProblem = problemToKeep(bench, made);
        StoredDocument.StoredProblem problem = documents.storeChanged(bench.problem(), changedProblem);
        if (made.hasSameDemands()) {
            nameResolverFactory.shareDemands(problem, bench.problem());
        }
        Timetable after = made.timetable(plannedProblem(bench, problem));
        StoredDocument.StoredTimetable timetable = documents.storeChanged(bench.timetable(), after);
        Plan plan = plans.change(
                bench.plan().id(),
                baseVersion(bench.plan(), version),
                new RevisionContent(code, arguments, problem, timetable),
                caller.account());
        workbenchCache.remember(plan, problem, timetable, made.workbench(after));
        return new EditView(plan.version(), plan.head(), effect(bench, made, after, caller));
    }

    /**
     * Returns the hash of the problem that the timetable is of: the stored one, or, if the plan was edited since it was planned, the one that it was planned
     * for, with the present locks, so that a change from a moment still takes in what was edited.
     */
    private String plannedProblem(PlanWorkbench bench, StoredDocument.StoredProblem problem) {
        StoredDocument.StoredProblem planned = documents.findPlannedProblem(bench.problem(), bench.timetable());
        return planned.equals(bench.problem()) ? problem.hash() : documents.storeWithLocks(planned, problem.value());
    }

    /** Returns the problem to store: the plan's own, without commitments to other plans, with the locks of the tried one. */
    @SuppressWarnings(
            "ReferenceEquality") // without commitments both are the same instance; comparing contents would take longer
    private static Problem problemToKeep(PlanWorkbench bench, ManualChangeResult.AppliedChanges made) {
        Problem kept = bench.problem().value();
        Problem tried = made.problem();
        return bench.workbench().problem() == kept ? tried : kept.withLocks(tried.locks(), tried.memberLocks());
    }

    /**
     * Returns the version to check on commit: the one the caller saw, or the one the edit was computed from. If they differ, one of them is
     * outdated and the commit is refused.
     */
    public long baseVersion(Plan madeFrom, long seen) {
        boolean isCurrent = plans.get(madeFrom.id()).version() == seen;
        return isCurrent ? madeFrom.version() : seen;
    }
}
