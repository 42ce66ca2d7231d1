package dk.grundskema.api.server.solving;

/** What a solve begins from. */
public enum ContinueFrom {
    /** From nothing: the best plan there is. */
    NOTHING,
    /** From the plan's timetable, to which it stays as close as it can. */
    CURRENT
}
