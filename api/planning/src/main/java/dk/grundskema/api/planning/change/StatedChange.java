package dk.grundskema.api.planning.change;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One thing that changes for a plan in use. Several are applied in their order; times are local times of the problem's zone. */
public sealed interface StatedChange {
    /**
     * A staff member is away.
     *
     * @param staffId the staff member
     * @param from    first minute
     * @param until   the minute after the last; {@code null} means for good
     */
    record StaffAway(
            StaffId staffId, LocalDateTime from, @Nullable LocalDateTime until) implements StatedChange {}

    /**
     * A staff member has other hours by contract from the moment of the change on.
     *
     * @param hours hours a week, 0 to 60
     */
    record StaffHours(StaffId staffId, double hours) implements StatedChange {}

    /**
     * A room cannot be used.
     *
     * @param roomId the room
     * @param from   first minute
     * @param until  the minute after the last; {@code null} means for good
     */
    record RoomGone(
            RoomId roomId, LocalDateTime from, @Nullable LocalDateTime until) implements StatedChange {}

    /** Nothing is held on a date, such as a day of snow. */
    record DayClosed(LocalDate date) implements StatedChange {}

    /** Something can be held on a date that was closed. */
    record DayOpened(LocalDate date) implements StatedChange {}

    /** A student is in no group from the week of a date on. */
    record StudentLeaves(StudentId studentId, LocalDate from) implements StatedChange {}

    /**
     * A student is in another group from the week of a date on: in a class or given team instead of the groups of its kind, or in a group that the plan formed
     * instead of those beside it.
     */
    record StudentMoves(StudentId studentId, GroupId groupId, LocalDate from) implements StatedChange {}

    /**
     * A new staff member comes. The id is formed from the name.
     *
     * @param name     first and last name, which nobody on the staff has yet
     * @param hours    contract hours a week, 0 to 60
     * @param skills   words that interventions require, such as a subject; empty means none
     * @param weekdays days of the week on which the person can be on duty; empty means all
     * @param from     first day, not before the day of the moment
     */
    record StaffJoins(
            String name, double hours, SortedSet<String> skills, SortedSet<DayOfWeek> weekdays, LocalDate from)
            implements StatedChange {
        /** Copies the sets. */
        public StaffJoins {
            skills = Collections.unmodifiableSortedSet(new TreeSet<>(skills));
            weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        }

        /** Returns no name, so that no log contains one. */
        @Override
        public String toString() {
            return "StaffJoins " + from;
        }
    }

    /**
     * A new room. The id is formed from the name.
     *
     * @param name     name, which no room has yet
     * @param kind     kind, a word of problems, or a Danish or English name of a usual kind
     * @param capacity how many students it holds, 1 to 30000
     * @param site     site; {@code null} means the problem's first site
     * @param from     first day on which it can be used, not before the day of the moment
     */
    record RoomAdded(
            String name,
            String kind,
            int capacity,
            @Nullable SiteId site,
            LocalDate from) implements StatedChange {}

    /**
     * A new student is in a class or given team, or in a group that the plan formed, from the week of a date on. The id tells nothing about the student.
     *
     * @param name    first and last name, which nobody in the class or team has yet
     * @param groupId the class or team
     * @param from    a day of the first week, which has not begun
     */
    record StudentJoins(String name, GroupId groupId, LocalDate from) implements StatedChange {
        /** Returns no name, so that no log contains one. */
        @Override
        public String toString() {
            return "StudentJoins " + groupId + " " + from;
        }
    }

    /**
     * The school gives up a subject: its lessons of the existing timetable end. Lessons of other subjects stay, and nothing takes their place.
     *
     * @param subject the subject as lessons name it, in any case
     * @param groupId class or team whose lessons end; {@code null} means everybody
     * @param from    first day without them, not before the day of the moment
     */
    record SubjectDropped(String subject, @Nullable GroupId groupId, LocalDate from) implements StatedChange {}

    /**
     * The school moves a lesson of the existing timetable, within each week. The lesson keeps the weeks that are over, and a new one has the weeks from
     * then on; a lesson that has not been held yet is moved as a whole.
     *
     * @param lessonId the lesson
     * @param from     first day of the new time, not before the day of the moment; a week whose old or new date is before this day stays as it was
     * @param weekday  new day of the week
     * @param start    new time of day at which it starts
     * @param end      new time of day at which it ends; {@code null} means that it keeps its length
     * @param roomId   new room, instead of all rooms that it has; {@code null} means that it keeps them
     */
    record LessonMoves(
            LessonId lessonId,
            LocalDate from,
            DayOfWeek weekday,
            LocalTime start,
            @Nullable LocalTime end,
            @Nullable RoomId roomId)
            implements StatedChange {}

    /** The problem is another one, such as one with a new intervention. */
    record ReplacedProblem(Problem problem) implements StatedChange {}
}
