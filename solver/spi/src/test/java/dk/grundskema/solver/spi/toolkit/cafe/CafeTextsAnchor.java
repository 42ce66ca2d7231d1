package dk.grundskema.solver.spi.toolkit.cafe;

/** A class in the package with the texts of a fictitious plugin. */
public final class CafeTextsAnchor {
    private CafeTextsAnchor() {}
}
