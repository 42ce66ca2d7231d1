package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.MemberWeeks;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.IdIndex;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A problem compiled for manual changes. Every decision keeps its full range despite locks; values outside the ranges that interventions allow are
 * added through locks, the only way to allow them. Plans that differ only in their locks share one instance. Thread-safe; calls are serialized.
 */
final class EditableProblem {
    private final PreparedPlan plan;
    private final List<MemberLock> memberLocks;
    private final ScoreState state;
    private final TimetableBuilder maker;
    private final IdIndex<SeatId> seats;

    private EditableProblem(PreparedPlan plan, List<MemberLock> memberLocks) {
        this.plan = plan;
        this.memberLocks = memberLocks;
        this.state = new ScoreState(plan.rules());
        this.maker = new TimetableBuilder(plan.blueprint());
        this.seats = new IdIndex<>(plan.blueprint().seats(), Seat::id);
    }

    /**
     * Compiles a problem so that a timetable can be edited.
     *
     * @param timetable the plan
     * @param choices values outside the regular ranges that the plan has or is to get
     */
    static EditableProblem of(
            PluginRegistry plugins,
            Problem problem,
            List<Demand> demands,
            Timetable timetable,
            OutOfRangeChoices choices) {
        Blueprint blueprint = blueprint(problem, demands, choices);
        return new EditableProblem(
                PreparedPlan.of(plugins, blueprint, MemberWeeks.ofAll(problem, demands, timetable), null),
                problem.memberLocks());
    }

    /**
     * Indexes a problem so that its decisions can have the values of a timetable; the other arguments are those of {@link #of}.
     */
    static Blueprint blueprint(Problem problem, List<Demand> demands, OutOfRangeChoices choices) {
        List<SessionLock> locks = choices.locks();
        Blueprint blueprint = BlueprintBuilder.build(problem.withLocks(locks, problem.memberLocks()), demands);
        return choices.addBusyHolders(blueprint)
                ? BlueprintBuilder.build(problem.withLocks(choices.locks(), problem.memberLocks()), demands)
                : blueprint;
    }

    /** Whether this instance was compiled with the given member locks. */
    boolean hasMemberLocks(List<MemberLock> others) {
        return memberLocks.equals(others);
    }

    /** Whether a decision may take a value here. A seat or a room may be left empty even if it is locked. */
    boolean allows(int decision, int value) {
        if (value != Decisions.NONE) {
            return decisions().allows(decision, value);
        }
        return switch (decisions().kind(decision)) {
            case SEAT, ROOM -> true;
            case SLOT, MEMBER -> decisions().isOpen(decision) || decisions().startValues()[decision] == Decisions.NONE;
        };
    }

    /** Reads the decisions of a timetable, like {@link TimetableDecisions#read}. */
    int[] readDecisions(Problem problem, Timetable timetable) {
        return TimetableDecisions.read(blueprint(), problem, timetable);
    }

    /** Runs a query on the score state for the given values, exclusively. */
    synchronized <T> T withState(int[] values, StateQuery<T> trying) {
        for (int decision = 0; decision < values.length; decision++) {
            state.set(decision, values[decision]);
        }
        state.settle();
        return trying.evaluate(state);
    }

    /** A query on the score state. It may change the state and need not restore it. */
    interface StateQuery<T> {
        /** Evaluates the query on the state. */
        T evaluate(ScoreState state);
    }

    /** Returns the penalty of each rule and the score. */
    RulePenalties computePenalties(int[] values) {
        return withState(values, settled -> {
            var penalties = new long[rules().rules().size()];
            for (int rule = 0; rule < penalties.length; rule++) {
                penalties[rule] = settled.penalty(rule);
            }
            return new RulePenalties(penalties, settled.score());
        });
    }

    /** Returns the ids of the rules of which some charge may differ between two plans: all of them if the second one has other choices than this problem. */
    Set<String> changedRules(int[] before, int[] after) {
        boolean isComparable = before.length == after.length
                && IntStream.range(0, before.length)
                        .allMatch(decision -> before[decision] == after[decision]
                                || decisions().allows(decision, after[decision]));
        IntPredicate mayDiffer = rule -> true;
        if (isComparable) {
            BitSet changed = withState(before, state -> {
                state.forgetPenaltyChanges();
                for (int decision = 0; decision < after.length; decision++) {
                    state.set(decision, after[decision]);
                }
                state.settle();
                return IntStream.range(0, rules().rules().size())
                        .filter(state::hasPenaltyChanged)
                        .collect(BitSet::new, BitSet::set, BitSet::or);
            });
            mayDiffer = changed::get;
        }
        return IntStream.range(0, rules().rules().size())
                .filter(mayDiffer)
                .mapToObj(rule -> rules().rules().get(rule).type().id())
                .collect(Collectors.toSet());
    }

    /**
     * Penalties of a plan.
     *
     * @param penalties of each rule by its number
     * @param score the score of the plan
     */
    record RulePenalties(long[] penalties, Score score) {
        long penalty(int rule) {
            return penalties[rule];
        }
    }

    /** Returns the matches of selected rules, evaluated from scratch. */
    PlanEvaluation evaluate(int[] values, IntPredicate asked) {
        return PlanEvaluation.of(rules(), values, asked);
    }

    /** Returns what each rule costs, evaluated from scratch. */
    List<RuleResult> results(int[] values) {
        return evaluate(values, rule -> true).results();
    }

    Level level(int rule) {
        return rules().rules().get(rule).type().level();
    }

    CompiledRules rules() {
        return plan.rules();
    }

    Blueprint blueprint() {
        return plan.blueprint();
    }

    Decisions decisions() {
        return plan.blueprint().decisions();
    }

    Problem problem() {
        return plan.blueprint().problem();
    }

    TimetableBuilder timetableBuilder() {
        return maker;
    }

    IdIndex<SeatId> seatIndex() {
        return seats;
    }
}
