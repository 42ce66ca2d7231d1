package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * Which group and which student a move of whole groups is about: drawn by chance, of those whom the draft has in a group or outside. Students are
 * places in their grouping's list; who is near there fits together.
 */
final class WholeGroupChoice {
    private static final int TRIES = 8;

    /** How far in the list a student looks for company. */
    static final int REACH = 24;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final int[] sizes;

    WholeGroupChoice(WholeGroups wholes, Blueprint blueprint, Draft draft, RandomGenerator random) {
        this.wholes = wholes;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.sizes = new int[wholes.groups.size()];
    }

    /** How many students a whole had when its grouping was counted last. */
    int size(int whole) {
        return sizes[whole];
    }

    /** The group that a student has joined; {@link Decisions#NONE} if there is none. */
    int groupOf(int membership) {
        return draft.value(decisions.member(membership));
    }

    /** A grouping, the more often the more students it has. */
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

    /** How many students have joined each whole of a grouping. */
    void count(int grouping) {
        for (int whole : wholes.groupsOf.get(grouping)) {
            sizes[whole] = 0;
        }
        for (int membership : wholes.membersOf.get(grouping)) {
            int whole = wholeOf(membership);
            if (whole != WholeGroups.NONE) {
                sizes[whole]++;
            }
        }
    }

    /** The group among the wholes; {@link WholeGroups#NONE} if the student has none, or one that isn't planned whole. */
    int wholeOf(int membership) {
        int group = groupOf(membership);
        return group == Decisions.NONE ? WholeGroups.NONE : wholes.wholeOf[group];
    }

    /** A group that has students, or one that has none; {@link WholeGroups#NONE} if there is no such group. */
    int anyWhole(int grouping, boolean isEmpty) {
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

    /** The place in the grouping's list of a student without a group, of a few the one in greatest need; -1 if a few tries find none. */
    int anyUnserved(int[] members) {
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

    /** The place of a student in a group; -1 if a few tries find none. */
    int anyServed(int[] members) {
        for (int i = 0; i < TRIES; i++) {
            int place = random.nextInt(members.length);
            if (wholeOf(members[place]) != WholeGroups.NONE) {
                return place;
            }
        }
        return -1;
    }

    /** The place of a student near to another in the list who is in another group; -1 if a few tries find none. */
    int near(int[] members, int place) {
        for (int i = 0; i < TRIES; i++) {
            int other = place - REACH / 2 + random.nextInt(REACH + 1);
            if (other >= 0 && other < members.length) {
                int whole = wholeOf(members[other]);
                if (whole != WholeGroups.NONE && whole != wholeOf(members[place])) {
                    return other;
                }
            }
        }
        return -1;
    }

    /** The place of a student in a group who needs it less than another; -1 if a few tries find none. */
    int inLessNeed(int[] members, int place) {
        for (int i = 0; i < 2 * TRIES; i++) {
            int other = random.nextInt(members.length);
            if (wholeOf(members[other]) != WholeGroups.NONE
                    && wholes.need[members[other]] < wholes.need[members[place]]) {
                return other;
            }
        }
        return -1;
    }
}
