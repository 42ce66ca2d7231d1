package dk.grundskema.domain.finding;

/** How binding a rule of a timetable is; a higher level is never traded for a lower one. */
public enum Level {
    /** Impossible or illegal when broken. */
    HARD,
    /** A guideline of the intervention, or a required seat; the plan still comes out and says where it is thin. */
    MEDIUM,
    /** A wish with a weight. */
    SOFT
}
