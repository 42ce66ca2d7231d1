package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Small moves of groups that are planned whole: one session, two students or one of the staff change, and only what then can't stay. */
final class GroupTouches {
    private static final int TRIES = 8;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;

    GroupTouches(WholeGroups wholes, Blueprint blueprint, Draft draft, RandomGenerator random, GroupPlanner planner) {
        this.wholes = wholes;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.planner = planner;
    }

    /** A session, sometimes two, is held at any other time at which everybody needed is free, also on a day on which the group meets already. */
    void moveSession() {
        WholeGroup whole = anyGroup();
        if (whole == null) {
            return;
        }
        int many = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < many; i++) {
            planner.moveSession(whole, any(whole.sessions()));
        }
    }

    /** Two students of two groups exchange their places. */
    void swapStudents() {
        int one = anyServed(random.nextInt(wholes.student.length));
        if (one < 0) {
            return;
        }
        WholeGroup first = groupOf(one);
        for (int i = 0; first != null && i < TRIES; i++) {
            int other = any(first.memberships());
            WholeGroup second = groupOf(other);
            if (second != null
                    && second.group() != first.group()
                    && draft.allows(decisions.member(one), second.group())) {
                boolean isSwapped = draft.set(decisions.member(one), second.group())
                        && draft.set(decisions.member(other), first.group());
                if (isSwapped) {
                    planner.mend(first);
                    planner.mend(second);
                }
                return;
            }
        }
    }

    /** A seat of a group gets somebody else, who may come from another group's seat and then exchanges with that one. */
    void changeTutor() {
        WholeGroup whole = anyGroup();
        if (whole == null || whole.seats().length == 0) {
            return;
        }
        int seat = any(whole.seats());
        int[] range = decisions.range(decisions.seat(seat));
        int before = draft.value(decisions.seat(seat));
        WholeGroup other = random.nextBoolean() ? anyGroup() : null;
        if (other == null || other.group() == whole.group() || other.seats().length == 0) {
            draft.set(decisions.seat(seat), any(range));
            planner.mend(whole);
            return;
        }
        int otherSeat = any(other.seats());
        int after = draft.value(decisions.seat(otherSeat));
        if (after != before
                && draft.allows(decisions.seat(otherSeat), before)
                && draft.set(decisions.seat(seat), after)) {
            draft.set(decisions.seat(otherSeat), before);
            planner.mend(whole);
            planner.mend(other);
        }
    }

    private @Nullable WholeGroup anyGroup() {
        int membership = anyServed(random.nextInt(wholes.student.length));
        return membership < 0 ? null : groupOf(membership);
    }

    /** Somebody who is in such a group, the first to be found from a place on; -1 if nobody is. */
    private int anyServed(int from) {
        for (int i = 0; i < wholes.student.length; i++) {
            int membership = (from + i) % wholes.student.length;
            if (groupOf(membership) != null) {
                return membership;
            }
        }
        return -1;
    }

    private @Nullable WholeGroup groupOf(int membership) {
        int group = draft.value(decisions.member(membership));
        int whole = group == Decisions.NONE ? WholeGroups.NONE : wholes.wholeOf[group];
        return whole == WholeGroups.NONE ? null : wholes.groups.get(whole);
    }

    private int any(int[] list) {
        return list[random.nextInt(list.length)];
    }
}
