package dk.grundskema.solver.score;

/** What of a scope can be looked at, as bits: a cost that did not look at something doesn't change with it. */
final class Aspect {
    static final int TIME = 1;
    static final int ROOM = 2;
    static final int GUESTS = 4;
    static final int SEATS = 8;
    static final int SIZES = 16;
    static final int MEMBERS = 32;
    static final int WHO = 64;
    static final int SLEEP = 128;

    private Aspect() {}
}
