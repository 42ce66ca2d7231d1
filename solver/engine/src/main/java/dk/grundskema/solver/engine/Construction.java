package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefSeats;
import dk.grundskema.solver.moves.FirstGroups;
import dk.grundskema.solver.moves.Terrain;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A first plan: groups that bring their own sessions are built whole; then each decision that isn't taken yet takes the value that costs least at
 * the moment, other groups first, then the rooms of what is settled in time, then times and rooms of the rest, then people in the order of time. Where values
 * cost the same, the seed decides.
 */
final class Construction {
    /** Minutes from which a duty leaves room for little else on its day. */
    private static final long LONG = 6 * 60;

    /** Legal times of one session that are enough to choose from. */
    private static final int ENOUGH = 8;

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final ScoreState state;
    private final SplittableRandom random;
    private final BooleanSupplier stopped;
    private final ReliefSeats reliefs;
    private final Terrain terrain;

    /**
     * @param terrain where the search will go, groups that are planned as wholes among it
     * @param stopped whether to leave the rest open, since nobody wants to wait any longer
     */
    Construction(CompiledRules compiled, Terrain terrain, long seed, BooleanSupplier stopped) {
        this.blueprint = compiled.blueprint();
        this.decisions = blueprint.decisions();
        this.state = new ScoreState(compiled);
        this.random = new SplittableRandom(seed);
        this.stopped = stopped;
        this.reliefs = new ReliefSeats(blueprint);
        this.terrain = terrain;
    }

    int[] from(int[] values) {
        state.load(values);
        state.settle();
        boolean[] grouped = groups(values);
        for (int decision : order()) {
            if (stopped.getAsBoolean()) {
                break;
            }
            if (!grouped[decision] && state.value(decision) == Decisions.NONE) {
                take(decision);
            }
        }
        int[] result = new int[decisions.count()];
        for (int d = 0; d < result.length; d++) {
            result[d] = state.value(d);
        }
        return result;
    }

    /** Builds groups as wholes; which decisions are theirs, to be left alone afterwards. */
    private boolean[] groups(int[] values) {
        int[] standing = values.clone();
        var groups = new FirstGroups(terrain, standing, random);
        var attempts = new Attempts(state, standing);
        groups.mend(attempts);
        for (int seed : groups.seeds()) {
            if (stopped.getAsBoolean()) {
                break;
            }
            if (state.value(decisions.member(seed)) == Decisions.NONE) {
                groups.build(seed, attempts);
            }
        }
        return groups.concerned();
    }

    /**
     * A session that brings its own seats finds time, room and people at once: the time alone would only show who is missing. So
     * does somebody with those who take a lesson meanwhile.
     */
    private void take(int decision) {
        int owner = decisions.owner(decision);
        IntStream.Builder with = IntStream.builder();
        if (decisions.kind(decision) == Decisions.Kind.SEAT) {
            Arrays.stream(reliefs.forSeat(owner)).map(decisions::seat).forEach(with);
        } else if (decisions.kind(decision) == Decisions.Kind.SLOT && blueprint.seatsOf()[owner].length > 0) {
            int[] seats = blueprint.seatsOf()[owner];
            with.add(decisions.room(owner));
            Arrays.stream(seats).map(decisions::seat).forEach(with);
            Arrays.stream(seats)
                    .flatMap(seat -> Arrays.stream(reliefs.forSeat(seat)))
                    .map(decisions::seat)
                    .forEach(with);
        }
        decideWith(
                decision,
                with.build()
                        .distinct()
                        .filter(one -> one != decision && decisions.isOpen(one) && state.value(one) == Decisions.NONE)
                        .toArray());
    }

    /** Of many values the first few that break nothing more are enough to choose from: the search goes on from there. */
    private void decideWith(int slot, int[] others) {
        if (others.length == 0) {
            decide(slot);
            return;
        }
        long hardBefore = state.cost(Level.HARD);
        long mediumBefore = state.cost(Level.MEDIUM);
        int fine = 0;
        int[] range = decisions.range(slot);
        int offset = range.length > ENOUGH ? random.nextInt(range.length) : 0;
        int[] best = new int[others.length + 1];
        Arrays.fill(best, Decisions.NONE);
        long hard = state.cost(Level.HARD);
        long medium = state.cost(Level.MEDIUM);
        long soft = state.cost(Level.SOFT);
        for (int i = 0; i < range.length && fine < ENOUGH; i++) {
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

    private List<Integer> order() {
        var order = new ArrayList<Integer>();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            order.add(decisions.member(m));
        }
        for (boolean settled : new boolean[] {true, false}) {
            for (int s = 0; s < blueprint.sessions().size(); s++) {
                if (blueprint.isSettled(s) == settled) {
                    order.add(decisions.slot(s));
                    order.add(decisions.room(s));
                }
            }
        }
        var seats = new ArrayList<Integer>();
        for (int k = 0; k < blueprint.seats().size(); k++) {
            seats.add(k);
        }
        seats.sort(Comparator.comparing(this::isLong).reversed().thenComparingLong(this::start));
        seats.forEach(k -> order.add(decisions.seat(k)));
        order.removeIf(decision -> !decisions.isOpen(decision));
        return order;
    }

    /** Whether whoever fills it can do little before and after, as at a night or on a trip: such seats choose first. */
    private boolean isLong(int seat) {
        int spot = firstSpot(seat);
        return spot >= 0 && blueprint.spots().interval(spot).minutes() >= LONG;
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
