package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Changes of {@link NearestRepair}, by chance: somebody takes a seat and gives up what doesn't go with it, or two change places. */
final class SeatTrade {
    /** Most seats that somebody gives up for another. */
    private static final int MOST_GIVEN_UP = 3;

    private final RepairState state;
    private final Decisions decisions;
    private final int[] seats;
    private final long hardLimit;
    private final SplittableRandom random;
    private final @Nullable Set<Hand> hands;
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(int seat, int before) {}

    /**
     * Somebody whose day may change.
     *
     * @param person who
     * @param day    day of the horizon
     */
    record Hand(int person, int day) {}

    /**
     * @param seats those that may be given otherwise
     * @param hands whose days may change, or {@code null} for all
     */
    SeatTrade(RepairState state, int[] seats, long hardLimit, SplittableRandom random, @Nullable Set<Hand> hands) {
        this.hands = hands;
        this.state = state;
        this.decisions = state.decisions;
        this.seats = seats.clone();
        this.hardLimit = hardLimit;
        this.random = random;
    }

    /** From here on {@link #takeBack} takes back. */
    void begin() {
        taken.clear();
    }

    /** Takes back what was done since {@link #begin}. */
    void takeBack() {
        for (Taken one : taken.reversed()) {
            state.reseat(one.seat(), one.before());
        }
        taken.clear();
    }

    private void put(int seat, int person) {
        taken.add(new Taken(seat, state.holder(seat)));
        state.reseat(seat, person);
    }

    /** Changes something; {@code false} if what chance chose can't be. */
    boolean attempt() {
        int kind = random.nextInt(10);
        if (kind < 4) {
            int seat = seatOf(Choice.EMPTY);
            return seat >= 0 && isTakenBySomebody(seat);
        }
        if (kind < 6) {
            int seat = seatOf(Choice.CHANGED);
            return seat >= 0 && !state.hasFallen(seat) && isTaken(seat, state.original(seat));
        }
        int seat = seats[random.nextInt(seats.length)];
        if (kind < 7) {
            put(seat, Decisions.NONE);
            return true;
        }
        return kind < 8 ? isExchanged(seat, seats[random.nextInt(seats.length)]) : isTakenBySomebody(seat);
    }

    private enum Choice {
        EMPTY,
        CHANGED
    }

    /** A seat of the kind, the next one from anywhere. */
    private int seatOf(Choice choice) {
        int from = random.nextInt(seats.length);
        for (int i = 0; i < seats.length; i++) {
            int seat = seats[(from + i) % seats.length];
            boolean isEmpty = state.holder(seat) == Decisions.NONE;
            if (choice == Choice.EMPTY ? isEmpty : state.holder(seat) != state.original(seat)) {
                return seat;
            }
        }
        return Decisions.NONE;
    }

    private boolean isTakenBySomebody(int seat) {
        int[] range = decisions.range(decisions.seat(seat));
        if (hands != null) {
            range = Arrays.stream(range)
                    .filter(person -> hands.contains(new Hand(person, state.day(seat))))
                    .toArray();
        }
        return range.length > 0 && isTaken(seat, range[random.nextInt(range.length)]);
    }

    private boolean isExchanged(int seat, int other) {
        int person = state.holder(seat);
        int second = state.holder(other);
        if (person == second || !fits(seat, second) || !fits(other, person)) {
            return false;
        }
        put(seat, Decisions.NONE);
        put(other, person);
        put(seat, second);
        return true;
    }

    private boolean fits(int seat, int person) {
        boolean isAllowed = person == Decisions.NONE || decisions.allows(decisions.seat(seat), person);
        return isAllowed
                && (hands == null || person == Decisions.NONE || hands.contains(new Hand(person, state.day(seat))));
    }

    /** Somebody takes a seat; if he has too much then, he gives other seats up, to whoever can take them. */
    private boolean isTaken(int seat, int person) {
        if (person == state.holder(seat) || !fits(seat, person)) {
            return false;
        }
        int former = state.holder(seat);
        put(seat, person);
        if (isLegal()) {
            return true;
        }
        var given = new ArrayList<Integer>();
        List<Integer> others = others(seat, person);
        for (int i = 0; i < others.size() && given.size() < MOST_GIVEN_UP && !isLegal(); i++) {
            long before = state.cost(Level.HARD);
            put(others.get(i), Decisions.NONE);
            if (state.look().cost(Level.HARD) < before) {
                given.add(others.get(i));
            } else {
                state.reseat(others.get(i), person);
                taken.removeLast();
                state.look();
            }
        }
        if (!isLegal()) {
            return false;
        }
        given.forEach(one -> handOver(one, former));
        return true;
    }

    private boolean isLegal() {
        return state.look().cost(Level.HARD) <= hardLimit;
    }

    private List<Integer> others(int seat, int person) {
        var others = new ArrayList<Integer>();
        for (int other : seats) {
            if (other != seat && state.holder(other) == person) {
                others.add(other);
            }
        }
        for (int i = others.size() - 1; i > 0; i--) {
            Collections.swap(others, i, random.nextInt(i + 1));
        }
        return others;
    }

    /** A seat that was given up goes to who lost his, or who had it once, or somebody by chance. */
    private void handOver(int seat, int former) {
        int[] range = decisions.range(decisions.seat(seat));
        int lucky = range.length == 0 ? Decisions.NONE : range[random.nextInt(range.length)];
        for (int person : new int[] {former, state.original(seat), lucky}) {
            if (person != Decisions.NONE && fits(seat, person)) {
                put(seat, person);
                if (isLegal()) {
                    return;
                }
                state.reseat(seat, Objects.requireNonNull(taken.removeLast()).before());
            }
        }
    }
}
