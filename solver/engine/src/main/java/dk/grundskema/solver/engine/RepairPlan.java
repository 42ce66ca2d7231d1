package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.engine.RepairSearch.Found;
import dk.grundskema.solver.model.Decisions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Repairs a plan in use: date by date with as few changed person-days as will do, then all dates together with fewer, if there is
 * such a repair. A date on which not all can be had gets what comes nearest.
 */
final class RepairPlan {
    /** Longer chains than this on one date are for nobody's good; then something is left thin. */
    private static final int MOST_DAYS = 6;

    private final Standing standing;
    private final SolveLimits limits;
    private final long started = System.nanoTime();
    private final RepairState state;
    private final List<Group> groups = new ArrayList<>();
    private boolean isLeast = true;
    private boolean isStuck;

    /** The seats of one date, and the person-days that they took. */
    private static final class Group {
        final List<Standing.Fallen> seats = new ArrayList<>();
        boolean isMended;
        List<RepairStep> steps = List.of();
        int days;
    }

    RepairPlan(Standing standing, SolveLimits limits) {
        this.standing = standing;
        this.limits = limits;
        this.state = new RepairState(standing);
    }

    /** Repairs it; {@link #values} and {@link #isLeast} say how. */
    RepairPlan run() {
        var postponement = new Postponement(state);
        for (Standing.Fallen one : standing.fallen()) {
            isStuck |= one.stuck() && !postponement.of(one);
            isLeast &= !one.stuck();
        }
        group();
        for (int i = 0; i < groups.size(); i++) {
            double part = 0.9 / groups.size();
            mend(groups.get(i), share(part * (i + 0.3)), share(part * (i + 1)));
        }
        together();
        return this;
    }

    private void group() {
        var byDay = new TreeMap<Integer, Group>();
        for (Standing.Fallen one : standing.fallen()) {
            if (!one.stuck()) {
                byDay.computeIfAbsent(day(one), fresh -> new Group()).seats.add(one);
            }
        }
        groups.addAll(byDay.values());
    }

    private int day(Standing.Fallen one) {
        int session = one.sessions()[0];
        return standing.blueprint().spots().day()[standing.blueprint().spots().of()[session][state.slot(session)][0]];
    }

    private void mend(Group group, BooleanSupplier spent, BooleanSupplier nearestSpent) {
        wait(group.seats);
        long goal = goal(group.seats);
        var search = search(goal, spent);
        int before = state.days.count();
        boolean isComplete = true;
        for (int days = 0; days <= MOST_DAYS && !group.isMended && isComplete; days++) {
            Found found = search.within(before + days, 0);
            isComplete = search.isComplete();
            if (found != null) {
                group.isMended = true;
                take(group, found, before);
            } else {
                isLeast &= isComplete;
            }
        }
        if (!group.isMended) {
            isLeast = false;
            Found nearest = nearest(group, goal, nearestSpent);
            group.isMended = nearest.medium() <= goal;
            take(group, nearest, before);
        }
    }

    /** Not all can be had, or time ran out on the way: what comes nearest. */
    private Found nearest(Group group, long goal, BooleanSupplier spent) {
        long hardLimit = state.look().cost(Level.HARD);
        Found nearest = new NearestRepair(state, group.seats, hardLimit, goal, standing.seed()).search(spent);
        Found alone = oneByOne();
        return alone.isBetterThan(nearest) ? alone : nearest;
    }

    /** Each seat gets whoever does best just now, without a look at who could exchange what; or its session is held later. */
    private Found oneByOne() {
        long hardLimit = state.look().cost(Level.HARD);
        var options = new RepairOptions(state);
        var steps = new ArrayList<RepairStep>();
        for (int seat : List.copyOf(state.waiting)) {
            Found best = null;
            for (RepairStep step : options.of(seat, Integer.MAX_VALUE, hardLimit, true)) {
                Found found = tried(step, hardLimit);
                best = found != null && found.isBetterThan(best) ? found : best;
            }
            RepairStep chosen = best == null
                    ? new RepairStep.Give(seat, Decisions.NONE)
                    : best.steps().getFirst();
            chosen.apply(state);
            steps.add(chosen);
        }
        state.look();
        long soft = state.cost(Level.SOFT);
        var found = new Found(state.cost(Level.MEDIUM), state.days.count(), soft, steps);
        steps.reversed().forEach(step -> step.undo(state));
        return found;
    }

