package dk.grundskema.api.planning.plansheet;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChangeResult;
import dk.grundskema.solver.edit.ManualChangeResult.AppliedChanges;
import dk.grundskema.solver.edit.Workbench;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A plan that sheets state, compared with the plan that it replaces.
 *
 * @param before  the plan that it is compared with
 * @param preview what the sheets make of it
 */
public record ImportedPlan(Workbench before, PlanSheetPreview preview) {
    /**
     * Returns the plan with the locks of the problem alone, so that its problem stays as it is.
     *
     * @param problemHash hash of the problem, as hexadecimal text
     * @throws NullPointerException if there is an error in the sheets
     */
    public Timetable timetable(String problemHash) {
        AppliedChanges made = Objects.requireNonNull(preview.made());
        Problem problem = before.problem();
        Timetable after = made.timetable(problemHash);
        return made.problem().equals(problem)
                ? after
                : made.workbench(after)
                        .withLocks(problem.locks(), problem.memberLocks())
                        .timetable(problemHash);
    }

    /**
     * Returns the plan with locks on all that the sheets state.
     *
     * @throws NullPointerException if there is an error in the sheets
     */
    public AppliedChanges locked() {
        AppliedChanges made = Objects.requireNonNull(preview.made());
        Workbench after = made.workbench(made.timetable(""));
        return switch (after.tryChanges(PlanSheetPreviewer.lockEdits(after, preview.stated()), true)) {
            case AppliedChanges applied -> applied;
            case ManualChangeResult.RejectedChanges rejected ->
                throw new IllegalStateException("What the plan has can't be locked (%s).\nMaybe a decision has no lock?"
                        .formatted(rejected.findings()));
        };
    }

    /** Returns the titles of subjects that demands place into modules, by id. */
    public static Map<String, String> subjectTitles(Collection<Demand> demands) {
        Map<String, String> titles = new LinkedHashMap<>();
        demands.stream()
                .flatMap(demand -> demand.sessions().stream())
                .filter(Session::isGuest)
                .forEach(session ->
                        titles.putIfAbsent(session.subject(), session.title().split(":", 2)[0]));
        return titles;
    }
}
