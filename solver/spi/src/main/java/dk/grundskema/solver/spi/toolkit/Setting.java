package dk.grundskema.solver.spi.toolkit;

/** Where in the week several students meet. For the parameters of any plugin. */
public enum Setting {
    /** Inside ordinary lessons, whose teachers are there. */
    INSIDE,
    /** In usable time outside ordinary lessons, with an adult who supervises. */
    OUTSIDE
}
