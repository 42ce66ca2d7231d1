package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.change.RepairStep.VacateStep;
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
 * Depth-first search through all repairs with at most a given number of changed person-days. Each waiting seat is
 * assigned; a person who then violates hard rules gives up another seat, which waits in turn. No seat is given up
 * twice.
 */
final class RepairSearch {
    /**
     * A repair.
     *
     * @param medium weighted cost of medium rules
     * @param days changed person-days
     * @param soft weighted cost of soft rules, plus the cost of changed decisions that the absence did not require
     * @param steps steps from the plan in use to the repair
     */
    record FoundRepair(long medium, int days, long soft, List<RepairStep> steps) {
        FoundRepair {
            steps = List.copyOf(steps);
        }

        boolean isBetterThan(@Nullable FoundRepair other) {
            if (other == null || medium != other.medium) {
                return other == null || medium < other.medium;
            }
            return days == other.days ? soft < other.soft : days < other.days;
        }
    }

    /**
     * Cost evaluations after the first repair was found, spent on finding one with as few changes and a lower soft
     * cost.
     */
    private static final long POLISH_EVALUATIONS = 20_000;

    private final RepairState state;
    private final Blueprint blueprint;
    private final RepairStepFinder options;
    private final SubjectSwapFinder swaps;
    private final BooleanSupplier isTimeSpent;
    private final long hardLimit;
    private final long mediumGoal;
    private final Deque<RepairStep> path = new ArrayDeque<>();
    private int mostDays;
    private int mostEmpty;
    private boolean isComplete;
    private long polishedAt;
    private @Nullable FoundRepair best;

    /**
     * @param state current state; restored after each search
     * @param hardLimit maximum cost of hard rules, which is the cost before the repair
     * @param mediumGoal maximum cost of medium rules
     * @param isTimeSpent whether the budget of time or steps is spent
     */
    RepairSearch(RepairState state, long hardLimit, long mediumGoal, BooleanSupplier isTimeSpent) {
        this.state = state;
        this.blueprint = state.blueprint;
        this.options = new RepairStepFinder(state);
        this.swaps = new SubjectSwapFinder(state);
        this.hardLimit = hardLimit;
        this.mediumGoal = mediumGoal;
        this.isTimeSpent = isTimeSpent;
    }

    /**
     * Returns the best repair within the given limits, or {@code null} if none was found.
     *
     * @param days maximum number of changed person-days
     * @param empty maximum number of required seats that stay empty
     */
    @Nullable
    FoundRepair findWithin(int days, int empty) {
        mostDays = days;
        mostEmpty = empty;
        isComplete = true;
        best = null;
        polishedAt = Long.MAX_VALUE;
        explore(Decisions.NONE);
        return best;
    }

    /** Whether the last search was exhaustive. */
    boolean isComplete() {
        return isComplete;
    }

    private boolean mustStop() {
        if (isTimeSpent.getAsBoolean() || state.costUpdateCount() > polishedAt) {
            isComplete = false;
        }
        return !isComplete;
    }

    private void explore(int lastPerson) {
        if (mustStop() || state.days.count() + minimumFurtherDays() > mostDays) {
            return;
        }
        state.updateCosts();
        if (state.cost(Level.HARD) > hardLimit) {
            if (lastPerson >= 0) {
                relievePerson(lastPerson);
            }
        } else if (!state.waiting.isEmpty()) {
            fillNextSeat();
        } else {
            long medium = state.cost(Level.MEDIUM);
            if (medium <= mediumGoal) {
                keepIfBest(medium);
            } else {
                tryExchanges();
            }
        }
    }

    /** Lower bound: each date with a waiting seat and no changed day yet needs at least one more changed person-day. */
    private int minimumFurtherDays() {
        var dates = new BitSet();
        for (int seat : mostEmpty > 0 ? List.<Integer>of() : state.waiting) {
            int[] sessions = blueprint.sessionsOf()[seat];
            boolean isCertain =
                    sessions.length == 1 && blueprint.times().get(sessions[0]).size() == 1;
            int day = isCertain ? state.day(seat) : 0;
            if (isCertain
                    && !options.mayStayEmpty(seat)
                    && !state.days.isAnybodyElseChanged(day, state.formerHolder(seat))) {
                dates.set(day + 1); // a day of the horizon, or the one before it
            }
        }
        return dates.cardinality();
    }

    private void keepIfBest(long medium) {
        long changes = path.stream().mapToLong(RepairStep::ownChanges).sum();
        long soft = state.cost(Level.SOFT) + state.baseline.changeWeight() * changes;
        var found = new FoundRepair(medium, state.days.count(), soft, List.copyOf(path));
        if (best == null) {
            polishedAt = state.costUpdateCount() + POLISH_EVALUATIONS;
        }
        if (found.isBetterThan(best)) {
            best = found;
        }
    }

    private void fillNextSeat() {
        int seat = state.waiting.removeFirst();
        for (RepairStep step : options.findSteps(seat, mostDays, hardLimit, mostEmpty > 0)) {
            boolean isEmpty = step.person() < 0 && step instanceof RepairStep.GiveStep && !options.mayStayEmpty(seat);
            mostEmpty -= isEmpty ? 1 : 0;
            exploreStep(step);
            mostEmpty += isEmpty ? 1 : 0;
            if (!isComplete) {
                break;
            }
        }
        state.waiting.addFirst(seat);
    }

    private void exploreStep(RepairStep step) {
        step.apply(state);
        path.addLast(step);
        explore(step.person());
        path.removeLast();
        step.undo(state);
    }

    /** The person violates hard rules and gives up another seat. */
    private void relievePerson(int person) {
        var seats = new ArrayList<Integer>();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            if (state.holder(seat) == person && isFree(seat)) {
                seats.add(seat);
            }
        }
        tryGivingAway(seats);
    }

    /**
     * A medium rule is violated: tries to reassign colleagues in the same sessions or persons whose days change in any
     * case, or to swap a team's subjects.
     */
    private void tryExchanges() {
        var seats = new ArrayList<Integer>();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            int holder = state.holder(seat);
            if (holder >= 0 && isFree(seat) && (state.days.isChanged(holder, state.day(seat)) || isBeside(seat))) {
                seats.add(seat);
            }
        }
        tryGivingAway(seats);
        for (RepairStep step : isComplete ? swaps.findSwaps() : List.<RepairStep>of()) {
            exploreStep(step);
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
        return !state.isDecided(seat) && !state.baseline.isFact(state.decisions.seat(seat));
    }

    /**
     * Tries to vacate each seat in turn. A seat that was tried stays fixed for the remaining ones, so that no
     * combination is explored twice.
     */
    private void tryGivingAway(List<Integer> seats) {
        for (int seat : seats) {
            exploreStep(new VacateStep(seat, state.holder(seat)));
            state.markDecided(seat, true);
            if (!isComplete) {
                break;
            }
        }
        seats.forEach(seat -> state.markDecided(seat, false));
    }
}
