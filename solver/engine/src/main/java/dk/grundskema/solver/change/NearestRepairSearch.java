package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.change.RandomSeatMoves.PersonOnDay;
import dk.grundskema.solver.change.RepairSearch.FoundRepair;
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
 * Simulated annealing for the nearest repair, used when no complete repair was found. Starts with the open seats empty
 * and reassigns seats on their dates and the adjacent dates. Minimizes medium cost first, then changed person-days,
 * then soft cost; hard rules are never broken more than before. The same seed and number of evaluations give the same
 * result.
 */
final class NearestRepairSearch {
    /** Cost evaluations per round, from the start to the end temperature. */
    private static final int EVALUATIONS_PER_ROUND = 10_000;

    /** Number of consecutive rounds without improvement after which the search ends. */
    private static final int MAX_IDLE_ROUNDS = 2;

    /** Cost evaluations per set of persons whose days may change. */
    private static final int EVALUATIONS_PER_CHOICE = 2_000;

    /** Cost evaluations per set of persons in the second try of a thorough search. */
    private static final int EVALUATIONS_OF_SECOND_TRY = 20_000;

    /** Maximum number of sets of persons of one size that are tried exhaustively. */
    private static final int MAX_CHOICES = 60;

    /** Energy of one missing adult; the other constants are relative to it. */
    private static final double MISSING_ADULT_ENERGY = 100;

    private static final double CHANGED_DAY_ENERGY = 12;
    private static final double SOFT_COST_ENERGY = 0.005;
    private static final double START_TEMPERATURE = 60;
    private static final double END_TEMPERATURE = 1.5;

    private final RepairState state;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final long hardLimit;
    private final List<RepairBaseline.Vacancy> open;
    private final int[] seats;
    private final int[] start;
    private final SplittableRandom random;
    private final double unit;
    private int[] best = {};
    private long bestMedium = Long.MAX_VALUE;
    private int bestDays;
    private long bestSoft;

    /**
     * @param state current state, with the open seats waiting; restored afterwards
     * @param open seats that became vacant on one date, at least one
     * @param seed seed of the random generator
     */
    NearestRepairSearch(RepairState state, List<RepairBaseline.Vacancy> open, long hardLimit, long goal, long seed) {
        this.state = state;
        this.blueprint = state.blueprint;
        this.decisions = state.decisions;
        this.open = List.copyOf(open);
        this.hardLimit = hardLimit;
        this.random = new SplittableRandom(seed);
        this.unit = MISSING_ADULT_ENERGY
                * open.size()
                / Math.max(1, state.updateCosts().cost(Level.MEDIUM) - goal);
        this.seats = seatsNearby();
        this.start = holders();
    }

