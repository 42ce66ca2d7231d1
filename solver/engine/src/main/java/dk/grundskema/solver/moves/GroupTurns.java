package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * A tutor turns from one group to others' needs: a group is dissolved, one is built with the same tutor, maybe of another grouping, around a
 * student who has none, and whoever lost a place takes one from somebody who needs it less. Each of these alone costs far more need than it serves.
 */
final class GroupTurns {
    private static final int TRIES = 12;
    private static final int MOST_REHOMED = 12;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;
    private final WholeGroupMoves builder;
    private final int[] homeless;
    private int waiting;

    GroupTurns(
            WholeGroups wholes,
            Decisions decisions,
            Draft draft,
            RandomGenerator random,
            GroupPlanner planner,
            WholeGroupMoves builder) {
        this.wholes = wholes;
        this.decisions = decisions;
        this.draft = draft;
        this.random = random;
        this.planner = planner;
        this.builder = builder;
        this.homeless = new int[wholes.need.length + MOST_REHOMED];
    }

    /** Turns a group; nothing happens if nobody is without one, or no tutor of a group could take the new one. */
    void turn() {
        int grouping = random.nextInt(wholes.groupings.size());
        int seed = anyUnserved(wholes.membersOf.get(grouping));
        int fresh = seed < 0 ? WholeGroups.NONE : anyEmpty(wholes.groupsOf.get(grouping));
        if (fresh == WholeGroups.NONE || wholes.groups.get(fresh).seats().length == 0) {
            return;
        }
        int seat = decisions.seat(wholes.groups.get(fresh).seats()[0]);
        int old = anyWhoseTutorMay(seat, grouping);
        if (old == WholeGroups.NONE) {
            return;
        }
        int tutor = tutor(wholes.groups.get(old));
        dissolve(wholes.groups.get(old));
        int before = draft.count();
        builder.build(grouping, fresh, seed, false, tutor);
        if (draft.count() < before) {
            return;
        }
        rehome();
    }

    /** Of a few students without a group the place of the one in greatest need; -1 if there is none among those who are looked at. */
    private int anyUnserved(int[] members) {
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

    private int anyEmpty(int[] some) {
        int offset = random.nextInt(some.length);
        for (int i = 0; i < some.length; i++) {
            int whole = some[(offset + i) % some.length];
            if (planner.joined(wholes.groups.get(whole)) == 0) {
                return whole;
            }
        }
        return WholeGroups.NONE;
    }

    /** A group with students, mostly of another grouping, whose tutor may fill a seat. */
    private int anyWhoseTutorMay(int seat, int grouping) {
        boolean isSameToo = wholes.groupings.size() == 1 || random.nextInt(4) == 0;
        int offset = random.nextInt(wholes.groups.size());
        for (int i = 0; i < wholes.groups.size(); i++) {
            int number = (offset + i) % wholes.groups.size();
            WholeGroup whole = wholes.groups.get(number);
            if ((isSameToo || whole.grouping() != grouping)
                    && planner.joined(whole) > 0
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
        waiting = 0;
        for (int membership : whole.memberships()) {
            int decision = decisions.member(membership);
            if (draft.value(decision) == whole.group() && draft.set(decision, Decisions.NONE)) {
                homeless[waiting++] = membership;
            }
        }
        if (planner.joined(whole) == 0) {
            planner.clear(whole);
        }
    }

    /** Those in greatest need first, since whom they displace may displace others. */
    private void rehome() {
        for (int i = 0; i < MOST_REHOMED && waiting > 0; i++) {
            int place = 0;
            for (int other = 1; other < waiting; other++) {
                place = wholes.need[homeless[other]] > wholes.need[homeless[place]] ? other : place;
            }
            int membership = homeless[place];
            homeless[place] = homeless[--waiting];
            if (draft.value(decisions.member(membership)) == Decisions.NONE) {
                rehome(membership);
            }
        }
    }

    /** Takes a place to spare, or that of whoever needs it least of all who need it less, in a group whose times suit; else in any. */
    private void rehome(int membership) {
        int least = wholes.need[membership];
        int displaced = -1;
        int home = WholeGroups.NONE;
        boolean isMended = random.nextInt(3) == 0;
        int offset = random.nextInt(wholes.groups.size());
        for (int i = 0; i < wholes.groups.size() && least > 0; i++) {
            int number = (offset + i) % wholes.groups.size();
            WholeGroup whole = wholes.groups.get(number);
            int joined = draft.allows(decisions.member(membership), whole.group()) ? planner.joined(whole) : 0;
            if (joined == 0) {
                continue;
            }
            boolean isFull = joined >= wholes.groupings.get(whole.grouping()).largest();
            int weakest = isFull ? leastInNeed(whole) : -1;
            int price = isFull ? weakest < 0 ? least : wholes.need[weakest] : 0;
            if (price < least && (isMended || planner.suits(whole, membership))) {
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
            homeless[waiting++] = displaced;
        }
        draft.set(decisions.member(membership), wholes.groups.get(home).group());
        planner.mend(wholes.groups.get(home));
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
