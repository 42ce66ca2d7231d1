package dk.grundskema.solver.precheck;

/**
 * Upper bound on what one person can do within the rules.
 *
 * @param seats seats filled, one after the other
 * @param minutes minutes of work
 */
record Capacity(long seats, long minutes) {
    static final Capacity NONE = new Capacity(0, 0);

    Capacity plus(Capacity other) {
        return new Capacity(seats + other.seats, minutes + other.minutes);
    }

    /** Returns the maximum of each component. */
    Capacity max(Capacity other) {
        return new Capacity(Math.max(seats, other.seats), Math.max(minutes, other.minutes));
    }

    /** Returns the minimum of each component. */
    Capacity min(Capacity other) {
        return new Capacity(Math.min(seats, other.seats), Math.min(minutes, other.minutes));
    }

    boolean isBelow(Capacity other) {
        return seats < other.seats || minutes < other.minutes;
    }
}
