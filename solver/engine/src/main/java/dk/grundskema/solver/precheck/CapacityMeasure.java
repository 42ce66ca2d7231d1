package dk.grundskema.solver.precheck;

import java.util.function.ToLongFunction;

/** The unit in which needs and capacities are compared. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are stateless
enum CapacityMeasure {
    /** Seats, all counted equally. */
    SEATS(need -> 1, Capacity::seats, stint -> 1),
    /** Minutes of work. */
    MINUTES(StaffNeed::minutes, Capacity::minutes, SeatInterval::most);

    private final ToLongFunction<StaffNeed> ofSeat;
    private final ToLongFunction<Capacity> ofCapacity;
    private final ToLongFunction<SeatInterval> ofStint;

    CapacityMeasure(
            ToLongFunction<StaffNeed> ofSeat,
            ToLongFunction<Capacity> ofCapacity,
            ToLongFunction<SeatInterval> ofStint) {
        this.ofSeat = ofSeat;
        this.ofCapacity = ofCapacity;
        this.ofStint = ofStint;
    }

    /** Returns the amount for one seat of a need. */
    long of(StaffNeed need) {
        return ofSeat.applyAsLong(need);
    }

    /** Returns the amount of a capacity. */
    long of(Capacity capacity) {
        return ofCapacity.applyAsLong(capacity);
    }

    /** Returns the maximum amount for one seat at a time. */
    long of(SeatInterval stint) {
        return ofStint.applyAsLong(stint);
    }
}
