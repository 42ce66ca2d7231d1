package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Moves that change times, hosts and rooms of sessions. */
final class PlacementMoves {
    private final OpenDecisionIndex openDecisions;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;

    PlacementMoves(OpenDecisionIndex openDecisions, DecisionOverlay draft, RandomGenerator random) {
        this.openDecisions = openDecisions;
        this.decisions = openDecisions.decisions;
        this.draft = draft;
        this.random = random;
    }

    private int any(int[] list) {
        return list[random.nextInt(list.length)];
    }

    /** Swaps two guests. Compares hosts, not choices, because guests may have different lists of hosts. */
    void swapSubjects() {
        int[] guests = openDecisions.guestSets[random.nextInt(openDecisions.guestSets.length)];
        int one = any(guests);
        int other = any(guests);
        if (subjectOf(one).equals(subjectOf(other))) {
            return;
        }
        int first = choiceOf(one, hostOf(other));
        int second = choiceOf(other, hostOf(one));
        boolean isPossible = (first != Decisions.NONE || hostOf(other) == Decisions.NONE)
                && (second != Decisions.NONE || hostOf(one) == Decisions.NONE);
        if (isPossible) {
            draft.set(decisions.slot(one), first);
            draft.set(decisions.slot(other), second);
        }
    }

    private String subjectOf(int guest) {
        return openDecisions.blueprint.sessions().get(guest).subject();
    }

    private int hostOf(int guest) {
        int choice = draft.value(decisions.slot(guest));
        return choice == Decisions.NONE ? Decisions.NONE : openDecisions.blueprint.host(guest, choice);
    }

    private int choiceOf(int guest, int host) {
        int[] hosts = openDecisions.blueprint.hosts()[guest];
        for (int choice = 0; choice < hosts.length; choice++) {
            if (hosts[choice] == host) {
                return choice;
            }
        }
        return Decisions.NONE;
    }

    /** A guest only goes to a host without a guest; other guests are swapped. */
    void changeTime() {
        int session = any(openDecisions.openSlots);
        int choice = any(decisions.range(decisions.slot(session)));
        if (!openDecisions.blueprint.isGuest(session) || !hasGuest(openDecisions.blueprint.host(session, choice))) {
            draft.set(decisions.slot(session), choice);
        }
    }

    private boolean hasGuest(int host) {
        for (int guest : openDecisions.guestsOfHost[host]) {
            if (hostOf(guest) == host) {
                return true;
            }
        }
        return false;
    }

    void changeRoom() {
        int session = any(openDecisions.openRooms);
        int decision = decisions.room(session);
        if (random.nextBoolean()) {
            draft.set(decision, any(decisions.range(decision)));
            return;
        }
        int other = decisions.room(any(openDecisions.openRooms));
        int first = draft.value(decision);
        int second = draft.value(other);
        if (draft.allows(decision, second) && draft.allows(other, first)) {
            draft.set(decision, second);
            draft.set(other, first);
        }
    }
}
