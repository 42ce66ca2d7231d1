package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.engine.HandChange;
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
record Selection(
        @Nullable SessionId sessionId,
        @Nullable GroupId groupId,
        @Nullable LocalDate date,
        @Nullable StaffId staffId,
        @Nullable StudentId studentId,
        Set<What> what) {
    /** What of a meeting is locked. */
    enum What {
        /** When it is held. */
        TIME,
        /** Where it is held. */
        ROOM,
        /** What is taught in a module. */
        SUBJECT,
        /** Who sits in its seats. */
        SEATS
    }

    /** @throws Refusal 422 if nothing is named */
    void check() {
        if (sessionId == null && groupId == null && date == null && staffId == null && studentId == null) {
            throw Refusal.unusable("editing.selects-nothing", "");
        }
    }

    private boolean means(What one) {
        return what.isEmpty() || what.contains(one);
    }

    private boolean isOf(Meeting meeting) {
        return studentId == null
                && (sessionId == null || sessionId.equals(meeting.sessionId()))
                && (groupId == null || meeting.groupIds().contains(groupId))
                && (date == null || meeting.time().dates().contains(date))
                && (staffId == null
                        || meeting.seats().stream().anyMatch((MeetingSeat seat) -> staffId.equals(seat.staffId())));
    }

    /** Changes that leave everything as it is, so that with locking they are locks. */
    List<HandChange> asTheyStand(Bench bench) {
        var changes = new ArrayList<HandChange>();
        bench.timetable().value().meetings().stream()
                .filter(meeting -> bench.workbench().has(meeting.sessionId()))
                .filter(this::isOf)
                .forEach(meeting -> lock(bench, meeting, changes));
        if (studentId != null) {
            for (GroupMembers group : bench.timetable().value().groups()) {
                boolean isIn = group.members().stream().anyMatch(member -> studentId.equals(member.studentId()));
                boolean isMeant = groupId == null || groupId.equals(group.id());
                boolean isFormed = bench.problem().value().group(group.id()).isEmpty();
                if (isIn && isMeant && isFormed) {
                    changes.add(new HandChange.Grouping(studentId, group.id()));
                }
            }
        }
        if (changes.isEmpty()) {
            throw Refusal.unusable("editing.selects-no-meeting", "");
        }
        return changes;
    }

    private void lock(Bench bench, Meeting meeting, List<HandChange> changes) {
        SessionId id = meeting.sessionId();
        boolean isLesson = bench.workbench().isLesson(id);
        if (means(What.TIME) && !isLesson) {
            changes.add(new HandChange.Timing(id, meeting.time()));
        }
        if (means(What.ROOM) && meeting.roomId() != null && !isLesson) {
            changes.add(new HandChange.Rooming(id, meeting.roomId()));
        }
        if (means(What.SUBJECT)
                && bench.workbench().isModule(id)
                && !meeting.subject().isEmpty()) {
            changes.add(new HandChange.Teaching(id, meeting.subject()));
        }
        for (int place = bench.workbench().seatsBefore(id);
                means(What.SEATS) && place < meeting.seats().size();
                place++) {
            StaffId who = meeting.seats().get(place).staffId();
            if (who != null && (staffId == null || staffId.equals(who))) {
                changes.add(new HandChange.Seating(id, place, who));
            }
        }
    }

    /** The locks of sessions that are left when those that are meant are gone. */
    List<SessionLock> left(Bench bench, List<SessionLock> locks) {
        Set<SessionId> meant = bench.timetable().value().meetings().stream()
                .filter(this::isOf)
                .map(Meeting::sessionId)
                .collect(Collectors.toSet());
        if (sessionId != null && studentId == null) {
            meant.add(sessionId); // also where a lock is on what isn't held
        }
        return locks.stream()
                .flatMap(
                        lock -> meant.contains(lock.sessionId()) ? loosened(lock).stream() : Optional.of(lock).stream())
                .toList();
    }

    private Optional<SessionLock> loosened(SessionLock lock) {
        Predicate<SeatLock> stays = seat -> !means(What.SEATS) || (staffId != null && !staffId.equals(seat.staffId()));
        boolean isWhole = staffId == null || !what.isEmpty();
        var time = means(What.TIME) && isWhole ? null : lock.time();
        var room = means(What.ROOM) && isWhole ? null : lock.roomId();
        var subject = means(What.SUBJECT) && isWhole ? null : lock.subject();
        List<SeatLock> seats = lock.seats().stream().filter(stays).toList();
        return time == null && room == null && subject == null && seats.isEmpty()
                ? Optional.empty()
                : Optional.of(new SessionLock(lock.sessionId(), time, room, subject, seats));
    }

    /** The locks of students that are left. */
    List<MemberLock> left(List<MemberLock> locks) {
        if (studentId == null) {
            return locks;
        }
        return locks.stream()
                .filter(lock ->
                        !lock.studentId().equals(studentId) || (groupId != null && !groupId.equals(lock.groupId())))
                .toList();
    }
}
