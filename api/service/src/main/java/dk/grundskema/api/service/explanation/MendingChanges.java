package dk.grundskema.api.service.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.explanation.ExplainedFault;
import dk.grundskema.api.service.edit.ChangeBody;
import dk.grundskema.api.service.edit.PlanWorkbench;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult.AppliedChanges;
import dk.grundskema.solver.proof.SeatChange;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.ViolationAmounts;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes by hand that do what a proof names. They are tried on the workbench, and the independent checker judges the result: a proof may change
 * one meeting of a series whose seats a change by hand fills together.
 */
final class MendingChanges {
    private final PlanningFacade planning;
    private final Problem problem;
    private final Timetable timetable;
    private final Supplier<PlanWorkbench> workbench;
    private @Nullable PlanWorkbench bench;
    private @Nullable ViolationAmounts before;

    /**
     * @param problem   the problem, with everything that keeps people away
     * @param timetable timetable of the proofs
     * @param workbench opens the workbench of the plan
     */
    MendingChanges(PlanningFacade planning, Problem problem, Timetable timetable, Supplier<PlanWorkbench> workbench) {
        this.planning = planning;
        this.problem = problem;
        this.timetable = timetable;
        this.workbench = workbench;
    }

    /** Returns changes that fill a seat; empty if it cannot be filled by hand, or that is not proved. */
    List<ChangeBody> of(SeatVerdict verdict) {
        return tried(
                verdict.changes().stream().map(MendingChanges::seatChange).toList(),
                (after, faults) -> isFilled(after, verdict) && amounts().isNoWorse(faults, false));
    }

    private static boolean isFilled(Timetable after, SeatVerdict verdict) {
        return after.meetings().stream()
                .filter(meeting -> meeting.sessionId().equals(verdict.session()))
                .anyMatch(meeting -> verdict.position() <= meeting.seats().size()
                        && isFilled(meeting.seats().get(verdict.position() - 1)));
    }

    private static boolean isFilled(MeetingSeat seat) {
        return seat.staffId() != null;
    }

    /** Returns changes that mend a fault; empty if it cannot be mended by hand, or that is not proved. */
    List<ChangeBody> of(ExplainedFault explained) {
        List<ManualChange> changes = explained.moves().isEmpty()
                ? explained.changes().stream().map(MendingChanges::seatChange).toList()
                : explained.moves();
        return tried(
                changes, (after, faults) -> amounts().isMended(explained.fault().violation(), faults));
    }

    private static ManualChange seatChange(SeatChange change) {
        return new ManualChange.SeatChange(change.session(), change.position() - 1, change.after());
    }

    private List<ChangeBody> tried(
            List<ManualChange> changes, BiPredicate<Timetable, List<RuleViolation>> isSuccessful) {
        if (changes.isEmpty()) {
            return List.of();
        }
        PlanWorkbench known = bench == null ? workbench.get() : bench;
        bench = known;
        if (!known.timetable().value().equals(timetable)
                || !(known.workbench().tryChanges(changes, false) instanceof AppliedChanges made)) {
            return List.of();
        }
        Timetable after = made.timetable("");
        Problem changed =
                problem.withLocks(made.problem().locks(), made.problem().memberLocks());
        return isSuccessful.test(after, planning.checkTimetable(changed, after))
                ? changes.stream().map(ChangeBody::of).toList()
                : List.of();
    }

    private ViolationAmounts amounts() {
        ViolationAmounts known =
                before == null ? new ViolationAmounts(planning.checkTimetable(problem, timetable)) : before;
        before = known;
        return known;
    }
}
