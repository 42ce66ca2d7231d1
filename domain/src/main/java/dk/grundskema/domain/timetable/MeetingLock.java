package dk.grundskema.domain.timetable;

/**
 * What the planner fixed about a meeting.
 *
 * @param time whether its time
 * @param room whether its room
 */
public record MeetingLock(boolean time, boolean room) {
    /** Nothing is fixed. */
    public static final MeetingLock NONE = new MeetingLock(false, false);

    /** Nothing is fixed: what a file means that says nothing. */
    public static MeetingLock defaults() {
        return NONE;
    }
}
