package dk.grundskema.api.service.solve;

/** What a solve begins from. */
public enum ContinueFrom {
    /** Starts without a timetable and searches for the best one, also of what has been held. */
    NOTHING,
    /** Starts from the plan's timetable and stays as close to it as possible. What has begun stays if the plan is in use. */
    CURRENT
}
