package dk.grundskema.solver.spi.toolkit.cafe;

/** Beside the texts of a made-up plugin. */
public final class CafeTextsAnchor {
    private CafeTextsAnchor() {}
}
