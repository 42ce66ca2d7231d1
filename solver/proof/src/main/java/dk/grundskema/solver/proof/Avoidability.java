package dk.grundskema.solver.proof;

/** Whether a fault of a timetable can be avoided while all filled seats stay filled, by anybody. */
public enum Avoidability {
    /** Proved: at the times of the timetable, it cannot. */
    UNAVOIDABLE,
    /** Changes mend it, and the independent checker finds no new violation. */
    AVOIDABLE,
    /** Neither was shown within the limits. */
    UNKNOWN
}
