package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Groups of a first plan, each built whole: members, times, rooms and people at once, whoever needs one most first. */
public final class FirstGroups {
    /** Ways to build a group around one student that are looked at. */
    private static final int WAYS = 6;

    /** Tries changes. */
    public interface Trying {
        /**
         * Tries a change of some decisions, which stand as before afterwards.
         *
         * @param changed the decisions
         * @param values  what they become
         */
        void change(int[] changed, int[] values);

        /** Makes the best of the changes since the last call, if one was better than how the plan stands. */
        void keepBest();
    }

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final Draft draft;
    private final WholeGroupMoves moves;
    private final GroupPlanner planner;

    /**
     * @param standing how decisions stand, which changes meanwhile
     */
    public FirstGroups(Terrain terrain, int[] standing, RandomGenerator random) {
        this.wholes = terrain.wholes;
        this.decisions = terrain.decisions;
        this.draft = new Draft(decisions, standing);
        this.moves = new WholeGroupMoves(wholes, terrain.blueprint, draft, random);
        this.planner = new GroupPlanner(wholes, terrain.blueprint, draft, random);
    }

    /** Decisions that are part of a group planned as a whole, by their numbers. */
    public boolean[] concerned() {
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

    /** Memberships around whose students groups are to be built, those in greatest need first. */
    public List<Integer> seeds() {
        return IntStream.range(0, wholes.groupings.size())
                .flatMap(grouping -> IntStream.of(wholes.membersOf.get(grouping)))
                .boxed()
                .sorted(Comparator.comparingInt((Integer membership) -> -wholes.need[membership]))
                .toList();
    }

    /** Plans what groups lack that have students from the start. */
    public void mend(Trying trying) {
        for (WholeGroup whole : wholes.groups) {
            draft.forget();
            if (planner.joined(whole) > 0) {
                for (int way = 0; way < WAYS; way++) {
                    draft.forget();
                    planner.mend(whole);
                    attempt(trying);
                }
                trying.keepBest();
            }
        }
    }

    /** Tries some ways to build a group around a student who has none; tries nothing if there is no empty group. */
    public void build(int membership, Trying trying) {
        for (int grouping = 0; grouping < wholes.groupings.size(); grouping++) {
            int seed = place(wholes.membersOf.get(grouping), membership);
            for (int whole : seed < 0 ? new int[0] : wholes.groupsOf.get(grouping)) {
                draft.forget();
                WholeGroup one = wholes.groups.get(whole);
                if (planner.joined(one) == 0 && draft.allows(decisions.member(membership), one.group())) {
                    for (int way = 0; way < WAYS; way++) {
                        draft.forget();
                        moves.build(grouping, whole, seed, false, Decisions.NONE);
                        attempt(trying);
                    }
                    trying.keepBest();
                    return;
                }
            }
        }
    }

    private static int place(int[] members, int membership) {
        for (int place = 0; place < members.length; place++) {
            if (members[place] == membership) {
                return place;
            }
        }
        return -1;
    }

    private void attempt(Trying trying) {
        PlanMove move = draft.move(MoveKind.BUILD_GROUP);
        if (move != null) {
            move.tell(trying);
        }
    }
}
