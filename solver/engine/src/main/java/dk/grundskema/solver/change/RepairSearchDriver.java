package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.change.RepairSearch.FoundRepair;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.model.Decisions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Repairs a plan in use. Repairs each date with as few changed person-days as possible (iterative deepening with
 * {@link RepairSearch}); a date without a complete repair gets the nearest one ({@link NearestRepairSearch}). Then
 * searches all dates together for a repair with fewer changes. {@code isLeast} holds only if every search was
 * exhaustive. A budget of time or cost evaluations is divided among the dates.
 */
final class RepairSearchDriver {
    /** Maximum number of changed person-days per date. Longer chains of changes are worse than a shortfall. */
    private static final int MOST_DAYS = 6;

    /** Largest share of the time that one date gets: of five seconds, a sick day takes one. Our own number. */
    private static final double LARGEST_SHARE_OF_DATE = 0.2;

    private final RepairBaseline baseline;
    private final SolveLimits limits;
    private final long started = System.nanoTime();
    private final RepairState state;
    private final List<DateRepair> groups = new ArrayList<>();
    private boolean isLeast = true;
    private boolean isStuck;

    /** The vacant seats of one date and the person-days that their repair changed. */
    private static final class DateRepair {
        final List<RepairBaseline.Vacancy> seats = new ArrayList<>();
        boolean isMended;
        List<RepairStep> steps = List.of();
        int days;
    }

    RepairSearchDriver(RepairBaseline baseline, SolveLimits limits) {
        this.baseline = baseline;
        this.limits = limits;
        this.state = new RepairState(baseline);
    }

    /** Repairs the plan; {@link #values} and {@link #isLeast} give the result. */
    RepairSearchDriver repair() {
        var postponement = new SessionPostponer(state);
        for (RepairBaseline.Vacancy one : baseline.vacancies()) {
            isStuck |= one.stuck() && !postponement.postponeAll(one);
            isLeast &= !one.stuck();
        }
        groupByDate();
        for (int i = 0; i < groups.size(); i++) {
            double part = 0.9 / groups.size();
            repairDate(groups.get(i), budgetShare(part * (i + 0.3)), budgetShare(part * (i + 1)));
        }
        repairAllDates();
        return this;
    }

    private void groupByDate() {
        var byDay = new TreeMap<Integer, DateRepair>();
        for (RepairBaseline.Vacancy one : baseline.vacancies()) {
            if (!one.stuck()) {
                byDay.computeIfAbsent(dayOf(one), fresh -> new DateRepair())
                        .seats
                        .add(one);
            }
        }
        groups.addAll(byDay.values());
    }

    private int dayOf(RepairBaseline.Vacancy one) {
        int session = one.sessions()[0];
        return baseline.blueprint().spots().day()[baseline.blueprint().spots().of()[session][state.slot(session)][0]];
    }

    private void repairDate(DateRepair group, BooleanSupplier spent, BooleanSupplier nearestSpent) {
        addWaitingSeats(group.seats);
        long goal = mediumGoal(group.seats);
        var search = createSearch(goal, spent);
        int before = state.days.count();
        boolean isComplete = true;
        for (int days = 0; days <= MOST_DAYS && !group.isMended && isComplete; days++) {
            FoundRepair found = search.findWithin(before + days, 0);
            isComplete = search.isComplete();
            if (found != null) {
                group.isMended = true;
                applyRepair(group, found, before);
            } else {
                isLeast &= isComplete;
            }
        }
        if (!group.isMended) {
            isLeast = false;
            FoundRepair nearest = findNearestRepair(group, goal, nearestSpent);
            group.isMended = nearest.medium() <= goal;
            applyRepair(group, nearest, before);
        }
    }

    /** Finds the nearest repair, because a complete one does not exist or the budget ran out. Several dates share the budget. */
    private FoundRepair findNearestRepair(DateRepair group, long goal, BooleanSupplier spent) {
        long hardLimit = state.updateCosts().cost(Level.HARD);
        FoundRepair nearest = new NearestRepairSearch(state, group.seats, hardLimit, goal, baseline.seed())
                .search(spent, groups.size() == 1);
        FoundRepair alone = repairOneByOne();
        return alone.isBetterThan(nearest) ? alone : nearest;
    }

    /** Fills the seats one by one, each with the best candidate or by moving its session, without exchanges. */
    private FoundRepair repairOneByOne() {
        long hardLimit = state.updateCosts().cost(Level.HARD);
        var options = new RepairStepFinder(state);
        var steps = new ArrayList<RepairStep>();
        for (int seat : List.copyOf(state.waiting)) {
            FoundRepair best = null;
            for (RepairStep step : options.findSteps(seat, Integer.MAX_VALUE, hardLimit, true)) {
                FoundRepair found = tryStep(step, hardLimit);
                best = found != null && found.isBetterThan(best) ? found : best;
            }
            RepairStep chosen = best == null
                    ? new RepairStep.GiveStep(seat, Decisions.NONE)
                    : best.steps().getFirst();
            chosen.apply(state);
            steps.add(chosen);
        }
        state.updateCosts();
        long soft = state.cost(Level.SOFT);
        var found = new FoundRepair(state.cost(Level.MEDIUM), state.days.count(), soft, steps);
        steps.reversed().forEach(step -> step.undo(state));
        return found;
    }

