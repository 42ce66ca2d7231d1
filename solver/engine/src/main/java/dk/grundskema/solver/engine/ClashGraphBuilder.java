package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.moves.ClashGraph;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which sessions cannot be held at the same time by asking the rules about each pair at one time that both may have. With very many sessions
 * only what interventions declare is known.
 */
final class ClashGraphBuilder {
    /** With more sessions than this, asking about all pairs would take too long. */
    private static final int MOST_SESSIONS = 600;

    /** Hard and medium cost. */
    private record Cost(long hard, long medium) {
        Cost plus(Cost other) {
            return new Cost(hard + other.hard, medium + other.medium);
        }

        Cost minus(Cost other) {
            return new Cost(hard - other.hard, medium - other.medium);
        }

        boolean exceeds(Cost other) {
            return hard > other.hard || medium > other.medium;
        }
    }

    private final Decisions decisions;
    private final ScoreState state;
    private final int[] sessions;
    private final List<Map<MeetingTime, Integer>> slots;

    private ClashGraphBuilder(CompiledRules rules, int[] sessions) {
        Blueprint blueprint = rules.blueprint();
        this.decisions = blueprint.decisions();
        this.state = new ScoreState(rules);
        this.sessions = sessions;
        this.slots = IntStream.of(sessions)
                .mapToObj(session -> slotsByTime(session, blueprint))
                .toList();
        decideWhatHasOneChoice(blueprint);
    }

    private Map<MeetingTime, Integer> slotsByTime(int session, Blueprint blueprint) {
        Map<MeetingTime, Integer> byTime = new LinkedHashMap<>();
        for (int slot : decisions.range(decisions.slot(session))) {
            byTime.put(blueprint.times().get(session).get(slot), slot);
        }
        return byTime;
    }

    /** Seats with one candidate are decided, so that clashes of people count; rooms stay open. */
    private void decideWhatHasOneChoice(Blueprint blueprint) {
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            int decision = decisions.seat(seat);
            if (decisions.isOpen(decision) && decisions.range(decision).length == 1) {
                state.set(decision, decisions.range(decision)[0]);
            }
        }
        state.settle();
    }

    /** Builds the graph of the sessions that choose among several times. */
    static ClashGraph build(CompiledRules rules) {
        Blueprint blueprint = rules.blueprint();
        Decisions decisions = blueprint.decisions();
        int[] sessions = IntStream.range(0, blueprint.sessions().size())
                .filter(session -> decisions.isOpen(decisions.slot(session)) && !blueprint.isGuest(session))
                .filter(session -> blueprint.sessions().get(session).awakeWith() == null)
                .toArray();
        if (sessions.length > MOST_SESSIONS) {
            return declaredClashes(blueprint, sessions);
        }
        var graph = new ClashGraph(sessions, blueprint.sessions().size());
        if (sessions.length > 1) {
            new ClashGraphBuilder(rules, sessions).addClashes(graph);
        }
        return graph;
    }

    /** Returns the clashes that interventions declare, of the sessions that have any. */
    private static ClashGraph declaredClashes(Blueprint blueprint, int[] sessions) {
        var open = new BitSet();
        IntStream.of(sessions).forEach(open::set);
        List<int[]> exclusions = blueprint.demands().stream()
                .flatMap(demand -> demand.exclusions().stream())
                .filter(one -> one.kind() == ExclusiveSessions.Kind.SAME_TIME && one.level() != Level.SOFT)
                .map(one -> one.sessions().stream()
                        .mapToInt(id -> blueprint.index().session().indexOf(id))
                        .filter(open::get)
                        .toArray())
                .toList();
        int[] clashing = exclusions.stream()
                .flatMapToInt(IntStream::of)
                .distinct()
                .sorted()
                .toArray();
        var graph = new ClashGraph(clashing, blueprint.sessions().size());
        for (int[] some : exclusions) {
            for (int one = 0; one < some.length; one++) {
                for (int other = one + 1; other < some.length; other++) {
                    graph.add(some[one], some[other]);
                }
            }
        }
        return graph;
    }

    private void addClashes(ClashGraph graph) {
        Cost nothing = cost();
        List<Map<MeetingTime, Cost>> alone = IntStream.range(0, sessions.length)
                .mapToObj(number -> costsAlone(number, nothing))
                .toList();
        for (int one = 0; one < sessions.length; one++) {
            boolean[] isAsked = new boolean[sessions.length];
            for (var slot : slots.get(one).entrySet()) {
                MeetingTime time = slot.getKey();
                Cost first = alone.get(one).get(time);
                state.set(decisions.slot(sessions[one]), slot.getValue());
                state.settle();
                for (int other = one + 1; other < sessions.length; other++) {
                    Cost second = alone.get(other).get(time);
                    if (!isAsked[other] && first != null && second != null) {
                        isAsked[other] = true;
                        if (costWith(other, slots.get(other).get(time))
                                .minus(nothing)
                                .exceeds(first.plus(second))) {
                            graph.add(sessions[one], sessions[other]);
                        }
                    }
                }
            }
            state.set(decisions.slot(sessions[one]), Decisions.NONE);
            state.settle();
        }
    }

    /** Returns what a session costs at each of its times if it is the only one. */
    private Map<MeetingTime, Cost> costsAlone(int number, Cost nothing) {
        Map<MeetingTime, Cost> costs = new LinkedHashMap<>();
        slots.get(number)
                .forEach((time, slot) -> costs.put(time, costWith(number, slot).minus(nothing)));
        return costs;
    }

    /** Returns the cost if a session is also held. */
    private Cost costWith(int number, @Nullable Integer slot) {
        state.beginTrial();
        state.set(decisions.slot(sessions[number]), slot == null ? Decisions.NONE : slot);
        state.settle();
        Cost cost = cost();
        state.revertTrial();
        return cost;
    }

    private Cost cost() {
        return new Cost(state.cost(Level.HARD), state.cost(Level.MEDIUM));
    }
}
