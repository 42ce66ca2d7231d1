package dk.grundskema.api.calendar;

import java.util.List;

/**
 * What became of an event that a calendar has no longer, but which is held all the same. No student is named.
 *
 * @param from of what kind the owner is who had it
 * @param now  who or what has come for it: adults, where that was one of the staff; where it is now, where it was a room; otherwise groups. Empty if it is
 *             held as it was, but without the owner
 */
public record StillHeld(CalendarOwner.Kind from, List<String> now) {
    /** Copies the list. */
    public StillHeld {
        now = List.copyOf(now);
    }
}
