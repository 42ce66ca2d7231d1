package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;

/** Timetables changed by hand. */
final class MeetingEdits {
    private MeetingEdits() {}

    static Timetable change(Timetable timetable, String which, UnaryOperator<Meeting> how) {
        return new Timetable(
                timetable.version(),
                timetable.problem(),
                timetable.zone(),
                timetable.seed(),
                timetable.score(),
                timetable.rules(),
                timetable.groups(),
                timetable.meetings().stream()
                        .map(one -> one.sessionId().equals(new SessionId(which)) ? how.apply(one) : one)
                        .toList(),
                timetable.tasks());
    }

    static Meeting withWorkload(Meeting old, Workload workload) {
        return with(old, old.start(), old.studentIds(), workload);
    }

    static Meeting withSubject(Meeting old, String subject) {
        return new Meeting(
                old.sessionId(),
                old.originId(),
                old.demandedWeeks(),
                old.interventionId(),
                old.kind(),
                old.form(),
                old.title(),
                subject,
                old.weeks(),
                old.weekday(),
                old.start(),
                old.end(),
                old.roomId(),
                old.extraRoomIds(),
                old.groupIds(),
                old.studentIds(),
                old.excusedStudentIds(),
                old.within(),
                old.seats(),
                old.workload(),
                old.locked());
    }

    static Meeting with(Meeting old, LocalTime start, List<StudentId> students, Workload workload) {
        return new Meeting(
                old.sessionId(),
                old.originId(),
                old.demandedWeeks(),
                old.interventionId(),
                old.kind(),
                old.form(),
                old.title(),
                old.subject(),
                old.weeks(),
                old.weekday(),
                start,
                old.end(),
                old.roomId(),
                old.extraRoomIds(),
                old.groupIds(),
                students,
                old.excusedStudentIds(),
                old.within(),
                old.seats(),
                workload,
                old.locked());
    }

    static Meeting with(Meeting old, String kind, List<GroupId> groups, List<StudentId> students, String holder) {
        return new Meeting(
                old.sessionId(),
                old.originId(),
                old.demandedWeeks(),
                old.interventionId(),
                kind,
                old.form(),
                old.title(),
                old.subject(),
                old.weeks(),
                old.weekday(),
                old.start(),
                old.end(),
                old.roomId(),
                old.extraRoomIds(),
                groups,
                students,
                old.excusedStudentIds(),
                old.within(),
                List.of(new MeetingSeat("contact", new StaffId(holder), true, false)),
                old.workload(),
                old.locked());
    }
}
