package dk.grundskema.solver.ledger;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.intervention.InterventionId;
import java.time.LocalDate;

/**
 * An ordinary lesson of a student that something planned falls on.
 *
 * @param date           when
 * @param lesson         which lesson
 * @param minutes        how many of its minutes, at least 1
 * @param intervention   what falls on it
 * @param how            what that does to the student's teaching
 */
public record AffectedLesson(
        LocalDate date, LessonId lesson, long minutes, InterventionId intervention, LessonEffect how) {
    /** What it does to the student's teaching. */
    public enum LessonEffect {
        /** The session takes place within the lesson, as in peer learning: nothing is missed. Source: guide, ch. 1, category 1. */
        INSIDE,
        /** The student misses it, by a named decision. */
        BY_DECISION,
        /** The student misses it without a decision: against the guide's first rule. */
        WITHOUT_DECISION
    }

    /** Returns whether the student misses teaching. */
    public boolean isMissed() {
        return how != LessonEffect.INSIDE;
    }

    AffectedLesson plusMinutes(long more) {
        return new AffectedLesson(date, lesson, minutes + more, intervention, how);
    }
}
