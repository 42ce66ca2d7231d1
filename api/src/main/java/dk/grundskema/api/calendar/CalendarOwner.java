package dk.grundskema.api.calendar;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;

/**
 * What a calendar of a plan is of.
 *
 * @param kind a person, a group, a room or an intervention
 * @param id   its id in the plan
 */
public record CalendarOwner(Kind kind, String id) {
    /** Sorts of owners. */
    public enum Kind {
        /** One of the staff. */
        STAFF,
        /** A team or a class. */
        GROUP,
        /** A room. */
        ROOM,
        /** An intervention: all that is held for it. */
        INTERVENTION
    }

    /** One of the staff. */
    public static CalendarOwner of(StaffId id) {
        return new CalendarOwner(Kind.STAFF, id.value());
    }

    /** A group. */
    public static CalendarOwner of(GroupId id) {
        return new CalendarOwner(Kind.GROUP, id.value());
    }

    /** A room. */
    public static CalendarOwner of(RoomId id) {
        return new CalendarOwner(Kind.ROOM, id.value());
    }

    /** An intervention. */
    public static CalendarOwner of(InterventionId id) {
        return new CalendarOwner(Kind.INTERVENTION, id.value());
    }
}
