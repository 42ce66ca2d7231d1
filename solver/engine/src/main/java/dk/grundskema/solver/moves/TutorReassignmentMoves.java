package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * Compound moves that reassign a tutor: dissolve a group, build another one with its tutor, possibly of another
 * grouping, around a student without a group, and find places for the displaced students, if necessary those of
 * students in less need. Each step alone costs far more than it gains.
 */
final class TutorReassignmentMoves {
    private static final int TRIES = 12;
    private static final int MAX_REPLACEMENTS = 12;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;
    private final WholeGroupMoves builder;
    private final int[] displacedMembers;
    private int displacedCount;

    TutorReassignmentMoves(
            WholeGroups wholes,
            Decisions decisions,
            DecisionOverlay draft,
            RandomGenerator random,
            GroupPlanner planner,
            WholeGroupMoves builder) {
        this.wholes = wholes;
        this.decisions = decisions;
        this.draft = draft;
        this.random = random;
        this.planner = planner;
        this.builder = builder;
        this.displacedMembers = new int[wholes.need.length + MAX_REPLACEMENTS];
    }

    /** Reassigns a tutor; does nothing if every student has a group, or no tutor may take the new one. */
    void reassignTutor() {
        int grouping = random.nextInt(wholes.groupings.size());
        int seed = anyStudentWithoutGroup(wholes.membersOf.get(grouping));
        int fresh = seed < 0 ? WholeGroups.NONE : anyEmptyGroup(wholes.groupsOf.get(grouping));
        if (fresh == WholeGroups.NONE || wholes.groups.get(fresh).seats().length == 0) {
            return;
        }
        int seat = decisions.seat(wholes.groups.get(fresh).seats()[0]);
        int old = anyGroupWithTutorFor(seat, grouping);
        if (old == WholeGroups.NONE) {
            return;
        }
        int tutor = tutor(wholes.groups.get(old));
        dissolve(wholes.groups.get(old));
        int before = draft.count();
        builder.buildGroup(grouping, fresh, seed, false, tutor);
        if (draft.count() < before) {
            return;
        }
        findNewPlaces();
    }

    /**
     * Returns the position of the student with the greatest need among a few students without a group; -1 if none was
     * found.
     */
    private int anyStudentWithoutGroup(int[] members) {
        int best = -1;
        for (int i = 0; i < TRIES; i++) {
            int place = random.nextInt(members.length);
            if (draft.value(decisions.member(members[place])) == Decisions.NONE
                    && (best < 0 || wholes.need[members[place]] > wholes.need[members[best]])) {
                best = place;
            }
        }
        return best;
    }

    private int anyEmptyGroup(int[] some) {
        int offset = random.nextInt(some.length);
        for (int i = 0; i < some.length; i++) {
            int whole = some[(offset + i) % some.length];
            if (planner.memberCount(wholes.groups.get(whole)) == 0) {
                return whole;
            }
        }
        return WholeGroups.NONE;
    }

    /** Returns a group with students, mostly of another grouping, whose tutor may fill a seat. */
    private int anyGroupWithTutorFor(int seat, int grouping) {
        boolean isSameToo = wholes.groupings.size() == 1 || random.nextInt(4) == 0;
        int offset = random.nextInt(wholes.groups.size());
        for (int i = 0; i < wholes.groups.size(); i++) {
            int number = (offset + i) % wholes.groups.size();
            WholeGroup whole = wholes.groups.get(number);
            if ((isSameToo || whole.grouping() != grouping)
                    && planner.memberCount(whole) > 0
                    && tutor(whole) != Decisions.NONE
                    && draft.allows(seat, tutor(whole))) {
                return number;
            }
        }
        return WholeGroups.NONE;
    }

    private int tutor(WholeGroup whole) {
        return whole.seats().length == 0 ? Decisions.NONE : draft.value(decisions.seat(whole.seats()[0]));
    }

    private void dissolve(WholeGroup whole) {
        displacedCount = 0;
        for (int membership : whole.memberships()) {
            int decision = decisions.member(membership);
            if (draft.value(decision) == whole.group() && draft.set(decision, Decisions.NONE)) {
                displacedMembers[displacedCount++] = membership;
            }
        }
        if (planner.memberCount(whole) == 0) {
            planner.clear(whole);
        }
    }

    /** Handles students with the greatest need first, because they may displace others. */
    private void findNewPlaces() {
        for (int i = 0; i < MAX_REPLACEMENTS && displacedCount > 0; i++) {
            int place = 0;
            for (int other = 1; other < displacedCount; other++) {
                place = wholes.need[displacedMembers[other]] > wholes.need[displacedMembers[place]] ? other : place;
            }
            int membership = displacedMembers[place];
            displacedMembers[place] = displacedMembers[--displacedCount];
            if (draft.value(decisions.member(membership)) == Decisions.NONE) {
                findNewPlaces(membership);
            }
        }
    }

    /**
     * Takes a free place, or that of the student with the least need, if lower, in a group whose times fit; sometimes
     * in any group.
     */
    private void findNewPlaces(int membership) {
        int least = wholes.need[membership];
        int displaced = -1;
        int home = WholeGroups.NONE;
        boolean isMended = random.nextInt(3) == 0;
        int offset = random.nextInt(wholes.groups.size());
        for (int i = 0; i < wholes.groups.size() && least > 0; i++) {
            int number = (offset + i) % wholes.groups.size();
            WholeGroup whole = wholes.groups.get(number);
            int joined = draft.allows(decisions.member(membership), whole.group()) ? planner.memberCount(whole) : 0;
            if (joined == 0) {
                continue;
            }
            boolean isFull = joined >= wholes.groupings.get(whole.grouping()).largest();
            int weakest = isFull ? leastInNeed(whole) : -1;
            int price = isFull ? weakest < 0 ? least : wholes.need[weakest] : 0;
            if (price < least && (isMended || planner.isFreeForGroup(whole, membership))) {
                least = price;
                displaced = weakest;
                home = number;
            }
        }
        if (home == WholeGroups.NONE) {
            return;
        }
        if (displaced >= 0) {
            draft.set(decisions.member(displaced), Decisions.NONE);
            displacedMembers[displacedCount++] = displaced;
        }
        draft.set(decisions.member(membership), wholes.groups.get(home).group());
        planner.completeGroup(wholes.groups.get(home));
    }

    private int leastInNeed(WholeGroup whole) {
        int best = -1;
        for (int membership : whole.memberships()) {
            int decision = decisions.member(membership);
            if (draft.value(decision) == whole.group()
                    && decisions.isOpen(decision)
                    && (best < 0 || wholes.need[membership] < wholes.need[best])) {
                best = membership;
            }
        }
        return best;
    }
}
