package dk.grundskema.solver.precheck;

import java.util.function.ToLongFunction;

/** What is counted when needs are set against what people can give. */
@SuppressWarnings("ImmutableEnumChecker") // the functions keep no state
enum Count {
    /** Seats, one like the other. */
    SEATS(need -> 1, Capacity::seats, stint -> 1),
    /** Minutes of work. */
    MINUTES(Need::minutes, Capacity::minutes, Stint::most);

    private final ToLongFunction<Need> ofSeat;
    private final ToLongFunction<Capacity> ofCapacity;
    private final ToLongFunction<Stint> ofStint;

    Count(ToLongFunction<Need> ofSeat, ToLongFunction<Capacity> ofCapacity, ToLongFunction<Stint> ofStint) {
        this.ofSeat = ofSeat;
        this.ofCapacity = ofCapacity;
        this.ofStint = ofStint;
    }

    /** What filling one seat of a need counts. */
    long of(Need need) {
        return ofSeat.applyAsLong(need);
    }

    /** What a capacity counts. */
    long of(Capacity capacity) {
        return ofCapacity.applyAsLong(capacity);
    }

    /** What filling one seat at some time counts, at most. */
    long of(Stint stint) {
        return ofStint.applyAsLong(stint);
    }
}
