package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefSeats;
import dk.grundskema.solver.moves.ClashGraph;
import dk.grundskema.solver.moves.GroupConstruction;
import dk.grundskema.solver.moves.OpenDecisionIndex;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Greedy construction heuristic that builds the initial plan. Groups with their own sessions are built as a whole. Then
 * each undecided decision takes the value with the lowest current cost, in this order: other memberships, rooms of
 * sessions with fixed times, times and rooms of other sessions, those first that have the fewest times left, then seats in chronological order, long
 * duties first.
 * Ties are broken at random by the seed.
 */
final class ConstructionHeuristic {
    /** Minutes from which a duty blocks most of the rest of its day. */
    private static final long LONG_SESSION_MINUTES = 6 * 60;

    /** Number of feasible times of a session after which the search for its best time stops. */
    private static final int MAX_FEASIBLE_TIMES = 8;

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final ScoreState state;
    private final SplittableRandom random;
    private final BooleanSupplier stopped;
    private final ReliefSeats reliefs;
    private final OpenDecisionIndex openDecisions;

    /**
     * @param openDecisions index of the open decisions, including groups that are planned as a whole
     * @param stopped whether to stop and leave the remaining decisions open
     */
    ConstructionHeuristic(CompiledRules compiled, OpenDecisionIndex openDecisions, long seed, BooleanSupplier stopped) {
        this.blueprint = compiled.blueprint();
        this.decisions = blueprint.decisions();
        this.state = new ScoreState(compiled);
        this.random = new SplittableRandom(seed);
        this.stopped = stopped;
        this.reliefs = new ReliefSeats(blueprint);
        this.openDecisions = openDecisions;
    }

    int[] construct(int[] values) {
        state.load(values);
        state.settle();
        boolean[] grouped = buildGroups(values);
        decideAll(membersAndPlacements(true), grouped);
        decideClashing(grouped);
        decideAll(membersAndPlacements(false), grouped);
        decideAll(seats(), grouped);
        int[] result = new int[decisions.count()];
        for (int d = 0; d < result.length; d++) {
            result[d] = state.value(d);
        }
        return result;
    }

    private void decideAll(List<Integer> order, boolean[] grouped) {
        for (int decision : order) {
            if (stopped.getAsBoolean()) {
                break;
            }
            if (decisions.isOpen(decision) && !grouped[decision] && state.value(decision) == Decisions.NONE) {
                decideWithDependents(decision);
            }
        }
    }

    /** Places the sessions that clash with others: next always one with the fewest times left, among these one with the most clashes. */
    private void decideClashing(boolean[] grouped) {
        ClashGraph clashes = openDecisions.clashes();
        List<Integer> left = new ArrayList<>();
        Map<Integer, Set<MeetingTime>> freeTimes = new HashMap<>();
        for (int session : clashes.sessions()) {
            if (clashes.degree(session) > 0 && !grouped[decisions.slot(session)]) {
                left.add(session);
                freeTimes.put(session, new HashSet<>(blueprint.times().get(session)));
            }
        }
        Comparator<Integer> fewestFirst = Comparator.<Integer>comparingInt(
                        session -> freeTimes.getOrDefault(session, Set.of()).size())
                .thenComparingInt(session -> -clashes.degree(session));
        while (!left.isEmpty() && !stopped.getAsBoolean()) {
            int session = Collections.min(left, fewestFirst);
            left.removeIf(other -> other == session);
            decideAll(List.of(decisions.slot(session), decisions.room(session)), grouped);
            int slot = state.value(decisions.slot(session));
            if (slot != Decisions.NONE) {
                MeetingTime time = blueprint.times().get(session).get(slot);
                left.stream()
                        .filter(other -> clashes.isClash(session, other))
                        .forEach(
                                other -> freeTimes.getOrDefault(other, Set.of()).remove(time));
            }
        }
    }

    /**
     * Builds groups as a whole. Returns the decisions that belong to these groups, which later steps leave unchanged.
     */
    private boolean[] buildGroups(int[] values) {
        int[] currentValues = values.clone();
        var groups = new GroupConstruction(openDecisions, currentValues, random);
        var attempts = new BestChangeTracker(state, currentValues);
        groups.completeGroups(attempts);
        for (int seed : groups.seedMemberships()) {
            if (stopped.getAsBoolean()) {
                break;
            }
            if (state.value(decisions.member(seed)) == Decisions.NONE) {
                groups.buildGroup(seed, attempts);
            }
        }
        return groups.decisionsOfGroups();
    }

