package dk.grundskema.domain.timetable;

/**
 * What the planner fixed about a meeting.
 *
 * @param time whether its time is fixed
 * @param room whether its room is fixed
 */
public record MeetingLock(boolean time, boolean room) {
    /** Nothing is fixed. */
    public static final MeetingLock NONE = new MeetingLock(false, false);

    /** Returns {@link #NONE}, the default when a file does not specify a lock. */
    public static MeetingLock defaults() {
        return NONE;
    }
}
