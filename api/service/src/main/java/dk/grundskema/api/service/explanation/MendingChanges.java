package dk.grundskema.api.service.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.explanation.ExplainedFault;
import dk.grundskema.api.service.edit.ChangeBody;
import dk.grundskema.api.service.edit.PlanWorkbench;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult.AppliedChanges;
import dk.grundskema.solver.proof.SeatChange;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.ViolationAmounts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes by hand that do what a proof names, no more and no less. They are tried on the workbench, and the independent checker judges the result:
 * a proof may change one meeting of a series whose seats a change by hand fills together, or a seat that is locked.
 */
final class MendingChanges {
    private static final Duration TIME = Duration.ofSeconds(30);

    private final PlanningFacade planning;
    private final Problem problem;
    private final @Nullable Problem planned;
    private final Timetable timetable;
    private final Supplier<Optional<PlanWorkbench>> workbench;
    private final long end = System.nanoTime() + TIME.toNanos();
    private Optional<PlanWorkbench> opened = Optional.empty();
    private boolean isOpened;
    private @Nullable ViolationAmounts before;
    private boolean isLimited;

    /**
     * Changes as they are made by hand.
     *
     * @param changes the changes, one after the other; empty if there are none
     * @param lock    whether they are to be locked, since they replace what is locked
     */
    record Mending(List<ChangeBody> changes, boolean lock) {
        static final Mending NONE = new Mending(List.of(), false);

        /** Copies the list. */
        Mending {
            changes = List.copyOf(changes);
        }
    }

    /** What people see of a meeting. */
    private record Content(
            MeetingTime time,
            @Nullable RoomId roomId,
            @Nullable String subject,
            List<Optional<StaffId>> holders) {
        static Content of(Meeting meeting) {
            return new Content(
                    meeting.time(),
                    meeting.roomId(),
                    meeting.subject(),
                    meeting.seats().stream()
                            .map(MeetingSeat::staffId)
                            .map(Optional::ofNullable)
                            .toList());
        }
    }

    /**
     * @param problem   the problem, with everything that keeps people away
     * @param planned   the problem that the timetable was planned for; {@code null} if it is not known
     * @param timetable timetable of the proofs
     * @param workbench opens the workbench of the plan; empty if it has no timetable any more
     */
    MendingChanges(
            PlanningFacade planning,
            Problem problem,
            @Nullable Problem planned,
            Timetable timetable,
            Supplier<Optional<PlanWorkbench>> workbench) {
        this.planning = planning;
        this.problem = problem;
        this.planned = planned;
        this.timetable = timetable;
        this.workbench = workbench;
    }

    /** Returns whether another request may find more: the time was up, or the plan has another timetable by now. */
    boolean isLimited() {
        return isLimited;
    }

    /** Returns changes that fill a seat; none if it cannot be filled by hand, or that is not proved. */
    Mending of(SeatVerdict verdict) {
        Timetable repaired = verdict.repaired();
        return repaired == null
                ? Mending.NONE
                : tried(
                        verdict.changes().stream()
                                .map(MendingChanges::seatChange)
                                .toList(),
                        repaired,
                        faults -> amounts().isNoWorseAnywhere(faults));
    }

    /** Returns changes that mend a fault; none if it cannot be mended by hand, or that is not proved. */
    Mending of(ExplainedFault explained) {
        Timetable mended = explained.mended();
        List<ManualChange> changes = explained.moves().isEmpty()
                ? explained.changes().stream().map(MendingChanges::seatChange).toList()
                : explained.moves();
        return mended == null
                ? Mending.NONE
                : tried(
                        changes,
                        mended,
                        faults -> amounts().isMended(explained.fault().violation(), faults));
    }

    private static ManualChange seatChange(SeatChange change) {
        return new ManualChange.SeatChange(change.session(), change.position() - 1, change.after());
    }

    private Mending tried(List<ManualChange> changes, Timetable proved, Predicate<List<RuleViolation>> isSuccessful) {
        if (!isOpened) {
            opened = workbench.get();
            isOpened = true;
        }
        Optional<PlanWorkbench> bench = opened;
        if (bench.isEmpty()
                || !withMissingLessons(bench.get().timetable().value()).equals(timetable)
                || System.nanoTime() - end >= 0) {
            isLimited = true;
            return Mending.NONE;
        }
        for (boolean locking : List.of(false, true)) {
            if (bench.get().workbench().tryChanges(changes, locking) instanceof AppliedChanges made
                    && keepsLocks(made.problem())
                    && isTheSame(withMissingLessons(made.timetable("")), proved)
                    && isSuccessful.test(planning.checkTimetable(
                            withLocksOf(made.problem()), withMissingLessons(made.timetable(""))))) {
                return new Mending(changes.stream().map(ChangeBody::of).toList(), locking);
            }
        }
        return Mending.NONE;
    }

    private Timetable withMissingLessons(Timetable edited) {
        return planning.addMissingLessons(problem, planned, edited);
    }

    private boolean keepsLocks(Problem changed) {
        return changed.locks().containsAll(problem.locks())
                && changed.memberLocks().containsAll(problem.memberLocks());
    }

    /** Returns the problem with other locks; the same object if it has them, which saves expanding its demand again. */
    private Problem withLocksOf(Problem changed) {
        return changed.locks().equals(problem.locks()) && changed.memberLocks().equals(problem.memberLocks())
                ? problem
                : problem.withLocks(changed.locks(), changed.memberLocks());
    }

    /** Returns whether two timetables have the same meetings, as people see them, and the same students in each group. */
    private static boolean isTheSame(Timetable one, Timetable other) {
        return contents(one).equals(contents(other)) && members(one).equals(members(other));
    }

    private static Map<GroupId, Set<StudentId>> members(Timetable timetable) {
        return timetable.groups().stream()
                .collect(Collectors.toMap(
                        GroupMembers::id,
                        group -> group.members().stream()
                                .map(GroupMember::studentId)
                                .collect(Collectors.toSet())));
    }

    private static Map<SessionId, Content> contents(Timetable timetable) {
        Map<SessionId, Content> contents = new HashMap<>();
        timetable.meetings().forEach(meeting -> contents.put(meeting.sessionId(), Content.of(meeting)));
        return contents;
    }

    private ViolationAmounts amounts() {
        ViolationAmounts known =
                before == null ? new ViolationAmounts(planning.checkTimetable(problem, timetable)) : before;
        before = known;
        return known;
    }
}
