package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Moves of students between groups. */
final class GroupMembershipMoves {
    private final OpenDecisionIndex openDecisions;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;

    GroupMembershipMoves(OpenDecisionIndex openDecisions, DecisionOverlay draft, RandomGenerator random) {
        this.openDecisions = openDecisions;
        this.decisions = openDecisions.decisions;
        this.draft = draft;
        this.random = random;
    }

    private int any(int[] list) {
        return list[random.nextInt(list.length)];
    }

    void changeGroup() {
        int decision = decisions.member(any(openDecisions.openMembers));
        draft.set(decision, any(decisions.range(decision)));
    }

    void swapGroups() {
        int[] members = openDecisions.membersOfGrouping[random.nextInt(openDecisions.membersOfGrouping.length)];
        int one = decisions.member(any(members));
        int other = decisions.member(any(members));
        int first = draft.value(one);
        int second = draft.value(other);
        if (draft.allows(one, second) && draft.allows(other, first)) {
            draft.set(one, second);
            draft.set(other, first);
        }
    }

    /**
     * Redistributes the students of two groups at random; the group sizes stay the same unless a student may not join a
     * group.
     */
    void dissolveGroups() {
        int[] members = openDecisions.membersOfGrouping[random.nextInt(openDecisions.membersOfGrouping.length)];
        int one = draft.value(decisions.member(any(members)));
        int other = draft.value(decisions.member(any(members)));
        if (one == other || one == Decisions.NONE || other == Decisions.NONE) {
            return;
        }
        int[] assignedGroups = new int[members.length];
        int count = 0;
        int places = 0;
        for (int member : members) {
            int group = draft.value(decisions.member(member));
            if (group == one || group == other) {
                assignedGroups[count++] = member;
                places += group == one ? 1 : 0;
            }
        }
        for (int i = 0; i < count; i++) {
            int swap = i + random.nextInt(count - i);
            int member = assignedGroups[swap];
            assignedGroups[swap] = assignedGroups[i];
            assignedGroups[i] = member;
            int group = i < places ? one : other;
            if (draft.allows(decisions.member(member), group)) {
                draft.set(decisions.member(member), group);
            }
        }
    }
}
