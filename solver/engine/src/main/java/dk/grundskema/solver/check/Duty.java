package dk.grundskema.solver.check;

import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One stretch for which a person, a room or a student is busy.
 *
 * @param interval when, in true time
 * @param date     date on the wall clock on which it starts
 * @param site     where
 * @param held     the meeting; {@code null} for a lesson of the existing timetable, which is a fact
 * @param excused  whether a decision lets whose duty it is miss lessons for it
 * @param lesson   the lesson of the existing timetable that it is; {@code null} for a meeting. Out of ordinary teaching a decision may take
 *     students; other facts keep them
 */
record Duty(
        Interval interval,
        LocalDate date,
        SiteId site,
        @Nullable HeldMeeting held,
        boolean excused,
        @Nullable Lesson lesson) {

    boolean isFact() {
        return held == null;
    }

    /** Whether it counts as work and against rest; facts do. */
    boolean isWork() {
        return held == null || held.isWork();
    }

    /** Minutes that it counts in hours: true elapsed time, and preparation for meetings. */
    long workMinutes() {
        return held == null ? interval.minutes() : held.workMinutes(interval.minutes());
    }

    IsoWeek week() {
        return IsoWeek.of(date);
    }

    long start() {
        return interval.start();
    }

    long end() {
        return interval.end();
    }

    private boolean isTeaching() {
        return lesson != null && lesson.kind() == Lesson.Kind.TEACHING;
    }

    /** Whether this is held inside the lesson that the other one is. */
    private boolean isInside(Duty other) {
        return held != null
                && held.session() != null
                && other.lesson != null
                && held.session().inside().contains(other.lesson.id());
    }

    /**
     * Minutes by which two duties of one owner overlap though they must not. One session may be held within another for
     * students, who are taken out of it, or inside a lesson, in which they then are; a room or a member of staff is still in one place at a time.
     */
    long forbiddenOverlap(Duty other, boolean isOfStudent) {
        if (held == null && other.held == null) {
            return 0;
        }
        if (held == null || other.held == null) {
            boolean isMissed = (excused && other.isTeaching()) || (other.excused && isTeaching());
            boolean isAllowed = isMissed || (isOfStudent && (isInside(other) || other.isInside(this)));
            return isAllowed ? 0 : interval.overlap(other.interval);
        }
        return isOfStudent && held.mayOverlap(other.held) ? 0 : interval.overlap(other.interval);
    }
}
