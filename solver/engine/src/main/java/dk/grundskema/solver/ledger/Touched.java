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
public record Touched(LocalDate date, LessonId lesson, long minutes, InterventionId intervention, How how) {
    /** What it does to the student's teaching. */
    public enum How {
        /** It happens within the lesson itself, as in peer learning: nothing is missed. Source: guide, ch. 1, category 1. */
        INSIDE,
        /** The student misses it, by a named decision. */
        BY_DECISION,
        /** The student misses it and nobody decided so: against the guide's first rule. */
        WITHOUT_DECISION
    }

    /** Whether the student misses teaching. */
    public boolean isMissed() {
        return how != How.INSIDE;
    }

    Touched plus(long more) {
        return new Touched(date, lesson, minutes + more, intervention, how);
    }
}
