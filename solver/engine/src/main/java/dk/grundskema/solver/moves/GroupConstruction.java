package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Builds the groups of the initial plan as a whole: members, times, rooms and staff together, students with the
 * greatest need first.
 */
public final class GroupConstruction {
    /** Number of random variants evaluated per group. */
    private static final int VARIANTS_PER_GROUP = 6;

    /** Evaluates changes. */
    public interface ChangeEvaluator {
        /**
         * Evaluates a change of several decisions and reverts it.
         *
         * @param changed the decisions
         * @param values their new values
         */
        void evaluateChange(int[] changed, int[] values);

        /** Applies the best change since the last call, if it improves the plan. */
        void applyBest();
    }

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final WholeGroupMoves moves;
    private final GroupPlanner planner;

    /** @param currentValues current values of all decisions, which may change between calls */
    public GroupConstruction(OpenDecisionIndex openDecisions, int[] currentValues, RandomGenerator random) {
        this.wholes = openDecisions.wholes;
        this.decisions = openDecisions.decisions;
        this.draft = new DecisionOverlay(decisions, currentValues);
        this.moves = new WholeGroupMoves(wholes, openDecisions.blueprint, draft, random);
        this.planner = new GroupPlanner(wholes, openDecisions.blueprint, draft, random);
    }

    /** Returns for each decision whether it belongs to a whole group. */
    public boolean[] decisionsOfGroups() {
        boolean[] concerned = new boolean[decisions.count()];
        for (WholeGroup whole : wholes.groups) {
            for (int session : whole.sessions()) {
                concerned[decisions.slot(session)] = true;
                concerned[decisions.room(session)] = true;
            }
            for (int seat : whole.seats()) {
                concerned[decisions.seat(seat)] = true;
            }
            for (int membership : whole.memberships()) {
                concerned[decisions.member(membership)] = true;
            }
        }
        return concerned;
    }

    /** Returns the memberships to build groups around, in descending order of need. */
    public List<Integer> seedMemberships() {
        return IntStream.range(0, wholes.groupings.size())
                .flatMap(grouping -> IntStream.of(wholes.membersOf.get(grouping)))
                .boxed()
                .sorted(Comparator.comparingInt((Integer membership) -> -wholes.need[membership]))
                .toList();
    }

    /** Completes the groups that already have students. */
    public void completeGroups(ChangeEvaluator trying) {
        for (WholeGroup whole : wholes.groups) {
            draft.clear();
            if (planner.memberCount(whole) > 0) {
                for (int way = 0; way < VARIANTS_PER_GROUP; way++) {
                    draft.clear();
                    planner.completeGroup(whole);
                    evaluateDraft(trying);
                }
                trying.applyBest();
            }
        }
    }

    /** Evaluates variants of a new group around a student; does nothing if there is no empty group. */
    public void buildGroup(int membership, ChangeEvaluator trying) {
        for (int grouping = 0; grouping < wholes.groupings.size(); grouping++) {
            int seed = placeOf(wholes.membersOf.get(grouping), membership);
            for (int whole : seed < 0 ? new int[0] : wholes.groupsOf.get(grouping)) {
                draft.clear();
                WholeGroup one = wholes.groups.get(whole);
                if (planner.memberCount(one) == 0 && draft.allows(decisions.member(membership), one.group())) {
                    for (int way = 0; way < VARIANTS_PER_GROUP; way++) {
                        draft.clear();
                        moves.buildGroup(grouping, whole, seed, false, Decisions.NONE);
                        evaluateDraft(trying);
                    }
                    trying.applyBest();
                    return;
                }
            }
        }
    }

    private static int placeOf(int[] members, int membership) {
        for (int place = 0; place < members.length; place++) {
            if (members[place] == membership) {
                return place;
            }
        }
        return -1;
    }

    private void evaluateDraft(ChangeEvaluator trying) {
        if (draft.countChanges() > 0) {
            int[] changed =
                    IntStream.range(0, draft.count()).map(draft::decision).toArray();
            trying.evaluateChange(
                    changed, IntStream.of(changed).map(draft::value).toArray());
        }
    }
}
