package dk.grundskema.api.service.solve;

/** What a solve begins from. */
public enum ContinueFrom {
    /** Starts without a timetable and searches for the best one. */
    NOTHING,
    /** Starts from the plan's timetable and stays as close to it as possible. */
    CURRENT
}
