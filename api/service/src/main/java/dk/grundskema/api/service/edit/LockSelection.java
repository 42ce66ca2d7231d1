package dk.grundskema.api.service.edit;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.edit.ManualChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which locks are meant: those of the meetings that are all of what is named here, and of students and groups. At least one thing is named.
 *
 * @param sessionId the meeting of this session
 * @param groupId   meetings of this team or class; with {@code studentId}, the student's place in it
 * @param date      meetings on this date
 * @param staffId   meetings in which this person sits; of their seats only the person's own
 * @param studentId which group this student is in
 * @param what      what of the meetings; empty means all of it
 */
record LockSelection(
        @Nullable SessionId sessionId,
        @Nullable GroupId groupId,
        @Nullable LocalDate date,
        @Nullable StaffId staffId,
        @Nullable StudentId studentId,
        Set<LockAspect> what) {
    /** What of a meeting is locked. */
    enum LockAspect {
        /** When it is held. */
        TIME,
        /** Where it is held. */
        ROOM,
        /** The subject of a module. */
        SUBJECT,
        /** The staff in its seats. */
        SEATS
    }

    /** @throws RefusalException 422 if no criterion is given */
    void requireCriterion() {
        if (sessionId == null && groupId == null && date == null && staffId == null && studentId == null) {
            throw RefusalException.unusable("editing.selects-nothing", "");
        }
    }

    private boolean includes(LockAspect one) {
        return what.isEmpty() || what.contains(one);
    }

    private boolean matches(Meeting meeting) {
        return studentId == null
                && (sessionId == null || sessionId.equals(meeting.sessionId()))
                && (groupId == null || meeting.groupIds().contains(groupId))
                && (date == null || meeting.time().dates().contains(date))
                && (staffId == null
                        || meeting.seats().stream().anyMatch((MeetingSeat seat) -> staffId.equals(seat.staffId())));
    }

    /** Returns changes that set the selected values as they are, so that applying them with locking creates the locks. */
    List<ManualChange> lockChanges(PlanWorkbench bench) {
        var changes = new ArrayList<ManualChange>();
        bench.timetable().value().meetings().stream()
                .filter(meeting -> bench.workbench().hasSession(meeting.sessionId()))
                .filter(this::matches)
                .flatMap(meeting -> bench.workbench().decisionsOf(meeting).stream())
                .filter(this::isMeant)
                .forEach(changes::add);
        if (studentId != null) {
            bench.workbench().groupDecisions().stream()
                    .filter(one ->
                            studentId.equals(one.studentId()) && (groupId == null || groupId.equals(one.groupId())))
                    .forEach(changes::add);
        }
        if (changes.isEmpty()) {
            throw RefusalException.unusable("editing.selects-no-meeting", "");
        }
        return changes;
    }

    private boolean isMeant(ManualChange decision) {
        return switch (decision) {
            case ManualChange.TimeChange time -> includes(LockAspect.TIME);
            case ManualChange.RoomChange room -> includes(LockAspect.ROOM);
            case ManualChange.SubjectChange subject -> includes(LockAspect.SUBJECT);
            case ManualChange.SeatChange seat ->
                includes(LockAspect.SEATS) && (staffId == null || staffId.equals(seat.staffId()));
            case ManualChange.SubjectSwap swap -> false;
            case ManualChange.GroupChange group -> false;
        };
    }

    /** Returns the locks of sessions that remain after the selected ones are removed. */
    List<SessionLock> remainingLocks(PlanWorkbench bench, List<SessionLock> locks) {
        Set<SessionId> meant = bench.timetable().value().meetings().stream()
                .filter(this::matches)
                .map(Meeting::sessionId)
                .collect(Collectors.toSet());
        if (sessionId != null && studentId == null) {
            meant.add(sessionId); // includes locks on sessions that are not scheduled
        }
        return locks.stream()
                .flatMap(lock ->
                        meant.contains(lock.sessionId()) ? withoutSelected(lock).stream() : Optional.of(lock).stream())
                .toList();
    }

    private Optional<SessionLock> withoutSelected(SessionLock lock) {
        Predicate<SeatLock> stays =
                seat -> !includes(LockAspect.SEATS) || (staffId != null && !staffId.equals(seat.staffId()));
        boolean isWhole = staffId == null || !what.isEmpty();
        var time = includes(LockAspect.TIME) && isWhole ? null : lock.time();
        var room = includes(LockAspect.ROOM) && isWhole ? null : lock.roomId();
        var subject = includes(LockAspect.SUBJECT) && isWhole ? null : lock.subject();
        List<SeatLock> seats = lock.seats().stream().filter(stays).toList();
        return time == null && room == null && subject == null && seats.isEmpty()
                ? Optional.empty()
                : Optional.of(new SessionLock(lock.sessionId(), time, room, subject, seats));
    }

    /** Returns the locks of students that remain. */
    List<MemberLock> remainingLocks(List<MemberLock> locks) {
        if (studentId == null) {
            return locks;
        }
        return locks.stream()
                .filter(lock ->
                        !lock.studentId().equals(studentId) || (groupId != null && !groupId.equals(lock.groupId())))
                .toList();
    }
}
