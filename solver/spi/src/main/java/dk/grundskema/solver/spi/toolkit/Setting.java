package dk.grundskema.solver.spi.toolkit;

/** Where in the week several students meet. For the parameters of any plugin. */
public enum Setting {
    /** Inside ordinary lessons, with their teachers. */
    INSIDE,
    /** In usable time outside ordinary lessons, with a supervising staff member. */
    OUTSIDE
}
