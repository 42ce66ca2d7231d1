package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.engine.RepairSearch.Found;
import dk.grundskema.solver.engine.SeatTrade.Hand;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** How often costs are looked at for one choice of whose days change. */
    private static final int SHORT = 2_000;

    /** Most choices of so many people that are gone through one by one. */
    private static final int CHOICES = 60;

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
            var trade = new SeatTrade(state, seats, hardLimit, random, null);
            idle = isBetterAfter(trade, ROUND, spent) ? 0 : idle + 1;
        }
        load(best);
        new SeatReturn(state, seats, hardLimit).run(this::remember, spent);
        boolean isFewer = true;
        while (isFewer) {
            isFewer = isLessWithOneFewer(spent);
        }
        otherHands(spent);
        load(start);
        open.forEach(one -> state.give(one.seat(), Decisions.NONE, -1));
        return found();
    }

    /** Whether as much can be had when somebody whose day changes keeps the day he had. */
    private boolean isLessWithOneFewer(BooleanSupplier spent) {
        List<Hand> hands = List.copyOf(hands());
        for (Hand without : hands) {
            var others = new LinkedHashSet<>(hands);
            others.remove(without);
            if (isLessWith(others, spent)) {
                return true;
            }
        }
        return false;
    }

    /** Where there are few people, all choices of fewer of them are gone through. */
    private void otherHands(BooleanSupplier spent) {
        int day = state.day(open.getFirst().seat());
        List<Hand> all = Arrays.stream(seats)
                .filter(seat -> state.day(seat) == day)
                .flatMap(seat -> Arrays.stream(decisions.range(decisions.seat(seat))))
                .distinct()
                .sorted()
                .mapToObj(person -> new Hand(person, day))
                .filter(hand -> open.stream().noneMatch(one -> one.person() == hand.person()))
                .toList();
        for (int size = 1; size < hands().size(); size++) {
            List<Set<Hand>> choices = choices(all, size);
            for (int i = 0; i < choices.size() && choices.size() <= CHOICES; i++) {
                if (isLessWith(choices.get(i), spent)) {
                    break;
                }
            }
        }
    }

    /** All choices of so many, or more of them than are gone through. */
    private static List<Set<Hand>> choices(List<Hand> all, int size) {
        List<Set<Hand>> choices = List.of(Set.of());
        for (int i = 0; i < size; i++) {
            var longer = new LinkedHashSet<Set<Hand>>();
            for (Set<Hand> one : choices) {
                for (Hand hand : longer.size() > CHOICES ? List.<Hand>of() : all) {
                    var more = new LinkedHashSet<>(one);
                    if (more.add(hand)) {
                        longer.add(more);
                    }
                }
            }
            choices = List.copyOf(longer);
        }
        return choices;
    }

    private boolean isLessWith(Set<Hand> hands, BooleanSupplier spent) {
        int days = bestDays;
        int[] some = Arrays.stream(seats)
                .filter(seat -> isOpen(seat) || hands.contains(new Hand(state.original(seat), state.day(seat))))
                .toArray();
        for (int i = 0; i < seats.length; i++) {
            state.reseat(seats[i], start[i]);
        }
        var trade = new SeatTrade(state, some, hardLimit, random, hands);
        return !spent.getAsBoolean()
                && isBetterAfter(trade, SHORT, () -> spent.getAsBoolean() || bestDays < days)
                && bestDays < days;
    }

    /** Whose days change in the best. */
    private Set<Hand> hands() {
        var hands = new LinkedHashSet<Hand>();
        for (int i = 0; i < seats.length; i++) {
            int day = state.day(seats[i]);
            if (best[i] != start[i] && best[i] != Decisions.NONE) {
                hands.add(new Hand(best[i], day));
            }
            if (best[i] != start[i] && !isOpen(seats[i]) && start[i] != Decisions.NONE) {
                hands.add(new Hand(start[i], day));
            }
        }
        return hands;
    }

    /** One round; whether it found anything better. */
    private boolean isBetterAfter(SeatTrade trade, int looks, BooleanSupplier spent) {
        boolean isBetter = false;
        long from = state.looks();
        state.look();
        double energy = energy();
        for (long done = 0; done < looks && !spent.getAsBoolean(); done = state.looks() - from) {
            double heat = WARM * Math.pow(COLD / WARM, (double) done / looks);
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
