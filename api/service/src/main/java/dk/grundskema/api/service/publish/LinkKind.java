package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;

/** What a link is to the calendar of. */
public enum LinkKind {
    /** A staff member. */
    STAFF("steelblue"),
    /** A staff member, busy times only; can be given to others. */
    BUSY("slategray"),
    /** A team or a class. */
    GROUP("seagreen"),
    /** A room. */
    ROOM("sienna"),
    /** An intervention. */
    INTERVENTION("slateblue"),
    /** The year of an organisation and of the organisations below it. */
    YEAR("darkgoldenrod");

    private final String colour;

    LinkKind(String colour) {
        this.colour = colour;
    }

    /** Returns the name of the CSS colour that the calendar has unless all its events share another one. */
    public String colour() {
        return colour;
    }

    /** Returns whether the calendar belongs to one person. */
    public boolean isOfPerson() {
        return this == STAFF || this == BUSY;
    }

    static LinkKind of(CalendarOwner owner) {
        return valueOf(owner.kind().name());
    }
}
