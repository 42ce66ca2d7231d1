package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.solver.change.RepairStep.SwapStep;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.InterchangeableGuests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds subjects of a team that can be swapped, so that a stand-in teaches a suitable subject. Only future meetings are
 * swapped, and the steps of a sequence keep their order.
 */
final class SubjectSwapFinder {
    private final RepairState state;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final boolean[] free;
    private final Map<InterchangeableGuests, List<Integer>> kinds = new HashMap<>();

    SubjectSwapFinder(RepairState state) {
        this.state = state;
        this.blueprint = state.blueprint;
        this.decisions = state.decisions;
        this.free = new boolean[blueprint.sessions().size()];
        for (int s = 0; s < free.length; s++) {
            free[s] = blueprint.isGuest(s) && decisions.isOpen(decisions.slot(s)) && isUpcoming(s);
            if (blueprint.isGuest(s)) {
                kinds.computeIfAbsent(
                                InterchangeableGuests.of(blueprint.sessions().get(s)), fresh -> new ArrayList<>())
                        .add(s);
            }
        }
    }

    private boolean isUpcoming(int guest) {
        return state.slot(guest) != Decisions.NONE && isUpcoming(guest, state.slot(guest));
    }

    private boolean isUpcoming(int guest, int choice) {
        int host = blueprint.host(guest, choice);
        int slot = state.slot(host);
        return slot != Decisions.NONE
                && Arrays.stream(blueprint.spots().of()[host][slot])
                        .noneMatch(spot ->
                                state.baseline.lost().isPast(blueprint.spots().interval(spot)));
    }

    /** Returns possible swaps for the meetings with a changed holder. */
    List<RepairStep> findSwaps() {
        var steps = new ArrayList<RepairStep>();
        for (int guest = 0; guest < free.length; guest++) {
            if (maySwap(guest) && hasChangedSeat(blueprint.host(guest, state.slot(guest)))) {
                for (int other = 0; other < free.length; other++) {
                    addSwap(guest, other, steps);
                }
            }
        }
        return steps;
    }

    private boolean maySwap(int guest) {
        return free[guest] && !state.isMoved(guest);
    }

    private boolean hasChangedSeat(int host) {
        return Arrays.stream(blueprint.seatsOf()[host]).anyMatch(state::isDecided);
    }

    private void addSwap(int guest, int other, List<RepairStep> steps) {
        if (!maySwap(other)
                || isSame(blueprint.sessions().get(guest), blueprint.sessions().get(other))) {
            return;
        }
        int host = blueprint.host(guest, state.slot(guest));
        int otherHost = blueprint.host(other, state.slot(other));
        int to = choiceOfHost(guest, otherHost);
        int otherTo = choiceOfHost(other, host);
        if (to >= 0 && otherTo >= 0 && staysInOrder(guest, to) && staysInOrder(other, otherTo)) {
            steps.add(new SwapStep(guest, other, state.slot(guest), to, state.slot(other), otherTo));
        }
    }

    private static boolean isSame(Session one, Session other) {
        return one.subject().equals(other.subject())
                && one.title().equals(other.title())
                && one.form().equals(other.form());
    }

    private int choiceOfHost(int guest, int host) {
        for (int choice : decisions.range(decisions.slot(guest))) {
            if (blueprint.host(guest, choice) == host) {
                return choice;
            }
        }
        return Decisions.NONE;
    }

    /** Whether no other step of the same sequence lies between the guest's current and new place. */
    private boolean staysInOrder(int guest, int to) {
        long from = start(guest, state.slot(guest));
        long then = start(guest, to);
        Session session = blueprint.sessions().get(guest);
        for (int other : kinds.getOrDefault(InterchangeableGuests.of(session), List.of())) {
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
