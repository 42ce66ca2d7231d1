package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * Chain moves: a student without a group takes a place in a group that fits, a displaced student takes one in another
 * group, and so on, until a place was free or the displaced student has less need. Single steps rarely improve the
 * score, because each displaces as much need as it serves.
 */
final class PlaceChainMoves {
    private static final int LONGEST = 4;
    private static final int TRIES = 12;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;

    PlaceChainMoves(
            WholeGroups wholes,
            Decisions decisions,
            DecisionOverlay draft,
            RandomGenerator random,
            GroupPlanner planner) {
        this.wholes = wholes;
        this.decisions = decisions;
        this.draft = draft;
        this.random = random;
        this.planner = planner;
    }

    /** Makes one chain; does nothing if every student has a group or no group fits. */
    void passPlacesOn() {
        int first = anyStudentWithoutGroup();
        int joining = first;
        for (int length = 0; joining >= 0 && length < LONGEST; length++) {
            int whole = anySuitableGroup(joining, length == 0 && random.nextInt(3) == 0);
            if (whole == WholeGroups.NONE) {
                return;
            }
            joining = takePlace(joining, wholes.groups.get(whole), wholes.need[first]);
        }
    }

    /** Returns the student with the greatest need among a few students without a group; -1 if none was found. */
    private int anyStudentWithoutGroup() {
        int best = -1;
        int found = 0;
        for (int i = 0; i < TRIES && found < 3; i++) {
            int membership = random.nextInt(wholes.need.length);
            if (draft.value(decisions.member(membership)) == Decisions.NONE) {
                found++;
                best = best < 0 || wholes.need[membership] > wholes.need[best] ? membership : best;
            }
        }
        return best;
    }

    /**
     * Returns a random group with students that a student may join and whose times fit; with {@code isAny} also one
     * whose times do not fit.
     */
    private int anySuitableGroup(int membership, boolean isAny) {
        int offset = random.nextInt(wholes.groups.size());
        for (int i = 0; i < wholes.groups.size(); i++) {
            int number = (offset + i) % wholes.groups.size();
            WholeGroup whole = wholes.groups.get(number);
            int decision = decisions.member(membership);
            if (draft.value(decision) != whole.group()
                    && draft.allows(decision, whole.group())
                    && planner.memberCount(whole) > 0
                    && (isAny || planner.isFreeForGroup(whole, membership))) {
                return number;
            }
        }
        return WholeGroups.NONE;
    }

    /**
     * Takes a place and displaces a student if the group is full; returns the displaced student if another place is
     * needed, else -1.
     */
    private int takePlace(int membership, WholeGroup whole, int need) {
        int size = planner.memberCount(whole);
        draft.set(decisions.member(membership), whole.group());
        int next = -1;
        if (size >= wholes.groupings.get(whole.grouping()).largest()) {
            int leaving = chooseLeavingMember(whole, membership);
            if (leaving >= 0) {
                draft.set(decisions.member(leaving), Decisions.NONE);
                next = wholes.need[leaving] < need ? -1 : leaving;
            }
        }
        planner.completeGroup(whole);
        return next;
    }

    /** Returns the student to displace, mostly the one with the least need. */
    private int chooseLeavingMember(WholeGroup whole, int not) {
        int best = -1;
        boolean isAny = random.nextInt(3) == 0;
        int offset = random.nextInt(whole.memberships().length);
        for (int i = 0; i < whole.memberships().length; i++) {
            int membership = whole.memberships()[(offset + i) % whole.memberships().length];
            int decision = decisions.member(membership);
            if (membership != not
                    && draft.value(decision) == whole.group()
                    && decisions.isOpen(decision)
                    && (best < 0 || (!isAny && wholes.need[membership] < wholes.need[best]))) {
                best = membership;
            }
        }
        return best;
    }
}
