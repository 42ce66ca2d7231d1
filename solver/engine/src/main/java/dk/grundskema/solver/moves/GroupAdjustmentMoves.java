package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Small moves of whole groups: change one session, swap two students or change one staff member, and adjust only what
 * no longer fits.
 */
final class GroupAdjustmentMoves {
    private static final int TRIES = 8;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;

    GroupAdjustmentMoves(
            WholeGroups wholes,
            Blueprint blueprint,
            DecisionOverlay draft,
            RandomGenerator random,
            GroupPlanner planner) {
        this.wholes = wholes;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.planner = planner;
    }

    /**
     * Moves one session, sometimes two, to a random time at which all participants are free, possibly on a day on which
     * the group already meets.
     */
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

    /** Swaps two students of different groups. */
    void swapStudents() {
        int one = anyStudentWithGroup(random.nextInt(wholes.student.length));
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
                    planner.completeGroup(first);
                    planner.completeGroup(second);
                }
                return;
            }
        }
    }

    /** Reassigns a seat of a group; if the new holder comes from another group's seat, the two holders are swapped. */
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
            planner.completeGroup(whole);
            return;
        }
        int otherSeat = any(other.seats());
        int after = draft.value(decisions.seat(otherSeat));
        if (after != before
                && draft.allows(decisions.seat(otherSeat), before)
                && draft.set(decisions.seat(seat), after)) {
            draft.set(decisions.seat(otherSeat), before);
            planner.completeGroup(whole);
            planner.completeGroup(other);
        }
    }

    private @Nullable WholeGroup anyGroup() {
        int membership = anyStudentWithGroup(random.nextInt(wholes.student.length));
        return membership < 0 ? null : groupOf(membership);
    }

    /**
     * Returns the first membership from the given position on whose student is in a whole group; -1 if there is none.
     */
    private int anyStudentWithGroup(int from) {
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
