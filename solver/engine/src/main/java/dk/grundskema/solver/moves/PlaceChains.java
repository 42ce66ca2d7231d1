package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * A student without a group takes a place in one whose times suit, whoever has to go for it takes one in another, and so on, until a place was
 * free or somebody is left out who needs one less. Single steps of it cost as much need as they serve, so that a search would seldom take them.
 */
final class PlaceChains {
    private static final int LONGEST = 4;
    private static final int TRIES = 12;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;

    PlaceChains(WholeGroups wholes, Decisions decisions, Draft draft, RandomGenerator random, GroupPlanner planner) {
        this.wholes = wholes;
        this.decisions = decisions;
        this.draft = draft;
        this.random = random;
        this.planner = planner;
    }

    /** Passes places on from one to the next; nothing happens if nobody is without a group or no group suits. */
    void passOn() {
        int first = anyUnserved();
        int joining = first;
        for (int length = 0; joining >= 0 && length < LONGEST; length++) {
            int whole = suiting(joining, length == 0 && random.nextInt(3) == 0);
            if (whole == WholeGroups.NONE) {
                return;
            }
            joining = enter(joining, wholes.groups.get(whole), wholes.need[first]);
        }
    }

    /** Of a few students without a group the one in greatest need; -1 if there is none among those who are looked at. */
    private int anyUnserved() {
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

    /** Any group with students that a student may join and is free for; one whose times don't suit will do, too, if asked for. */
    private int suiting(int membership, boolean isAny) {
        int offset = random.nextInt(wholes.groups.size());
        for (int i = 0; i < wholes.groups.size(); i++) {
            int number = (offset + i) % wholes.groups.size();
            WholeGroup whole = wholes.groups.get(number);
            int decision = decisions.member(membership);
            if (draft.value(decision) != whole.group()
                    && draft.allows(decision, whole.group())
                    && planner.joined(whole) > 0
                    && (isAny || planner.suits(whole, membership))) {
                return number;
            }
        }
        return WholeGroups.NONE;
    }

    /** Takes a place, and makes it free if there is none to spare; returns who had it if somebody is to find another one, else -1. */
    private int enter(int membership, WholeGroup whole, int need) {
        int size = planner.joined(whole);
        draft.set(decisions.member(membership), whole.group());
        int next = -1;
        if (size >= wholes.groupings.get(whole.grouping()).largest()) {
            int leaving = leaving(whole, membership);
            if (leaving >= 0) {
                draft.set(decisions.member(leaving), Decisions.NONE);
                next = wholes.need[leaving] < need ? -1 : leaving;
            }
        }
        planner.mend(whole);
        return next;
    }

    /** Who leaves a group: mostly whoever needs it least. */
    private int leaving(WholeGroup whole, int not) {
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
