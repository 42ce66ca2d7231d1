package dk.grundskema.solver.bound;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.SleepingSessionIndex;
import dk.grundskema.solver.registry.EngineSignal;
import dk.grundskema.solver.score.CompiledRules.RuledScope;
import dk.grundskema.solver.spi.ScopeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a local rule's opaque cost function into a tree of the decisions that it reads: the function is called with no decision known, and each
 * decision that it reads is tried with all its values. Not thread-safe.
 */
final class LocalRuleExplorer {
    /** Maximum calls of a cost function for one scope. */
    private static final int MOST_CALLS = 600;

    /** What a scope costs, depending on decisions. */
    sealed interface Tree {
        /** @param cost unweighted cost, 0 or more */
        record Leaf(long cost) implements Tree {}

        /**
         * @param decision the decision
         * @param branches what follows, and the values of the decision that lead there
         */
        record Node(int decision, Map<Tree, List<Integer>> branches) implements Tree {}
    }

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final SleepingSessionIndex sleepers;
    private final int[] fixed;

    LocalRuleExplorer(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.sleepers = new SleepingSessionIndex(blueprint);
        this.fixed = decisions.startValues();
    }

    /** Returns what a scope costs; empty if that depends on too many decisions or on something that is not modelled. */
    Optional<Tree> explore(RuledScope scope) {
        try {
            return Optional.of(new Exploration(scope).explore());
        } catch (NotExplorable e) {
            return Optional.empty();
        }
    }

    /** The cost depends on something that is not modelled. An error, because a rule's own exceptions are runtime exceptions and end the work. */
    private static final class NotExplorable extends EngineSignal {
        private static final long serialVersionUID = 1;
    }

    /** The cost depends on a decision that has no value yet; an error like {@link NotExplorable}. */
    private static final class UnknownDecision extends EngineSignal {
        private static final long serialVersionUID = 1;
        private final int decision;

        UnknownDecision(int decision) {
            this.decision = decision;
        }
    }

    private final class Exploration implements ScopeView {
        private final RuledScope scope;
        private final Map<Integer, Integer> known = new HashMap<>();
        private int calls;

        Exploration(RuledScope scope) {
            this.scope = scope;
        }

        Tree explore() {
            if (++calls > MOST_CALLS) {
                throw new NotExplorable();
            }
            long[] cost = {0};
            try {
                scope.cost().charge(scope.scope().scope(), this, (amount, who, what, where) -> cost[0] += amount);
                return new Tree.Leaf(cost[0]);
            } catch (UnknownDecision e) {
                return branch(e.decision);
            }
        }

        private Tree branch(int decision) {
            Map<Tree, List<Integer>> branches = new LinkedHashMap<>();
            tryValue(decision, Decisions.NONE, branches);
            for (int value : decisions.range(decision)) {
                tryValue(decision, value, branches);
            }
            known.remove(decision);
            return branches.size() == 1 ? branches.keySet().iterator().next() : new Tree.Node(decision, branches);
        }

        private void tryValue(int decision, int value, Map<Tree, List<Integer>> branches) {
            known.put(decision, value);
            branches.computeIfAbsent(explore(), fresh -> new ArrayList<>()).add(value);
        }

        private int value(int decision) {
            if (!decisions.isOpen(decision)) {
                return fixed[decision];
            }
            Integer value = known.get(decision);
            if (value == null) {
                throw new UnknownDecision(decision);
            }
            return value;
        }

        private int awakeSession(int session) {
            int number = scope.scope().sessions()[session];
            if (sleepers.canSleep(number)) {
                throw new NotExplorable();
            }
            return number;
        }

        @Override
        public @Nullable MeetingTime time(int session) {
            int number = awakeSession(session);
            if (blueprint.isGuest(number)) {
                throw new NotExplorable();
            }
            int slot = value(decisions.slot(number));
            return slot == Decisions.NONE ? null : blueprint.times().get(number).get(slot);
        }

        @Override
        public @Nullable Room room(int session) {
            int room = value(decisions.room(awakeSession(session)));
            return room == Decisions.NONE ? null : blueprint.rooms().get(room);
        }

        @Override
        public int guestCount(int session) {
            throw new NotExplorable();
        }

        @Override
        public Session guest(int session, int guest) {
            throw new NotExplorable();
        }

        @Override
        public int seatCount(int session) {
            return blueprint.seatsOf()[scope.scope().sessions()[session]].length;
        }

        @Override
        public Seat seat(int session, int seat) {
            return blueprint.seats().get(blueprint.seatsOf()[scope.scope().sessions()[session]][seat]);
        }

        @Override
        public @Nullable StaffMember holder(int session, int seat) {
            int holder = holderIndex(session, seat);
            return holder == Decisions.NONE ? null : blueprint.staff().get(holder);
        }

        @Override
        public int holderIndex(int session, int seat) {
            return value(decisions.seat(blueprint.seatsOf()[awakeSession(session)][seat]));
        }

        @Override
        public int studentCount(int session) {
            throw new NotExplorable();
        }

        @Override
        public boolean isAsleep(int session) {
            awakeSession(session);
            return false;
        }

        @Override
        public Student student(int group, int place) {
            throw new NotExplorable();
        }

        @Override
        public int groupSize(int group) {
            throw new NotExplorable();
        }

        @Override
        public @Nullable GroupId joinedGroup(int membership) {
            int group = value(decisions.member(scope.scope().memberships()[membership]));
            return group == Decisions.NONE
                    ? null
                    : blueprint.groups().get(group).id();
        }
    }
}
