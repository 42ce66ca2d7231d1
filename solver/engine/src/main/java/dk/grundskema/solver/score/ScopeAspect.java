package dk.grundskema.solver.score;

/**
 * Bits for the aspects of a scope that a cost function may read. A cost does not depend on aspects that it did not
 * read.
 */
final class ScopeAspect {
    static final int TIME = 1;
    static final int ROOM = 2;
    static final int GUESTS = 4;
    static final int SEATS = 8;
    static final int SIZES = 16;
    static final int MEMBERS = 32;
    static final int WHO = 64;
    static final int SLEEP = 128;

    private ScopeAspect() {}
}
