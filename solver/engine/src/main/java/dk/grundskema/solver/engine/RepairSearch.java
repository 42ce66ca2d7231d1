package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.engine.RepairStep.Vacate;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks through all repairs that change at most so many person-days: somebody takes each waiting seat; whoever can't, with all
 * the rest, gives away something else first, which then waits itself. No seat is given away twice.
 */
final class RepairSearch {
    /**
     * A repair.
     *
     * @param medium weighted cost of the guidelines
     * @param days   changed person-days
     * @param soft   weighted cost in wishes, and of what is decided otherwise though it did not fall open
     * @param steps  how the plan in use becomes it
     */
    record Found(long medium, int days, long soft, List<RepairStep> steps) {
        Found {
            steps = List.copyOf(steps);
        }

        boolean isBetterThan(@Nullable Found other) {
            if (other == null || medium != other.medium) {
                return other == null || medium < other.medium;
            }
            return days == other.days ? soft < other.soft : days < other.days;
        }
    }

    /** How often costs are looked at after the first repair was found, for one of as few changes that costs less in wishes. */
    private static final long POLISH = 20_000;

    private final RepairState state;
    private final Blueprint blueprint;
    private final RepairOptions options;
    private final SubjectSwaps swaps;
    private final BooleanSupplier spent;
    private final long hardLimit;
    private final long mediumGoal;
    private final Deque<RepairStep> path = new ArrayDeque<>();
    private int mostDays;
    private int mostEmpty;
    private boolean isComplete;
    private long polishedAt;
    private @Nullable Found best;

    /**
     * @param state      where it stands; is the same afterwards
     * @param hardLimit  cost of hard rules that is no worse than before
     * @param mediumGoal cost of medium rules that is good enough
     * @param spent      whether time or steps have run out
     */
    RepairSearch(RepairState state, long hardLimit, long mediumGoal, BooleanSupplier spent) {
        this.state = state;
        this.blueprint = state.blueprint;
        this.options = new RepairOptions(state);
        this.swaps = new SubjectSwaps(state);
        this.hardLimit = hardLimit;
        this.mediumGoal = mediumGoal;
        this.spent = spent;
    }

    /**
     * The best repair of at most so many changed person-days, or none.
     *
     * @param days  most changed person-days
     * @param empty most required seats that stay empty
     */
    @Nullable
    Found within(int days, int empty) {
        mostDays = days;
        mostEmpty = empty;
        isComplete = true;
        best = null;
        polishedAt = Long.MAX_VALUE;
        look(Decisions.NONE);
        return best;
    }

    /** Whether the last search has looked at everything. */
    boolean isComplete() {
        return isComplete;
    }

    private boolean isOver() {
        if (spent.getAsBoolean() || state.looks() > polishedAt) {
            isComplete = false;
        }
        return !isComplete;
    }

    private void look(int lastPerson) {
        if (isOver() || state.days.count() + daysToCome() > mostDays) {
            return;
        }
        state.look();
        if (state.cost(Level.HARD) > hardLimit) {
            if (lastPerson >= 0) {
                makeRoom(lastPerson);
            }
        } else if (!state.waiting.isEmpty()) {
            fill();
        } else {
            long medium = state.cost(Level.MEDIUM);
            if (medium <= mediumGoal) {
                offer(medium);
            } else {
                exchange();
            }
        }
    }

    /** Somebody has to come on each date on which a seat waits and nobody's day has changed yet. */
    private int daysToCome() {
        var dates = new BitSet();
        for (int seat : mostEmpty > 0 ? List.<Integer>of() : state.waiting) {
            int[] sessions = blueprint.sessionsOf()[seat];
            boolean isCertain =
                    sessions.length == 1 && blueprint.times().get(sessions[0]).size() == 1;
            int day = isCertain ? state.day(seat) : 0;
            if (isCertain && !options.mayStayEmpty(seat) && !state.days.isSomebodyTouched(day, state.leaver(seat))) {
                dates.set(day + 1); // a day of the horizon, or the one before it
            }
        }
        return dates.cardinality();
    }

    private void offer(long medium) {
        long changes = path.stream().mapToLong(RepairStep::ownChanges).sum();
        long soft = state.cost(Level.SOFT) + state.standing.changeWeight() * changes;
        var found = new Found(medium, state.days.count(), soft, List.copyOf(path));
        if (best == null) {
            polishedAt = state.looks() + POLISH;
        }
        if (found.isBetterThan(best)) {
            best = found;
        }
    }

    private void fill() {
        int seat = state.waiting.removeFirst();
        for (RepairStep step : options.of(seat, mostDays, hardLimit, mostEmpty > 0)) {
            boolean isEmpty = step.person() < 0 && step instanceof RepairStep.Give && !options.mayStayEmpty(seat);
            mostEmpty -= isEmpty ? 1 : 0;
            follow(step);
            mostEmpty += isEmpty ? 1 : 0;
            if (!isComplete) {
                break;
            }
        }
        state.waiting.addFirst(seat);
    }

    private void follow(RepairStep step) {
        step.apply(state);
        path.addLast(step);
        look(step.person());
        path.removeLast();
        step.undo(state);
    }

    /** Somebody has too much now, and gives something else away. */
    private void makeRoom(int person) {
        var seats = new ArrayList<Integer>();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            if (state.holder(seat) == person && isFree(seat)) {
                seats.add(seat);
            }
        }
        giveAway(seats);
    }

    /**
     * Nobody has too much, but a guideline is broken: somebody beside, or of those whose day changes anyway, goes elsewhere,
     * or the team has its subjects in another order.
     */
    private void exchange() {
        var seats = new ArrayList<Integer>();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            int holder = state.holder(seat);
            if (holder >= 0 && isFree(seat) && (state.days.isTouched(holder, state.day(seat)) || isBeside(seat))) {
                seats.add(seat);
            }
        }
        giveAway(seats);
        for (RepairStep step : isComplete ? swaps.of() : List.<RepairStep>of()) {
            follow(step);
        }
    }

    private boolean isBeside(int seat) {
        for (int session : blueprint.sessionsOf()[seat]) {
            for (int other : blueprint.seatsOf()[session]) {
                if (state.isDecided(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFree(int seat) {
        return !state.isDecided(seat) && !state.standing.isFact(state.decisions.seat(seat));
    }

    /** One of the seats after the other; what was looked at with a seat given away is not looked at again. */
    private void giveAway(List<Integer> seats) {
        for (int seat : seats) {
            follow(new Vacate(seat, state.holder(seat)));
            state.decide(seat, true);
            if (!isComplete) {
                break;
            }
        }
        seats.forEach(seat -> state.decide(seat, false));
    }
}