    /**
     * Decides a session with seats of its own together with its room and seats, because a time alone would only add the
     * cost of missing staff. A seat is decided together with the seats that take over its only candidate's lessons.
     */
    private void decideWithDependents(int decision) {
        int owner = decisions.owner(decision);
        IntStream.Builder with = IntStream.builder();
        if (decisions.kind(decision) == Decisions.Kind.SEAT) {
            Arrays.stream(reliefs.reliefSeatsFor(owner)).map(decisions::seat).forEach(with);
        } else if (decisions.kind(decision) == Decisions.Kind.SLOT && !blueprint.isGuest(owner)) {
            int[] seats = blueprint.seatsOf()[owner];
            with.add(decisions.room(owner));
            Arrays.stream(seats).map(decisions::seat).forEach(with);
            Arrays.stream(seats)
                    .flatMap(seat -> Arrays.stream(reliefs.reliefSeatsFor(seat)))
                    .map(decisions::seat)
                    .forEach(with);
        }
        decideTogether(
                decision,
                with.build()
                        .distinct()
                        .filter(one -> one != decision && decisions.isOpen(one) && state.value(one) == Decisions.NONE)
                        .toArray());
    }

    /**
     * Tries only until enough values cause no new hard violation and reduce the medium cost; local search improves on
     * the choice.
     */
    private void decideTogether(int slot, int[] others) {
        if (others.length == 0) {
            decide(slot);
            return;
        }
        long hardBefore = state.cost(Level.HARD);
        long mediumBefore = state.cost(Level.MEDIUM);
        int fine = 0;
        int[] range = decisions.range(slot);
        int offset = range.length > MAX_FEASIBLE_TIMES ? random.nextInt(range.length) : 0;
        int[] best = new int[others.length + 1];
        Arrays.fill(best, Decisions.NONE);
        long hard = state.cost(Level.HARD);
        long medium = state.cost(Level.MEDIUM);
        long soft = state.cost(Level.SOFT);
        for (int i = 0; i < range.length && fine < MAX_FEASIBLE_TIMES; i++) {
            int value = range[(offset + i) % range.length];
            state.set(slot, value);
            state.settle();
            for (int other : others) {
                decide(other);
            }
            if (state.cost(Level.HARD) <= hardBefore && state.cost(Level.MEDIUM) < mediumBefore) {
                fine++;
            }
            if (isBetter(hard, medium, soft)) {
                best[0] = value;
                for (int o = 0; o < others.length; o++) {
                    best[o + 1] = state.value(others[o]);
                }
                hard = state.cost(Level.HARD);
                medium = state.cost(Level.MEDIUM);
                soft = state.cost(Level.SOFT);
            }
            for (int other : others) {
                state.set(other, Decisions.NONE);
            }
        }
        state.set(slot, best[0]);
        for (int i = 0; i < others.length; i++) {
            state.set(others[i], best[i + 1]);
        }
        state.settle();
    }

    /**
     * Returns the decisions about members, and about times and rooms.
     *
     * @param isSettled whether of sessions with one time, or of the others
     */
    private List<Integer> membersAndPlacements(boolean isSettled) {
        var order = new ArrayList<Integer>();
        for (int m = 0; m < blueprint.memberships().size() && isSettled; m++) {
            order.add(decisions.member(m));
        }
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (blueprint.isSettled(s) == isSettled) {
                order.add(decisions.slot(s));
                order.add(decisions.room(s));
            }
        }
        return order;
    }

    private List<Integer> seats() {
        return IntStream.range(0, blueprint.seats().size())
                .boxed()
                .sorted(Comparator.comparing(this::isLong).reversed().thenComparingLong(this::start))
                .map(decisions::seat)
                .toList();
    }

    /**
     * Whether the duty leaves little time before and after it, such as a night or a trip. Such seats are filled first.
     */
    private boolean isLong(int seat) {
        int spot = firstSpot(seat);
        return spot >= 0 && blueprint.spots().interval(spot).minutes() >= LONG_SESSION_MINUTES;
    }

    private long start(int seat) {
        int spot = firstSpot(seat);
        return spot < 0 ? 0 : blueprint.spots().start()[spot];
    }

    private int firstSpot(int seat) {
        int[][] spots = blueprint.spots().of()[blueprint.sessionsOf()[seat][0]];
        return spots.length == 0 || spots[0].length == 0 ? -1 : spots[0][0];
    }

    private void decide(int decision) {
        int[] range = decisions.range(decision);
        int offset = random.nextInt(range.length);
        int best = Decisions.NONE;
        long hard = state.cost(Level.HARD);
        long medium = state.cost(Level.MEDIUM);
        long soft = state.cost(Level.SOFT);
        for (int i = 0; i < range.length; i++) {
            int value = range[(offset + i) % range.length];
            state.set(decision, value);
            state.settle();
            if (isBetter(hard, medium, soft)) {
                best = value;
                hard = state.cost(Level.HARD);
                medium = state.cost(Level.MEDIUM);
                soft = state.cost(Level.SOFT);
            }
        }
        state.set(decision, best);
        state.settle();
    }

    private boolean isBetter(long hard, long medium, long soft) {
        if (state.cost(Level.HARD) != hard) {
            return state.cost(Level.HARD) < hard;
        }
        if (state.cost(Level.MEDIUM) != medium) {
            return state.cost(Level.MEDIUM) < medium;
        }
        return state.cost(Level.SOFT) < soft;
    }
}