    /** What a step alone comes to; {@code null} if it breaks what is impossible or illegal. */
    private @Nullable Found tried(RepairStep step, long hardLimit) {
        step.apply(state);
        state.look();
        long soft = state.cost(Level.SOFT) + standing.changeWeight() * step.ownChanges();
        var found = state.cost(Level.HARD) > hardLimit
                ? null
                : new Found(state.cost(Level.MEDIUM), state.days.count(), soft, List.of(step));
        step.undo(state);
        return found;
    }

    private void wait(List<Standing.Fallen> seats) {
        seats.forEach(one -> state.waiting.addLast(one.seat()));
    }

    private RepairSearch search(long goal, BooleanSupplier spent) {
        return new RepairSearch(state, state.look().cost(Level.HARD), goal, spent);
    }

    /** What the guidelines cost when whoever is away still sits there: nothing is to get worse than that. */
    private long goal(List<Standing.Fallen> seats) {
        int[] values = state.values();
        seats.forEach(one -> values[standing.blueprint().decisions().seat(one.seat())] = one.person());
        return -standing.evaluate(values, Level.MEDIUM).score().medium();
    }

    private void take(Group group, Found found, int before) {
        for (RepairStep step : found.steps()) {
            state.waiting.remove(step.seat());
            step.apply(state);
        }
        group.steps = found.steps();
        group.days = state.days.count() - before;
    }

    /** Several dates may be mended with fewer changes at once than one after the other, or at all. */
    private void together() {
        boolean isMended = groups.stream().allMatch(group -> group.isMended);
        if (groups.size() < 2 || (isMended && groups.stream().allMatch(group -> group.days <= 1))) {
            return;
        }
        int most = isMended ? state.days.count() - 1 : groups.size() + MOST_DAYS;
        List<Group> hardestFirst = groups.stream()
                .sorted(Comparator.comparing((Group group) -> group.isMended)
                        .thenComparing(Comparator.comparingInt((Group group) -> group.days)
                                .reversed()))
                .toList();
        undoAll();
        List<Standing.Fallen> all =
                hardestFirst.stream().flatMap(group -> group.seats.stream()).toList();
        wait(all);
        var search = search(goal(all), this::isSpent);
        Found found = null;
        boolean isComplete = true;
        for (int days = 0; days <= most && found == null && isComplete; days++) {
            found = search.within(days, 0);
            isComplete = found != null || search.isComplete();
        }
        isLeast = isComplete;
        if (found != null) {
            groups.forEach(group -> group.isMended = true);
        }
        redo(found);
    }

    private void undoAll() {
        for (Group group : groups.reversed()) {
            for (RepairStep step : group.steps.reversed()) {
                if (!(step instanceof RepairStep.Vacate) && step.seat() >= 0) {
                    state.waiting.addFirst(step.seat());
                }
                step.undo(state);
            }
        }
        state.waiting.clear();
    }

    private void redo(@Nullable Found found) {
        List<RepairStep> steps = found == null
                ? groups.stream().flatMap(group -> group.steps.stream()).toList()
                : found.steps();
        for (RepairStep step : steps) {
            state.waiting.remove(step.seat());
            step.apply(state);
        }
    }

    private BooleanSupplier share(double part) {
        long looks = limits.steps() == null ? Long.MAX_VALUE : (long) (limits.steps() * part);
        long nanos =
                limits.time() == null ? Long.MAX_VALUE : (long) (limits.time().toNanos() * part);
        return () -> state.looks() >= looks || System.nanoTime() - started >= nanos;
    }

    private boolean isSpent() {
        Duration time = limits.time();
        return (limits.steps() != null && state.looks() >= limits.steps())
                || (time != null && System.nanoTime() - started >= time.toNanos());
    }

    /** How decisions stand now. */
    int[] values() {
        return state.values();
    }

    /** Whether nothing is thinner than it was, and no repair changes fewer person-days. */
    boolean isLeast() {
        return isLeast && isMended();
    }

    /** Whether each date is as well staffed as it was. */
    boolean isMended() {
        return groups.stream().allMatch(group -> group.isMended) && !isStuck;
    }
}
