package dk.grundskema.solver.precheck;

/**
 * The most that one person can legally give.
 *
 * @param seats   seats filled, one after the other
 * @param minutes minutes of work
 */
record Capacity(long seats, long minutes) {
    static final Capacity NONE = new Capacity(0, 0);

    Capacity plus(Capacity other) {
        return new Capacity(seats + other.seats, minutes + other.minutes);
    }

    /** The larger of both, each by itself. */
    Capacity or(Capacity other) {
        return new Capacity(Math.max(seats, other.seats), Math.max(minutes, other.minutes));
    }

    /** The smaller of both, each by itself. */
    Capacity atMost(Capacity other) {
        return new Capacity(Math.min(seats, other.seats), Math.min(minutes, other.minutes));
    }

    boolean isBelow(Capacity other) {
        return seats < other.seats || minutes < other.minutes;
    }
}
