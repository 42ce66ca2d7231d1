package dk.grundskema.api.calendar;

/** Whom a calendar is for. */
enum Audience {
    /** One of the staff: the person's own time. */
    STAFF,
    /** A team and those around it. */
    TEAM,
    /** Whoever looks for a room. */
    ROOM;

    /** The text that names files of this kind. */
    String fileKey() {
        return switch (this) {
            case STAFF -> "calendar.file-staff";
            case TEAM -> "calendar.file-team";
            case ROOM -> "calendar.file-room";
        };
    }
}
