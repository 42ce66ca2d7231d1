package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The duties of one person, room or student in a window of time, ordered by start, then by end. Of duties at exactly the same time, lessons come
 * before sessions, then those at a site that the problem lists earlier. A person with two seats of one session has two duties in it.
 */
public interface Duties {
    /** Returns the owner of the duties: a {@code StaffMember}, a {@code Room} or a {@code Student}. */
    Object owner();

    /** Returns the number of duties. */
    int size();

    /** Returns the first minute of a duty, since 1970 in UTC. */
    long start(int duty);

    /** Returns the minute after the last of a duty, since 1970 in UTC. */
    long end(int duty);

    /** Returns the session of a duty; {@code null} for a lesson of the existing timetable, which is given. */
    @Nullable
    Session session(int duty);

    /** Returns the lesson of the existing timetable that a duty is; {@code null} for a session. */
    @Nullable
    LessonId lesson(int duty);

    /** Returns the local date on which a duty starts. */
    LocalDate date(int duty);

    /** Returns the calendar week in which a duty starts. */
    default IsoWeek week(int duty) {
        return IsoWeek.of(date(duty));
    }

    /**
     * Returns the minutes of forbidden overlap between two duties. For a student it is 0 if one may be held within the other, or a decision excuses
     * the student. Staff members and rooms are never in two places at a time.
     */
    long forbiddenOverlap(int earlier, int later);

    /** Returns the travel time between the sites of two duties, in minutes. */
    int travelMinutes(int from, int to);

    /** Returns whether a duty counts as work and against rest; lessons of the existing timetable do. */
    boolean isWork(int duty);

    /** Returns the interval of a duty. Allocates an object, so use it for messages only. */
    default Interval interval(int duty) {
        return new Interval(start(duty), end(duty));
    }
}
