package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.engine.RepairSearch.Found;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Where not all can be had: a search by chance for what comes nearest (simulated annealing). It begins with the open seats empty,
 * and gives and takes seats of that date and the dates beside it. Guidelines count most, then person-days, then wishes; what is
 * impossible or illegal is never taken. The same seed and number of looks find the same.
 */
final class NearestRepair {
    /** How often costs are looked at in one round, from warm to cold. */
    private static final int ROUND = 10_000;

    /** Rounds in a row that find nothing better before it ends. */
    private static final int IDLE = 2;

    /** What is charged for an adult too few; the other figures are in proportion. */
    private static final double SEAT = 100;

    private static final double DAY = 12;
    private static final double WISH = 0.005;
    private static final double WARM = 60;
    private static final double COLD = 1.5;

    private final RepairState state;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final long hardLimit;
    private final List<Standing.Fallen> open;
    private final int[] seats;
    private final int[] start;
    private final SeatTrade trade;
    private final SplittableRandom random;
    private final double unit;
    private int[] best = {};
    private long bestMedium = Long.MAX_VALUE;
    private int bestDays;
    private long bestSoft;

    /**
     * @param state where it stands, the open seats waiting; is the same afterwards
     * @param open  seats that fell open on one date, at least one
     * @param seed  what chance begins from
     */
    NearestRepair(RepairState state, List<Standing.Fallen> open, long hardLimit, long goal, long seed) {
        this.state = state;
        this.blueprint = state.blueprint;
        this.decisions = state.decisions;
        this.open = List.copyOf(open);
        this.hardLimit = hardLimit;
        this.random = new SplittableRandom(seed);
        this.unit = SEAT * open.size() / Math.max(1, state.look().cost(Level.MEDIUM) - goal);
        this.seats = near();
        this.start = holders();
        this.trade = new SeatTrade(state, seats, hardLimit, random);
    }

    /** The seats that may be given otherwise, on the dates of the open ones and beside them. */
    private int[] near() {
        int first = open.stream().mapToInt(one -> state.day(one.seat())).min().orElseThrow() - 1;
        int last = open.stream().mapToInt(one -> state.day(one.seat())).max().orElseThrow() + 1;
        var near = new ArrayList<Integer>();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            int day = state.day(seat);
            boolean isOpen = isOpen(seat);
            boolean isKnown = isOpen || !state.hasFallen(seat) || state.isDecided(seat);
            if (isKnown
                    && isInPlace(seat)
                    && !state.standing.isFact(decisions.seat(seat))
                    && day >= first
                    && day <= last) {
                near.add(seat);
            }
        }
        return near.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean isOpen(int seat) {
        return open.stream().anyMatch(one -> one.seat() == seat);
    }

    private boolean isInPlace(int seat) {
        for (int session : blueprint.sessionsOf()[seat]) {
            int slot = decisions.slot(session);
            if (state.slot(session) == Decisions.NONE
                    || state.slot(session) != state.standing.values()[slot]) {
                return false;
            }
        }
        return true;
    }

    private int[] holders() {
        return Arrays.stream(seats).map(state::holder).toArray();
    }

    /** The nearest that was found. */
    Found search(BooleanSupplier spent) {
        open.forEach(one -> state.give(one.seat(), Decisions.NONE, 1));
        remember();
        int idle = 0;
        while (idle < IDLE && seats.length > 0 && !spent.getAsBoolean()) {
            load(best);
            idle = isBetterAfter(spent) ? 0 : idle + 1;
        }
        load(best);
        new SeatReturn(state, seats, hardLimit).run(this::remember, spent);
        load(start);
        open.forEach(one -> state.give(one.seat(), Decisions.NONE, -1));
        return found();
    }

    /** One round; whether it found anything better. */
    private boolean isBetterAfter(BooleanSupplier spent) {
        boolean isBetter = false;
        long from = state.looks();
        double energy = energy();
        for (long done = 0; done < ROUND && !spent.getAsBoolean(); done = state.looks() - from) {
            double heat = WARM * Math.pow(COLD / WARM, (double) done / ROUND);
            trade.begin();
            boolean isPossible = trade.attempt();
            state.look();
            double now = energy();
            if (isPossible
                    && state.cost(Level.HARD) <= hardLimit
                    && (now <= energy || random.nextDouble() < Math.exp((energy - now) / heat))) {
                energy = now;
                isBetter |= remember();
            } else {
                trade.takeBack();
            }
        }
        return isBetter;
    }

    private double energy() {
        return state.cost(Level.MEDIUM) * unit + state.days.count() * DAY + state.cost(Level.SOFT) * WISH;
    }

    /** Keeps how it stands, if nothing better was found; whether it did. */
    private boolean remember() {
        state.look();
        long medium = state.cost(Level.MEDIUM);
        int days = state.days.count();
        if (medium > bestMedium || (medium == bestMedium && days > bestDays)) {
            return false;
        }
        long soft = state.cost(Level.SOFT) + state.standing.changeWeight() * ownChanges();
        if (medium == bestMedium && days == bestDays && soft >= bestSoft) {
            return false;
        }
        bestMedium = medium;
        bestDays = days;
        bestSoft = soft;
        best = holders();
        return true;
    }

    private long ownChanges() {
        return Arrays.stream(seats)
                .filter(seat -> !state.hasFallen(seat) && state.isDecided(seat))
                .count();
    }

    private void load(int[] people) {
        for (int i = 0; i < seats.length; i++) {
            state.reseat(seats[i], people[i]);
        }
    }

    private Found found() {
        Map<Integer, Integer> now = new HashMap<>();
        for (int i = 0; i < seats.length; i++) {
            now.put(seats[i], best[i]);
        }
        var steps = new ArrayList<RepairStep>();
        for (Standing.Fallen one : open) {
            steps.add(new RepairStep.Give(one.seat(), now.getOrDefault(one.seat(), Decisions.NONE)));
        }
        for (int i = 0; i < seats.length; i++) {
            if (best[i] != start[i] && !isOpen(seats[i])) {
                steps.add(new RepairStep.Reseat(seats[i], start[i], best[i], state.hasFallen(seats[i]) ? 0 : 1));
            }
        }
        return new Found(bestMedium, bestDays, bestSoft, steps);
    }
}
