package dk.grundskema.solver.change;

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

/**
 * Random moves of {@link NearestRepairSearch}: a person takes a seat and gives up conflicting ones, two persons swap
 * seats, or a seat is emptied or reset.
 */
final class RandomSeatMoves {
    /** Maximum number of seats that a person gives up for another. */
    private static final int MOST_GIVEN_UP = 3;

    private final RepairState state;
    private final Decisions decisions;
    private final int[] seats;
    private final long hardLimit;
    private final SplittableRandom random;
    private final @Nullable Set<PersonOnDay> hands;
    private final List<UndoEntry> taken = new ArrayList<>();

    private record UndoEntry(int seat, int before) {}

    /**
     * A person whose day may change.
     *
     * @param person index of the staff member
     * @param day day of the horizon
     */
    record PersonOnDay(int person, int day) {}

    /**
     * @param seats seats that may be reassigned
     * @param hands persons whose days may change; {@code null} for all
     */
    RandomSeatMoves(
            RepairState state, int[] seats, long hardLimit, SplittableRandom random, @Nullable Set<PersonOnDay> hands) {
        this.hands = hands;
        this.state = state;
        this.decisions = state.decisions;
        this.seats = seats.clone();
        this.hardLimit = hardLimit;
        this.random = random;
    }

    /** Starts recording; {@link #undo} returns to this point. */
    void startRecording() {
        taken.clear();
    }

    /** Reverts all changes since {@link #startRecording}. */
    void undo() {
        for (UndoEntry one : taken.reversed()) {
            state.reassignSeat(one.seat(), one.before());
        }
        taken.clear();
    }

    private void reassign(int seat, int person) {
        taken.add(new UndoEntry(seat, state.holder(seat)));
        state.reassignSeat(seat, person);
    }

    /** Tries one random move; returns {@code false} if it is not possible. */
    boolean tryRandomMove() {
        int kind = random.nextInt(10);
        if (kind < 4) {
            int seat = findSeat(SeatFilter.EMPTY);
            return seat >= 0 && giveToSomebody(seat);
        }
        if (kind < 6) {
            int seat = findSeat(SeatFilter.CHANGED);
            return seat >= 0 && !state.isVacancy(seat) && giveTo(seat, state.originalHolder(seat));
        }
        int seat = seats[random.nextInt(seats.length)];
        if (kind < 7) {
            reassign(seat, Decisions.NONE);
            return true;
        }
        return kind < 8 ? exchangeHolders(seat, seats[random.nextInt(seats.length)]) : giveToSomebody(seat);
    }

    private enum SeatFilter {
        EMPTY,
        CHANGED
    }

    /** Returns the next matching seat after a random one. */
    private int findSeat(SeatFilter choice) {
        int from = random.nextInt(seats.length);
        for (int i = 0; i < seats.length; i++) {
            int seat = seats[(from + i) % seats.length];
            boolean isEmpty = state.holder(seat) == Decisions.NONE;
            if (choice == SeatFilter.EMPTY ? isEmpty : state.holder(seat) != state.originalHolder(seat)) {
                return seat;
            }
        }
        return Decisions.NONE;
    }

    private boolean giveToSomebody(int seat) {
        int[] range = decisions.range(decisions.seat(seat));
        if (hands != null) {
            range = Arrays.stream(range)
                    .filter(person -> hands.contains(new PersonOnDay(person, state.day(seat))))
                    .toArray();
        }
        return range.length > 0 && giveTo(seat, range[random.nextInt(range.length)]);
    }

    private boolean exchangeHolders(int seat, int other) {
        int person = state.holder(seat);
        int second = state.holder(other);
        if (person == second || !fits(seat, second) || !fits(other, person)) {
            return false;
        }
        reassign(seat, Decisions.NONE);
        reassign(other, person);
        reassign(seat, second);
        return true;
    }

    private boolean fits(int seat, int person) {
        boolean isAllowed = person == Decisions.NONE || decisions.allows(decisions.seat(seat), person);
        return isAllowed
                && (hands == null
                        || person == Decisions.NONE
                        || hands.contains(new PersonOnDay(person, state.day(seat))));
    }

    /**
     * Assigns a seat to a person. If hard rules are then violated, the person gives up other seats, which are handed
     * over if possible.
     */
    private boolean giveTo(int seat, int person) {
        if (person == state.holder(seat) || !fits(seat, person)) {
            return false;
        }
        int former = state.holder(seat);
        reassign(seat, person);
        if (isLegal()) {
            return true;
        }
        var given = new ArrayList<Integer>();
        List<Integer> others = otherSeatsOf(seat, person);
        for (int i = 0; i < others.size() && given.size() < MOST_GIVEN_UP && !isLegal(); i++) {
            long before = state.cost(Level.HARD);
            reassign(others.get(i), Decisions.NONE);
            if (state.updateCosts().cost(Level.HARD) < before) {
                given.add(others.get(i));
            } else {
                state.reassignSeat(others.get(i), person);
                taken.removeLast();
                state.updateCosts();
            }
        }
        if (!isLegal()) {
            return false;
        }
        given.forEach(one -> handOver(one, former));
        return true;
    }

    private boolean isLegal() {
        return state.updateCosts().cost(Level.HARD) <= hardLimit;
    }

    private List<Integer> otherSeatsOf(int seat, int person) {
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

    /**
     * Gives a seat that was given up to the person who lost the other seat, its original holder, or a random candidate.
     */
    private void handOver(int seat, int former) {
        int[] range = decisions.range(decisions.seat(seat));
        int randomPerson = range.length == 0 ? Decisions.NONE : range[random.nextInt(range.length)];
        for (int person : new int[] {former, state.originalHolder(seat), randomPerson}) {
            if (person != Decisions.NONE && fits(seat, person)) {
                reassign(seat, person);
                if (isLegal()) {
                    return;
                }
                state.reassignSeat(
                        seat, Objects.requireNonNull(taken.removeLast()).before());
            }
        }
    }
}
