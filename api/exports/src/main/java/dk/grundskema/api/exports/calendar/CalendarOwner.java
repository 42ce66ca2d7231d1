package dk.grundskema.api.exports.calendar;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;

/**
 * The object that a calendar of a plan belongs to.
 *
 * @param kind a person, a group, a room or an intervention
 * @param id   its id in the plan
 */
public record CalendarOwner(Kind kind, String id) {
    /** Types of owners. */
    public enum Kind {
        /** A staff member. */
        STAFF,
        /** A team or a class. */
        GROUP,
        /** A room. */
        ROOM,
        /** An intervention: all its events. */
        INTERVENTION
    }

    /** Returns the owner for a staff member. */
    public static CalendarOwner of(StaffId id) {
        return new CalendarOwner(Kind.STAFF, id.value());
    }

    /** Returns the owner for a group. */
    public static CalendarOwner of(GroupId id) {
        return new CalendarOwner(Kind.GROUP, id.value());
    }

    /** Returns the owner for a room. */
    public static CalendarOwner of(RoomId id) {
        return new CalendarOwner(Kind.ROOM, id.value());
    }

    /** Returns the owner for an intervention. */
    public static CalendarOwner of(InterventionId id) {
        return new CalendarOwner(Kind.INTERVENTION, id.value());
    }
}
