package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finished timetables changed by hand. */
final class TimetableEdits {
    private TimetableEdits() {}

    static Timetable change(Timetable plan, SessionId session, UnaryOperator<Meeting> how) {
        return with(
                plan,
                plan.meetings().stream()
                        .map(one -> one.sessionId().equals(session) ? how.apply(one) : one)
                        .toList());
    }

    static Timetable without(Timetable plan, SessionId session) {
        return with(
                plan,
                plan.meetings().stream()
                        .filter(one -> !one.sessionId().equals(session))
                        .toList());
    }

    /** The same meeting once more under another id. */
    static Timetable duplicate(Timetable plan, SessionId session, String id) {
        var meetings = new ArrayList<>(plan.meetings());
        plan.meetings().stream()
                .filter(one -> one.sessionId().equals(session))
                .forEach(one -> meetings.add(copy(one, new SessionId(id), one.interventionId(), one.start())));
        return with(plan, meetings);
    }

    static Meeting withStart(Meeting one, LocalTime start) {
        return copy(one, one.sessionId(), one.interventionId(), start);
    }

    /** The same meeting as one of another intervention. */
    static Meeting withIntervention(Meeting one, InterventionId intervention) {
        return copy(one, one.sessionId(), intervention, one.start());
    }

    /** The same meeting in other weeks, with another duration in minutes, form and subject. */
    static Meeting withTimes(
            Meeting one,
            java.util.SortedSet<dk.grundskema.domain.time.IsoWeek> weeks,
            int minutes,
            String form,
            String subject) {
        return new Meeting(
                one.sessionId(),
                one.originId(),
                one.demandedWeeks(),
                one.interventionId(),
                one.kind(),
                form,
                one.title(),
                subject,
                weeks,
                one.weekday(),
                one.start(),
                one.start().plusMinutes(minutes),
                one.roomId(),
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                one.excusedStudentIds(),
                one.within(),
                one.seats(),
                one.workload(),
                one.locked());
    }

    private static Meeting copy(Meeting one, SessionId id, InterventionId intervention, LocalTime start) {
        return new Meeting(
                id,
                one.originId(),
                one.demandedWeeks(),
                intervention,
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weeks(),
                one.weekday(),
                start,
                start.plus(java.time.Duration.between(one.start(), one.end())),
                one.roomId(),
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                one.excusedStudentIds(),
                one.within(),
                one.seats(),
                one.workload(),
                one.locked());
    }

    private static Timetable with(Timetable plan, List<Meeting> meetings) {
        return new Timetable(
                plan.version(),
                plan.problem(),
                plan.zone(),
                plan.seed(),
                plan.score(),
                plan.rules(),
                plan.groups(),
                meetings,
                plan.tasks());
    }
}
