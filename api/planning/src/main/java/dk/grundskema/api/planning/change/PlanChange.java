package dk.grundskema.api.planning.change;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One thing that changes for a plan in use. Several are applied in their order; times are local times of the problem's zone. */
public sealed interface PlanChange {
    /**
     * A staff member is away.
     *
     * @param staffId the staff member
     * @param from    first minute
     * @param until   the minute after the last; {@code null} means for good
     */
    record StaffAway(
            StaffId staffId, LocalDateTime from, @Nullable LocalDateTime until) implements PlanChange {}

    /**
     * A staff member has other hours by contract from the moment of the change on.
     *
     * @param hours hours a week, 0 to 60
     */
    record StaffHours(StaffId staffId, double hours) implements PlanChange {}

    /**
     * A room cannot be used.
     *
     * @param roomId the room
     * @param from   first minute
     * @param until  the minute after the last; {@code null} means for good
     */
    record RoomGone(
            RoomId roomId, LocalDateTime from, @Nullable LocalDateTime until) implements PlanChange {}

    /** Nothing is held on a date, such as a day of snow. */
    record DayClosed(LocalDate date) implements PlanChange {}

    /** Something can be held on a date that was closed. */
    record DayOpened(LocalDate date) implements PlanChange {}

    /** A student is in no group from the week of a date on. */
    record StudentLeaves(StudentId studentId, LocalDate from) implements PlanChange {}

    /** A student is in another class or given team from the week of a date on, instead of the groups of its kind. */
    record StudentMoves(StudentId studentId, GroupId groupId, LocalDate from) implements PlanChange {}

    /** The problem is another one, such as one with a new intervention or staff member. */
    record ReplacedProblem(Problem problem) implements PlanChange {}
}
