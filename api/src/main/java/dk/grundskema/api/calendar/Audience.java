package dk.grundskema.api.calendar;

/** Whom a calendar is for. */
enum Audience {
    /** One of the staff: the person's own time. */
    STAFF,
    /** A team and those around it. */
    TEAM,
    /** A class of a school and those around it. */
    CLASS,
    /** Whoever looks for a room, or at all of an intervention. */
    ROOM;

    /** Whether it is a group's, which isn't told that it is itself. */
    boolean isGroup() {
        return this == TEAM || this == CLASS;
    }
}
