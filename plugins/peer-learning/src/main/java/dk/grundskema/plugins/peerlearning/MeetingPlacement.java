package dk.grundskema.plugins.peerlearning;

/** Where in the week several students meet. */
public enum MeetingPlacement {
    /** Inside ordinary lessons, with their teachers. */
    INSIDE,
    /** In usable time outside ordinary lessons, with a supervising staff member. */
    OUTSIDE
}
