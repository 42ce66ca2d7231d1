package dk.grundskema.api.exports.calendar;

import java.util.List;

/**
 * Describes what happened to an event that was removed from a calendar but is still held. It contains no student's name.
 *
 * @param from kind of the former owner
 * @param now  names of the new owners: adults if the owner was a staff member, the new place if it was a room, otherwise groups or interventions; empty if the
 *     event is unchanged except for the missing owner
 */
public record EventTakeover(CalendarOwner.Kind from, List<String> now) {
    /** Copies the list. */
    public EventTakeover {
        now = List.copyOf(now);
    }
}