    /** Returns the seats that may be reassigned: those on the dates of the open seats and on adjacent dates. */
    private int[] seatsNearby() {
        int first = open.stream().mapToInt(one -> state.day(one.seat())).min().orElseThrow() - 1;
        int last = open.stream().mapToInt(one -> state.day(one.seat())).max().orElseThrow() + 1;
        var near = new ArrayList<Integer>();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            int day = state.day(seat);
            boolean isOpen = isOpen(seat);
            boolean isKnown = isOpen || !state.isVacancy(seat) || state.isDecided(seat);
            if (isKnown
                    && isInPlace(seat)
                    && !state.baseline.isFact(decisions.seat(seat))
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
                    || state.slot(session) != state.baseline.values()[slot]) {
                return false;
            }
        }
        return true;
    }

    private int[] holders() {
        return Arrays.stream(seats).map(state::holder).toArray();
    }

    /**
     * Returns the nearest repair found.
     *
     * @param isThorough whether sets of persons that bring nothing are tried a second time, longer
     */
    FoundRepair search(BooleanSupplier spent, boolean isThorough) {
        open.forEach(one -> state.assignWaitingSeat(one.seat(), Decisions.NONE, 1));
        rememberIfBetter();
        int idle = 0;
        while (idle < MAX_IDLE_ROUNDS && seats.length > 0 && !spent.getAsBoolean()) {
            assignHolders(best);
            var trade = new RandomSeatMoves(state, seats, hardLimit, random, null);
            idle = improvesInRound(trade, EVALUATIONS_PER_ROUND, spent) ? 0 : idle + 1;
        }
        assignHolders(best);
        new SeatChangeReverter(state, seats, hardLimit).revertWhilePossible(this::rememberIfBetter, spent);
        tryFewerHands(EVALUATIONS_PER_CHOICE, spent);
        if (isThorough) {
            tryFewerHands(EVALUATIONS_OF_SECOND_TRY, spent);
        }
        assignHolders(start);
        open.forEach(one -> state.assignWaitingSeat(one.seat(), Decisions.NONE, -1));
        return bestRepair();
    }

    private void tryFewerHands(int evaluations, BooleanSupplier spent) {
        boolean isFewer = true;
        while (isFewer) {
            isFewer = improvesWithOneHandFewer(evaluations, spent);
        }
        tryOtherHands(evaluations, spent);
    }

    /** Whether an equally good repair exists in which one of the changed persons keeps the original day. */
    private boolean improvesWithOneHandFewer(int evaluations, BooleanSupplier spent) {
        List<PersonOnDay> hands = List.copyOf(changedHands());
        for (PersonOnDay without : hands) {
            var others = new LinkedHashSet<>(hands);
            others.remove(without);
            if (improvesWithHands(others, evaluations, spent)) {
                return true;
            }
        }
        return false;
    }

    /** Tries all smaller sets of changed persons, if there are few enough. */
    private void tryOtherHands(int evaluations, BooleanSupplier spent) {
        int day = state.day(open.getFirst().seat());
        List<PersonOnDay> all = Arrays.stream(seats)
                .filter(seat -> state.day(seat) == day)
                .flatMap(seat -> Arrays.stream(decisions.range(decisions.seat(seat))))
                .distinct()
                .sorted()
                .mapToObj(person -> new PersonOnDay(person, day))
                .filter(hand -> open.stream().noneMatch(one -> one.person() == hand.person()))
                .toList();
        for (int size = 1; size < changedHands().size(); size++) {
            List<Set<PersonOnDay>> choices = combinations(all, size);
            for (int i = 0; i < choices.size() && choices.size() <= MAX_CHOICES; i++) {
                if (improvesWithHands(choices.get(i), evaluations, spent)) {
                    break;
                }
            }
        }
    }

    /** Returns all sets of the given size, or some of them if there are more than are tried. */
    private static List<Set<PersonOnDay>> combinations(List<PersonOnDay> all, int size) {
        List<Set<PersonOnDay>> choices = List.of(Set.of());
        for (int i = 0; i < size; i++) {
            var longer = new LinkedHashSet<Set<PersonOnDay>>();
            for (Set<PersonOnDay> one : choices) {
                for (PersonOnDay hand : longer.size() > MAX_CHOICES ? List.<PersonOnDay>of() : all) {
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

    private boolean improvesWithHands(Set<PersonOnDay> hands, int evaluations, BooleanSupplier spent) {
        int days = bestDays;
        int[] some = Arrays.stream(seats)
                .filter(seat ->
                        isOpen(seat) || hands.contains(new PersonOnDay(state.originalHolder(seat), state.day(seat))))
                .toArray();
        for (int i = 0; i < seats.length; i++) {
            state.reassignSeat(seats[i], start[i]);
        }
        var trade = new RandomSeatMoves(state, some, hardLimit, random, hands);
        return !hands.isEmpty()
                && !spent.getAsBoolean()
                && improvesInRound(trade, evaluations, () -> spent.getAsBoolean() || bestDays < days)
                && bestDays < days;
    }

    /** Returns the persons whose days change in the best repair. */
    private Set<PersonOnDay> changedHands() {
        var hands = new LinkedHashSet<PersonOnDay>();
        for (int i = 0; i < seats.length; i++) {
            int day = state.day(seats[i]);
            if (best[i] != start[i] && best[i] != Decisions.NONE) {
                hands.add(new PersonOnDay(best[i], day));
            }
            if (best[i] != start[i] && !isOpen(seats[i]) && start[i] != Decisions.NONE) {
                hands.add(new PersonOnDay(start[i], day));
            }
        }
        return hands;
    }

    /** Runs one round; returns whether it improved the best repair. */
    private boolean improvesInRound(RandomSeatMoves trade, int looks, BooleanSupplier spent) {
        boolean isBetter = false;
        long from = state.costUpdateCount();
        state.updateCosts();
        double energy = energy();
        for (long done = 0; done < looks && !spent.getAsBoolean(); done = state.costUpdateCount() - from) {
            double heat = START_TEMPERATURE * Math.pow(END_TEMPERATURE / START_TEMPERATURE, (double) done / looks);
            trade.startRecording();
            boolean isPossible = trade.tryRandomMove();
            state.updateCosts();
            double now = energy();
            if (isPossible
                    && state.cost(Level.HARD) <= hardLimit
                    && (now <= energy || random.nextDouble() < Math.exp((energy - now) / heat))) {
                energy = now;
                isBetter |= rememberIfBetter();
            } else {
                trade.undo();
            }
        }
        return isBetter;
    }

    private double energy() {
        return state.cost(Level.MEDIUM) * unit
                + state.days.count() * CHANGED_DAY_ENERGY
                + state.cost(Level.SOFT) * SOFT_COST_ENERGY;
    }

    /** Stores the current state if it is better than the best; returns whether it is. */
    private boolean rememberIfBetter() {
        state.updateCosts();
        long medium = state.cost(Level.MEDIUM);
        int days = state.days.count();
        if (medium > bestMedium || (medium == bestMedium && days > bestDays)) {
            return false;
        }
        long soft = state.cost(Level.SOFT) + state.baseline.changeWeight() * countOwnChanges();
        if (medium == bestMedium && days == bestDays && soft >= bestSoft) {
            return false;
        }
        bestMedium = medium;
        bestDays = days;
        bestSoft = soft;
        best = holders();
        return true;
    }

    private long countOwnChanges() {
        return Arrays.stream(seats)
                .filter(seat -> !state.isVacancy(seat) && state.isDecided(seat))
                .count();
    }

    private void assignHolders(int[] people) {
        for (int i = 0; i < seats.length; i++) {
            state.reassignSeat(seats[i], people[i]);
        }
    }

    private FoundRepair bestRepair() {
        Map<Integer, Integer> now = new HashMap<>();
        for (int i = 0; i < seats.length; i++) {
            now.put(seats[i], best[i]);
        }
        var steps = new ArrayList<RepairStep>();
        for (RepairBaseline.Vacancy one : open) {
            steps.add(new RepairStep.GiveStep(one.seat(), now.getOrDefault(one.seat(), Decisions.NONE)));
        }
        for (int i = 0; i < seats.length; i++) {
            if (best[i] != start[i] && !isOpen(seats[i])) {
                steps.add(new RepairStep.ReseatStep(seats[i], start[i], best[i], state.isVacancy(seats[i]) ? 0 : 1));
            }
        }
        return new FoundRepair(bestMedium, bestDays, bestSoft, steps);
    }
}
