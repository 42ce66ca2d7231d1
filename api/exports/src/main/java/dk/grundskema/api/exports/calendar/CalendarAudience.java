package dk.grundskema.api.exports.calendar;

/** Audience of a calendar. */
enum CalendarAudience {
    /** A staff member: the person's own time. */
    STAFF,
    /** A team and the people around it. */
    TEAM,
    /** A class of a school and the people around it. */
    CLASS,
    /** Readers who look up a room or a whole intervention. */
    ROOM;

    /** Returns whether it is a group's calendar, whose events do not repeat the group's name. */
    boolean isGroup() {
        return this == TEAM || this == CLASS;
    }
}
