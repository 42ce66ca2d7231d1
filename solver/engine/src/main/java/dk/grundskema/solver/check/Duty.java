package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One interval in which a person, room or student is busy.
 *
 * @param interval elapsed time
 * @param date     local date on which it starts
 * @param site     its site
 * @param held     the meeting; {@code null} for a lesson of the existing timetable, which is given
 * @param excused  whether a decision lets the owner miss lessons for it
 * @param lesson   the lesson of the existing timetable; {@code null} for a meeting. A decision may take students out of ordinary teaching, but not
 *     out of other lessons
 */
record Duty(
        Interval interval,
        LocalDate date,
        SiteId site,
        @Nullable CheckedMeeting held,
        boolean excused,
        @Nullable Lesson lesson) {

    /** Returns the id of the meeting or lesson. */
    Id name() {
        return held == null ? Objects.requireNonNull(lesson).id() : held.id();
    }

    /** Returns whether it is named before another duty: the one that starts and ends first, and of two at the same time that of the lower id. */
    boolean isBefore(Duty other) {
        return Comparator.comparingLong(Duty::start)
                        .thenComparingLong(Duty::end)
                        .thenComparing(duty -> duty.name().value())
                        .compare(this, other)
                < 0;
    }

    boolean isFact() {
        return held == null;
    }

    /** Returns whether it counts as work and against rest; lessons do. */
    boolean isWork() {
        return held == null || held.isWork();
    }

    /** Returns the minutes that count in hours: elapsed minutes of lessons; for meetings the credited share and the preparation. */
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

    /** Returns whether this duty is held inside the lesson {@code other}. */
    private boolean isInside(Duty other) {
        return held != null
                && held.session() != null
                && other.lesson != null
                && held.session().inside().contains(other.lesson.id());
    }

    /**
     * Returns the minutes of forbidden overlap between two duties of one owner. For students, a session may be held within another one that they
     * are taken out of, or inside a lesson. Rooms and staff members are never in two places at once.
     */
    long forbiddenOverlap(Duty other, boolean isOfStudent) {
        if (held == null && other.held == null) {
            return 0;
        }
        if (held == null || other.held == null) {
            boolean isMissed = (excused && other.isTeaching()) || (other.excused && isTeaching());
            boolean isAllowed = isMissed || (isOfStudent && (isInside(other) || other.isInside(this)));
            return isAllowed ? 0 : interval.overlapMinutes(other.interval);
        }
        return isOfStudent && held.mayOverlap(other.held) ? 0 : interval.overlapMinutes(other.interval);
    }
}
