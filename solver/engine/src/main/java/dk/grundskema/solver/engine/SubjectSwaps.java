package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.solver.engine.RepairStep.Swap;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.GuestKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Subjects that a team could have the other way round, so that whoever comes teaches what he can. Only what is still to come, and
 * the steps of a thread stay in their order.
 */
final class SubjectSwaps {
    private final RepairState state;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final boolean[] free;
    private final Map<GuestKind, List<Integer>> kinds = new HashMap<>();

    SubjectSwaps(RepairState state) {
        this.state = state;
        this.blueprint = state.blueprint;
        this.decisions = state.decisions;
        this.free = new boolean[blueprint.sessions().size()];
        for (int s = 0; s < free.length; s++) {
            free[s] = blueprint.isGuest(s) && decisions.isOpen(decisions.slot(s)) && isToCome(s);
            if (blueprint.isGuest(s)) {
                kinds.computeIfAbsent(GuestKind.of(blueprint.sessions().get(s)), fresh -> new ArrayList<>())
                        .add(s);
            }
        }
    }

    private boolean isToCome(int guest) {
        return state.slot(guest) != Decisions.NONE && isToCome(guest, state.slot(guest));
    }

    private boolean isToCome(int guest, int choice) {
        int host = blueprint.host(guest, choice);
        int slot = state.slot(host);
        return slot != Decisions.NONE
                && Arrays.stream(blueprint.spots().of()[host][slot])
                        .noneMatch(spot ->
                                state.standing.absent().isPast(blueprint.spots().interval(spot)));
    }

    /** What the meetings in which somebody else sits now could be swapped for. */
    List<RepairStep> of() {
        var steps = new ArrayList<RepairStep>();
        for (int guest = 0; guest < free.length; guest++) {
            if (isFree(guest) && isChanged(blueprint.host(guest, state.slot(guest)))) {
                for (int other = 0; other < free.length; other++) {
                    add(guest, other, steps);
                }
            }
        }
        return steps;
    }

    private boolean isFree(int guest) {
        return free[guest] && !state.isMoved(guest);
    }

    private boolean isChanged(int host) {
        return Arrays.stream(blueprint.seatsOf()[host]).anyMatch(state::isDecided);
    }

    private void add(int guest, int other, List<RepairStep> steps) {
        if (!isFree(other)
                || isSame(blueprint.sessions().get(guest), blueprint.sessions().get(other))) {
            return;
        }
        int host = blueprint.host(guest, state.slot(guest));
        int otherHost = blueprint.host(other, state.slot(other));
        int to = choice(guest, otherHost);
        int otherTo = choice(other, host);
        if (to >= 0 && otherTo >= 0 && staysInOrder(guest, to) && staysInOrder(other, otherTo)) {
            steps.add(new Swap(guest, other, state.slot(guest), to, state.slot(other), otherTo));
        }
    }

    private static boolean isSame(Session one, Session other) {
        return one.subject().equals(other.subject())
                && one.title().equals(other.title())
                && one.form().equals(other.form());
    }

    private int choice(int guest, int host) {
        for (int choice : decisions.range(decisions.slot(guest))) {
            if (blueprint.host(guest, choice) == host) {
                return choice;
            }
        }
        return Decisions.NONE;
    }

    /** Whether no other step of the same thread lies between where a guest is and where it would be. */
    private boolean staysInOrder(int guest, int to) {
        long from = start(guest, state.slot(guest));
        long then = start(guest, to);
        Session session = blueprint.sessions().get(guest);
        for (int other : kinds.getOrDefault(GuestKind.of(session), List.of())) {
            if (other != guest
                    && state.slot(other) != Decisions.NONE
                    && !isSame(session, blueprint.sessions().get(other))) {
                long between = start(other, state.slot(other));
                if (between >= Math.min(from, then) && between <= Math.max(from, then)) {
                    return false;
                }
            }
        }
        return true;
    }

    private long start(int guest, int choice) {
        int host = blueprint.host(guest, choice);
        int slot = state.slot(host);
        return slot == Decisions.NONE
                ? 0
                : blueprint.spots().start()[blueprint.spots().of()[host][slot][0]];
    }
}
