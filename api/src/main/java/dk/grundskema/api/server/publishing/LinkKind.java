package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarOwner;

/** What a link is to the calendar of. */
public enum LinkKind {
    /** One of the staff. */
    STAFF,
    /** One of the staff, but only when that person is busy: to be given to others. */
    BUSY,
    /** A team or a class. */
    GROUP,
    /** A room. */
    ROOM,
    /** An intervention. */
    INTERVENTION,
    /** An organisation and those below it: their year. */
    YEAR;

    static LinkKind of(CalendarOwner owner) {
        return valueOf(owner.kind().name());
    }
}
