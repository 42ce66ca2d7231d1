package dk.grundskema.domain.timetable;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A session as it came out: when, where, who. A guest (a camp module's subject) has no meeting of its own; its host's
 * meeting carries its title and subject.
 *
 * @param sessionId          the session; for a module that of its block, so that a swap of subjects does not change it
 * @param originId           session that this is a part of after a split by date; {@code null} means not split
 * @param demandedWeeks      requested weeks, where they differ from {@code weeks}; otherwise empty
 * @param interventionId     which intervention it belongs to
 * @param kind               kind of session, such as {@code module} or {@code meal}
 * @param form               form of the session; empty if not specified
 * @param title              what people call it
 * @param subject            subject taught; empty if none
 * @param weeks              weeks in which it is held, at least one
 * @param weekday            day on which it starts
 * @param start              time of day at which it starts
 * @param end                time of day at which it ends; when not after {@code start}, on the next day
 * @param roomId             room; {@code null} means none
 * @param extraRoomIds       further rooms that it takes up
 * @param groupIds           groups that take part
 * @param studentIds         single students who take part beside the groups
 * @param excusedStudentIds  students whom a named decision takes out of ordinary lessons for it
 * @param within             meetings out of which its students may be taken
 * @param seats              who is there, in the order of the session's seats
 * @param workload           credit of each staff member in it
 * @param locked             what the planner fixed
 */
public record Meeting(
        SessionId sessionId,
        @Nullable SessionId originId,
        SortedSet<IsoWeek> demandedWeeks,
        InterventionId interventionId,
        String kind,
        @Default("\"\"") String form,
        String title,
        @Default("\"\"") String subject,
        SortedSet<IsoWeek> weeks,
        DayOfWeek weekday,
        LocalTime start,
        LocalTime end,
        @Nullable RoomId roomId,
        List<RoomId> extraRoomIds,
        List<GroupId> groupIds,
        List<StudentId> studentIds,
        List<StudentId> excusedStudentIds,
        List<SessionId> within,
        List<MeetingSeat> seats,
        Workload workload,
        MeetingLock locked) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if it has no week or no duration, or a text has control characters */
    public Meeting {
        demandedWeeks = Collections.unmodifiableSortedSet(new TreeSet<>(demandedWeeks));
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        extraRoomIds = List.copyOf(extraRoomIds);
        groupIds = List.copyOf(groupIds);
        studentIds = List.copyOf(studentIds);
        excusedStudentIds = List.copyOf(excusedStudentIds);
        within = List.copyOf(within);
        seats = List.copyOf(seats);
        new RecordValidator()
                .visibleText("kind", kind)
                .visibleText("form", form)
                .visibleText("title", title)
                .visibleText("subject", subject)
                .notEmpty("weeks", weeks)
                .duration("end", start, end)
                .throwIfInvalid();
    }

    /** Returns the same meeting with other seats. */
    public Meeting withSeats(List<MeetingSeat> others) {
        return with(weeks, weekday, start, end, studentIds, excusedStudentIds, others, locked);
    }

    /** Returns the same meeting with other students who take part singly, and others who are excused from lessons for it. */
    public Meeting withStudents(List<StudentId> students, List<StudentId> excused) {
        return with(weeks, weekday, start, end, students, excused, seats, locked);
    }

    /** Returns the same meeting with other marks of what the planner fixed. */
    public Meeting withLocked(MeetingLock other) {
        return with(weeks, weekday, start, end, studentIds, excusedStudentIds, seats, other);
    }

    /** Returns the same meeting at another time, in the same room. */
    public Meeting withTime(MeetingTime time) {
        return with(
                time.weeks(), time.weekday(), time.start(), time.end(), studentIds, excusedStudentIds, seats, locked);
    }

    private Meeting with(
            SortedSet<IsoWeek> otherWeeks,
            DayOfWeek otherWeekday,
            LocalTime otherStart,
            LocalTime otherEnd,
            List<StudentId> otherStudents,
            List<StudentId> otherExcused,
            List<MeetingSeat> otherSeats,
            MeetingLock otherLock) {
        return new Meeting(
                sessionId,
                originId,
                demandedWeeks,
                interventionId,
                kind,
                form,
                title,
                subject,
                otherWeeks,
                otherWeekday,
                otherStart,
                otherEnd,
                roomId,
                extraRoomIds,
                groupIds,
                otherStudents,
                otherExcused,
                within,
                otherSeats,
                workload,
                otherLock);
    }

    /** Returns the weeks, weekday, start and end as one value. */
    public MeetingTime time() {
        return new MeetingTime(weeks, weekday, start, end);
    }
}