    /** Evaluates a single step; returns {@code null} if it violates hard rules. */
    private @Nullable FoundRepair tryStep(RepairStep step, long hardLimit) {
        step.apply(state);
        state.updateCosts();
        long soft = state.cost(Level.SOFT) + baseline.changeWeight() * step.ownChanges();
        var found = state.cost(Level.HARD) > hardLimit
                ? null
                : new FoundRepair(state.cost(Level.MEDIUM), state.days.count(), soft, List.of(step));
        step.undo(state);
        return found;
    }

    private void addWaitingSeats(List<RepairBaseline.Vacancy> seats) {
        seats.forEach(one -> state.waiting.addLast(one.seat()));
    }

    private RepairSearch createSearch(long goal, BooleanSupplier spent) {
        return new RepairSearch(state, state.updateCosts().cost(Level.HARD), goal, spent);
    }

    /** Returns the medium cost with the absent holders still in their seats; a complete repair does not exceed it. */
    private long mediumGoal(List<RepairBaseline.Vacancy> seats) {
        int[] values = state.values();
        seats.forEach(one -> values[baseline.blueprint().decisions().seat(one.seat())] = one.person());
        return -baseline.evaluate(values, Level.MEDIUM).score().medium();
    }

    private void applyRepair(DateRepair group, FoundRepair found, int before) {
        for (RepairStep step : found.steps()) {
            state.waiting.remove(step.seat());
            step.apply(state);
        }
        group.steps = found.steps();
        group.days = state.days.count() - before;
    }

    /**
     * Searches all dates together, which may need fewer changes than date by date, or succeed where a single date
     * failed.
     */
    private void repairAllDates() {
        boolean isMended = groups.stream().allMatch(group -> group.isMended);
        if (groups.size() < 2 || (isMended && groups.stream().allMatch(group -> group.days <= 1))) {
            return;
        }
        int most = isMended ? state.days.count() - 1 : groups.size() + MOST_DAYS;
        List<DateRepair> hardestFirst = groups.stream()
                .sorted(Comparator.comparing((DateRepair group) -> group.isMended)
                        .thenComparing(Comparator.comparingInt((DateRepair group) -> group.days)
                                .reversed()))
                .toList();
        undoAll();
        List<RepairBaseline.Vacancy> all =
                hardestFirst.stream().flatMap(group -> group.seats.stream()).toList();
        addWaitingSeats(all);
        var search = createSearch(mediumGoal(all), budgetShare(1));
        FoundRepair found = null;
        boolean isComplete = true;
        for (int days = 0; days <= most && found == null && isComplete; days++) {
            found = search.findWithin(days, 0);
            isComplete = found != null || search.isComplete();
        }
        isLeast = isComplete;
        if (found != null) {
            groups.forEach(group -> group.isMended = true);
        }
        applyAgain(found);
    }

    private void undoAll() {
        for (DateRepair group : groups.reversed()) {
            for (RepairStep step : group.steps.reversed()) {
                if (!(step instanceof RepairStep.VacateStep) && step.seat() >= 0) {
                    state.waiting.addFirst(step.seat());
                }
                step.undo(state);
            }
        }
        state.waiting.clear();
    }

    private void applyAgain(@Nullable FoundRepair found) {
        List<RepairStep> steps = found == null
                ? groups.stream().flatMap(group -> group.steps.stream()).toList()
                : found.steps();
        for (RepairStep step : steps) {
            state.waiting.remove(step.seat());
            step.apply(state);
        }
    }

    /** Returns which part of its time a repair of so many dates takes at most. */
    static double shareOfTime(int dates) {
        return Math.min(1, dates * LARGEST_SHARE_OF_DATE);
    }

    private BooleanSupplier budgetShare(double part) {
        long looks = limits.steps() == null ? Long.MAX_VALUE : (long) (limits.steps() * part);
        Duration time = limits.time();
        double share = part * shareOfTime(groups.size());
        long nanos = time == null ? Long.MAX_VALUE : (long) (time.toNanos() * share);
        return () -> state.costUpdateCount() >= looks || System.nanoTime() - started >= nanos;
    }

    /** Returns the current values of all decisions. */
    int[] values() {
        return state.values();
    }

    /** Whether the repair is complete and no repair changes fewer person-days. */
    boolean isLeast() {
        return isLeast && isMended();
    }

    /** Whether each date is staffed as well as before. */
    boolean isMended() {
        return groups.stream().allMatch(group -> group.isMended) && !isStuck;
    }
}
