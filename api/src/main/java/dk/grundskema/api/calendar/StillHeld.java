package dk.grundskema.api.calendar;

import java.util.List;

/**
 * What became of an event that a calendar has no longer, but which is held all the same. No student is named.
 *
 * @param from of what kind the owner is who had it
 * @param now  the adults who have it now, where that was one of the staff; where it is now, where it was a room; otherwise the groups that it is for now. May
 *             be empty
 */
public record StillHeld(CalendarOwner.Kind from, List<String> now) {
    /** Copies the list. */
    public StillHeld {
        now = List.copyOf(now);
    }
}
