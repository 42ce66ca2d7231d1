package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.moves.ClashGraph;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds out which sessions cannot be held at the same time by asking the rules about each pair at one time that both may have. */
final class ClashGraphBuilder {
    /** With more sessions than this, asking about all pairs would take too long. */
    private static final int MOST_SESSIONS = 600;

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final ScoreState state;

    private ClashGraphBuilder(CompiledRules rules) {
        this.blueprint = rules.blueprint();
        this.decisions = blueprint.decisions();
        this.state = new ScoreState(rules);
    }

    /**
     * Builds the graph of the sessions that choose among several times.
     *
     * @return a graph of no session if there are too many
     */
    static ClashGraph build(CompiledRules rules) {
        return new ClashGraphBuilder(rules).build();
    }

    private ClashGraph build() {
        int[] sessions = IntStream.range(0, blueprint.sessions().size())
                .filter(session -> decisions.isOpen(decisions.slot(session)) && !blueprint.isGuest(session))
                .filter(session -> blueprint.sessions().get(session).awakeWith() == null)
                .toArray();
        if (sessions.length > MOST_SESSIONS) {
            return new ClashGraph(new int[0], blueprint.sessions().size());
        }
        var graph = new ClashGraph(sessions, blueprint.sessions().size());
        decideWhatHasOneChoice();
        Map<Integer, Map<MeetingTime, Integer>> slots = slotsByTime(sessions);
        long[] nothing = costs();
        var added = new AddedCosts(nothing);
        for (int i = 0; i < sessions.length; i++) {
            int one = sessions[i];
            var others = new ArrayList<Integer>(
                    IntStream.of(sessions).skip(i + 1L).boxed().toList());
            for (var slot : slots.get(one).entrySet()) {
                Map<Integer, Integer> atSameTime = new LinkedHashMap<>();
                others.removeIf(other -> {
                    Integer same = slots.get(other).get(slot.getKey());
                    if (same != null) {
                        atSameTime.put(other, same);
                    }
                    return same != null;
                });
                addClashes(graph, one, slot.getValue(), atSameTime, added);
            }
        }
        return graph;
    }

    /** What each session adds to hard and medium cost if it is the only one. */
    private final class AddedCosts {
        private record Placement(int session, int slot) {}

        private final long[] nothing;
        private final Map<Placement, long[]> known = new HashMap<>();

        AddedCosts(long[] nothing) {
            this.nothing = nothing;
        }

        long[] of(int session, int slot) {
            return known.computeIfAbsent(new Placement(session, slot), fresh -> {
                state.beginTrial();
                state.set(decisions.slot(session), slot);
                state.settle();
                long[] costs = costs();
                state.revertTrial();
                return new long[] {costs[0] - nothing[0], costs[1] - nothing[1]};
            });
        }
    }

    /** Seats with one candidate and sessions with one room are decided, so that clashes of people count; rooms of other sessions stay open. */
    private void decideWhatHasOneChoice() {
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            int decision = decisions.seat(seat);
            if (decisions.isOpen(decision) && decisions.range(decision).length == 1) {
                state.set(decision, decisions.range(decision)[0]);
            }
        }
        state.settle();
    }

    private Map<Integer, Map<MeetingTime, Integer>> slotsByTime(int[] sessions) {
        Map<Integer, Map<MeetingTime, Integer>> slots = new HashMap<>();
        for (int session : sessions) {
            Map<MeetingTime, Integer> ofSession = new LinkedHashMap<>();
            for (int slot : decisions.range(decisions.slot(session))) {
                ofSession.put(blueprint.times().get(session).get(slot), slot);
            }
            slots.put(session, ofSession);
        }
        return slots;
    }

    /** A pair clashes if both together cost more than each alone. */
    private void addClashes(ClashGraph graph, int one, int slot, Map<Integer, Integer> others, AddedCosts added) {
        Map<Integer, long[]> alone = new HashMap<>();
        others.forEach((other, same) -> alone.put(other, added.of(other, same)));
        long[] first = added.of(one, slot);
        state.set(decisions.slot(one), slot);
        state.settle();
        others.forEach((other, same) -> {
            state.beginTrial();
            state.set(decisions.slot(other), same);
            state.settle();
            long[] together = costs();
            state.revertTrial();
            long[] second = alone.get(other);
            for (int level = 0; level < together.length; level++) {
                if (together[level] - added.nothing[level] > first[level] + second[level]) {
                    graph.add(one, other);
                    break;
                }
            }
        });
        state.set(decisions.slot(one), Decisions.NONE);
        state.settle();
    }

    private long[] costs() {
        return new long[] {state.cost(Level.HARD), state.cost(Level.MEDIUM)};
    }
}
