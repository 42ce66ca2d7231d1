package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.Evaluation;
import dk.grundskema.solver.mapping.BlueprintMaker;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.mapping.TimetableMaker;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Numbers;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A problem compiled for changes by hand: every decision has all its choices, whatever the planner fixed; what stands otherwise than the
 * interventions would choose is held there by a lock, as it is in no other way possible. Several plans that differ in locks alone are tried on
 * one. Safe to use from several threads: one is served at a time.
 */
final class Bench {
    private final PreparedPlan plan;
    private final List<MemberLock> memberLocks;
    private final ScoreState state;
    private final TimetableMaker maker;
    private final Numbers<SeatId> seats;

    private Bench(PreparedPlan plan, List<MemberLock> memberLocks) {
        this.plan = plan;
        this.memberLocks = memberLocks;
        this.state = new ScoreState(plan.rules());
        this.maker = new TimetableMaker(plan.blueprint());
        this.seats = new Numbers<>(plan.blueprint().seats(), Seat::id);
    }

    /**
     * Compiles a problem so that a timetable can be changed on it.
     *
     * @param standing what isn't among the choices but is so, or is to be so
     */
    static Bench of(PluginRegistry plugins, Problem problem, List<Demand> demands, Unchosen standing) {
        List<SessionLock> locks = standing.locks();
        Blueprint blueprint = BlueprintMaker.make(problem.locked(locks, problem.memberLocks()), demands);
        if (standing.addBusy(blueprint)) {
            blueprint = BlueprintMaker.make(problem.locked(standing.locks(), problem.memberLocks()), demands);
        }
        return new Bench(PreparedPlan.of(plugins, blueprint, null), problem.memberLocks());
    }

    /** Whether plans can be tried here in which those are locked to groups. */
    boolean isFor(List<MemberLock> others) {
        return memberLocks.equals(others);
    }

    /** Whether a decision can be taken so here. A seat or a room can be left empty even where a lock holds it. */
    boolean allows(int decision, int value) {
        if (value != Decisions.NONE) {
            return decisions().allows(decision, value);
        }
        return switch (decisions().kind(decision)) {
            case SEAT, ROOM -> true;
            case SLOT, MEMBER -> decisions().isOpen(decision) || decisions().startValues()[decision] == Decisions.NONE;
        };
    }

    /** How decisions stand in a timetable; what sleeps stands as it is locked. */
    int[] values(Problem problem, Timetable timetable) {
        int[] values = ReferenceReader.values(blueprint(), timetable);
        for (SessionLock lock : problem.locks()) {
            int session = blueprint().index().session().find(lock.sessionId());
            if (session >= 0 && blueprint().sessions().get(session).awakeWith() != null) {
                asleep(session, lock, timetable, values);
            }
        }
        return values;
    }

    private void asleep(int session, SessionLock lock, Timetable timetable, int[] values) {
        Session one = blueprint().sessions().get(session);
        if (timetable.meetings().stream()
                .anyMatch(meeting -> meeting.sessionId().equals(one.id()))) {
            return;
        }
        if (lock.time() != null) {
            take(decisions().slot(session), blueprint().times().get(session).indexOf(lock.time()), values);
        }
        if (lock.roomId() != null) {
            take(decisions().room(session), blueprint().index().room().find(lock.roomId()), values);
        }
        for (SeatLock seat : lock.seats()) {
            int place = seat.position() - problem().seatsBefore(one);
            StaffId who = seat.staffId();
            if (place >= 0 && place < blueprint().seatsOf()[session].length && who != null) {
                int number = blueprint().seatsOf()[session][place];
                take(decisions().seat(number), blueprint().index().staff().find(who), values);
            }
        }
    }

    private void take(int decision, int value, int[] values) {
        if (value >= 0 && values[decision] == Decisions.NONE && decisions().allows(decision, value)) {
            values[decision] = value;
        }
    }

    /** Tries something on the state as it is when decisions stand so; nobody else does meanwhile. */
    synchronized <T> T at(int[] values, Trying<T> trying) {
        for (int decision = 0; decision < values.length; decision++) {
            state.set(decision, values[decision]);
        }
        state.settle();
        return trying.on(state);
    }

    /** What is tried on a state; it need not be put back. */
    interface Trying<T> {
        /** Looks at the state, and changes it. */
        T on(ScoreState state);
    }

    /** What each rule charges and how good that is. */
    Standings standings(int[] values) {
        return at(values, settled -> {
            var penalties = new long[rules().rules().size()];
            for (int rule = 0; rule < penalties.length; rule++) {
                penalties[rule] = settled.penalty(rule);
            }
            return new Standings(penalties, settled.score());
        });
    }

    /**
     * What rules charge.
     *
     * @param penalties of each rule by its number
     * @param score     all together
     */
    record Standings(long[] penalties, Score score) {
        long penalty(int rule) {
            return penalties[rule];
        }
    }

    /** Where some rules charge something, read from scratch. */
    Evaluation evaluate(int[] values, IntPredicate asked) {
        return Evaluation.of(rules(), values, asked);
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

    TimetableMaker maker() {
        return maker;
    }

    Numbers<SeatId> seats() {
        return seats;
    }
}
