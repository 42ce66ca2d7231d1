package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarOwner;

/** What a link is to the calendar of. */
public enum LinkKind {
    /** One of the staff. */
    STAFF("steelblue"),
    /** One of the staff, but only when that person is busy: to be given to others. */
    BUSY("slategray"),
    /** A team or a class. */
    GROUP("seagreen"),
    /** A room. */
    ROOM("sienna"),
    /** An intervention. */
    INTERVENTION("slateblue"),
    /** An organisation and those below it: their year. */
    YEAR("darkgoldenrod");

    private final String colour;

    LinkKind(String colour) {
        this.colour = colour;
    }

    /** Name of the colour of CSS that such a calendar has unless all its events have another one. */
    String colour() {
        return colour;
    }

    /** Whether the calendar is one person's. */
    boolean isOfPerson() {
        return this == STAFF || this == BUSY;
    }

    static LinkKind of(CalendarOwner owner) {
        return valueOf(owner.kind().name());
    }
}
