package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * Picks random groups and students for moves of whole groups, based on the draft. Students are positions in their
 * grouping's list; students close to each other fit together.
 */
final class WholeGroupPicker {
    private static final int TRIES = 8;

    /** Maximum distance in the list within which a student joins others. */
    static final int MAX_JOIN_DISTANCE = 24;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final int[] sizes;

    WholeGroupPicker(WholeGroups wholes, Blueprint blueprint, DecisionOverlay draft, RandomGenerator random) {
        this.wholes = wholes;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.sizes = new int[wholes.groups.size()];
    }

    /** Returns the number of students in a whole group as of the last {@link #countMembers}. */
    int memberCount(int whole) {
        return sizes[whole];
    }

    /** Returns the student's group; {@link Decisions#NONE} if there is none. */
    int groupOf(int membership) {
        return draft.value(decisions.member(membership));
    }

    /** Returns a random grouping, weighted by its number of students. */
    int anyGrouping() {
        int place = 0;
        int all = 0;
        for (int[] members : wholes.membersOf) {
            all += members.length;
        }
        for (int left = random.nextInt(all); left >= wholes.membersOf.get(place).length; place++) {
            left -= wholes.membersOf.get(place).length;
        }
        return place;
    }

    /** Counts the students in each whole group of a grouping. */
    void countMembers(int grouping) {
        for (int whole : wholes.groupsOf.get(grouping)) {
            sizes[whole] = 0;
        }
        for (int membership : wholes.membersOf.get(grouping)) {
            int whole = wholeGroupIndexOf(membership);
            if (whole != WholeGroups.NONE) {
                sizes[whole]++;
            }
        }
    }

    /**
     * Returns the student's position among the whole groups; {@link WholeGroups#NONE} if the student has no group, or
     * one that is not planned as a whole.
     */
    int wholeGroupIndexOf(int membership) {
        int group = groupOf(membership);
        return group == Decisions.NONE ? WholeGroups.NONE : wholes.wholeOf[group];
    }

    /** Returns a random group with or without students; {@link WholeGroups#NONE} if there is none. */
    int randomWholeGroup(int grouping, boolean isEmpty) {
        int[] some = wholes.groupsOf.get(grouping);
        int offset = random.nextInt(some.length);
        for (int i = 0; i < some.length; i++) {
            int whole = some[(offset + i) % some.length];
            if (sizes[whole] == 0 == isEmpty) {
                return whole;
            }
        }
        return WholeGroups.NONE;
    }

    /**
     * Returns the position of the student with the greatest need among a few students without a group; -1 if a few
     * tries find none.
     */
    int anyStudentWithoutGroup(int[] members) {
        int best = -1;
        int found = 0;
        for (int i = 0; i < 3 * TRIES && found < 3; i++) {
            int place = random.nextInt(members.length);
            if (groupOf(members[place]) == Decisions.NONE) {
                found++;
                if (best < 0 || wholes.need[members[place]] > wholes.need[members[best]]) {
                    best = place;
                }
            }
        }
        return best;
    }

    /** Returns the position of a student in a group; -1 if a few tries find none. */
    int anyStudentWithGroup(int[] members) {
        for (int i = 0; i < TRIES; i++) {
            int place = random.nextInt(members.length);
            if (wholeGroupIndexOf(members[place]) != WholeGroups.NONE) {
                return place;
            }
        }
        return -1;
    }

    /** Returns the position of a student close in the list who is in another group; -1 if a few tries find none. */
    int anyNearby(int[] members, int place) {
        for (int i = 0; i < TRIES; i++) {
            int other = place - MAX_JOIN_DISTANCE / 2 + random.nextInt(MAX_JOIN_DISTANCE + 1);
            if (other >= 0 && other < members.length) {
                int whole = wholeGroupIndexOf(members[other]);
                if (whole != WholeGroups.NONE && whole != wholeGroupIndexOf(members[place])) {
                    return other;
                }
            }
        }
        return -1;
    }

    /** Returns the position of a student in a group who has less need; -1 if a few tries find none. */
    int anyInLessNeed(int[] members, int place) {
        for (int i = 0; i < 2 * TRIES; i++) {
            int other = random.nextInt(members.length);
            if (wholeGroupIndexOf(members[other]) != WholeGroups.NONE
                    && wholes.need[members[other]] < wholes.need[members[place]]) {
                return other;
            }
        }
        return -1;
    }
}
