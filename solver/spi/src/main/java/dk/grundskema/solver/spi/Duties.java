package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one person, room or student is busy with in a window of time, in order of the starts, then of the ends. Of what is at
 * exactly the same time, lessons come before sessions, then what is at a site that the problem names earlier. Whoever holds two
 * seats of one session is in it twice.
 */
public interface Duties {
    /** Whose duties these are: a {@code StaffMember}, a {@code Room} or a {@code Student}. */
    Object owner();

    /** How many duties there are. */
    int size();

    /** First minute of a duty, since 1970 in UTC. */
    long start(int duty);

    /** Minute after the last of a duty, since 1970 in UTC. */
    long end(int duty);

    /** Which session a duty belongs to; {@code null} for a lesson of the existing timetable, which is a fact. */
    @Nullable
    Session session(int duty);

    /** Which lesson of the existing timetable a duty is; {@code null} for what is decided. */
    @Nullable
    LessonId lesson(int duty);

    /** Date on the wall clock on which a duty starts. */
    LocalDate date(int duty);

    /** Calendar week in which a duty starts. */
    default IsoWeek week(int duty) {
        return IsoWeek.of(date(duty));
    }

    /**
     * Minutes by which two duties overlap that must not. For a student 0 if one may be held within the other, or a decision
     * excuses it; staff and rooms are in one place at a time whatever is within what.
     */
    long forbiddenOverlap(int earlier, int later);

    /** Minutes that it takes from the place of one duty to the place of another. */
    int travelMinutes(int from, int to);

    /** Whether a duty counts as work and against rest; facts do. */
    boolean isWork(int duty);

    /** A duty's stretch of time; makes an object, so for messages only. */
    default Interval interval(int duty) {
        return new Interval(start(duty), end(duty));
    }
}
