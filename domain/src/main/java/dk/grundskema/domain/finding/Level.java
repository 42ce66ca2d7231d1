package dk.grundskema.domain.finding;

/** How binding a rule of a timetable is; a higher level is never traded for a lower one. */
public enum Level {
    /** Breaking it is impossible or illegal. */
    HARD,
    /** A guideline of the intervention, or a required seat. The plan is still produced and reports the shortfall. */
    MEDIUM,
    /** A wish with a weight. */
    SOFT
}
