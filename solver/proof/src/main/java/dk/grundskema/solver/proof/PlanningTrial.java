package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.proof.FormulaSolver.Answer;
import dk.grundskema.solver.proof.FormulaSolver.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Confirms before planning that all seats whose time is known can be filled together: by a solution of the exact model, evaluated fact by fact, whose
 * duties the independent checker accepts. The checker is needed because the model allows more than the rules in places, such as the agreed shorter
 * rests.
 */
final class PlanningTrial {
    private static final int MOST_ATTEMPTS = 20;

    /** Rules about the duties of people. The plan of the trial has no rooms, subjects and groups, so other rules mean nothing in it. */
    private static final Set<String> DUTY_RULES = Set.of(
            "core.person-in-two-places",
            "core.staff-unavailable",
            "core.travel-time",
            "core.daily-rest",
            "core.weekly-rest",
            "core.daily-hours",
            "core.weekly-hours",
            "core.average-hours",
            "core.long-day",
            "core.rest-between-dates",
            "core.free-dates",
            "core.exclusive-on-one-date");

    private final TimetableChecker checker;
    private final Function<Problem, List<Demand>> demands;
    private final ProofLimits.Budget budget;

    PlanningTrial(TimetableChecker checker, Function<Problem, List<Demand>> demands, ProofLimits.Budget budget) {
        this.checker = checker;
        this.demands = demands;
        this.budget = budget;
    }

    /** Returns a plan of the duties; empty also if none was found within the limits. */
    Optional<Timetable> find(Problem problem) {
        List<Demand> expanded = demands.apply(problem);
        StaffingCase input = StaffingCase.beforePlanning(problem, expanded);
        // Seats that are alike have variables of their own here, so that a solution names the holder of each.
        var model = new StaffingModel(input, StaffingProof.seats(input, null, SeatNeed::required), SeatNeed::required);
        Set<ProofFact> facts = model.formula().facts();
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !budget.isOver(); attempt++) {
            Answer answer = FormulaSolver.solve(model.formula(), facts, true, budget);
            if (answer.state() != State.SATISFIABLE || !model.formula().isSatisfiedBy(answer.values(), facts)) {
                return Optional.empty();
            }
            Map<SeatNeed, StaffId> holders = model.holders(answer.values());
            Timetable plan = plan(problem, expanded, holders);
            List<RuleViolation> faults = faults(problem, plan);
            if (faults.isEmpty()) {
                return Optional.of(plan);
            }
            faults.forEach(fault -> exclude(model, answer.values(), fault));
        }
        return Optional.empty();
    }

    /** Returns whether a plan that was found keeps the rules of another problem too. */
    boolean isKept(Problem problem, Timetable plan) {
        return faults(problem, plan).isEmpty();
    }

    private List<RuleViolation> faults(Problem problem, Timetable plan) {
        return checker.checkRules(problem, plan).stream()
                .filter(fault -> DUTY_RULES.contains(fault.rule()))
                .toList();
    }

    /** Excludes the duties of people who break a rule according to the checker. */
    private static void exclude(StaffingModel model, boolean[] values, RuleViolation fault) {
        var clause = new ArrayList<Integer>();
        for (int seat = 0; seat < model.seats().size(); seat++) {
            model.candidates(seat).forEach((person, variable) -> {
                if (values[variable] && fault.arguments().contains(person)) {
                    clause.add(-variable);
                }
            });
        }
        model.formula().addClause(null, clause);
    }

    private static Timetable plan(Problem problem, List<Demand> demands, Map<SeatNeed, StaffId> holders) {
        Map<SessionId, Map<Integer, StaffId>> bySession = new HashMap<>();
        holders.forEach((seat, person) -> seat.sessions()
                .forEach(session -> bySession
                        .computeIfAbsent(session, any -> new HashMap<>())
                        .put(seat.place(), person)));
        var meetings = new ArrayList<Meeting>();
        for (Demand demand : demands) {
            for (Session session : demand.sessions()) {
                Map<Integer, StaffId> held = bySession.get(session.id());
                if (held != null) {
                    timeOf(problem, session).ifPresent(time -> meetings.add(meeting(session, time, held)));
                }
            }
        }
        return new Timetable(
                Problem.VERSION,
                "",
                problem.horizon().zone(),
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(),
                meetings,
                List.of(),
                List.of());
    }

    private static Optional<MeetingTime> timeOf(Problem problem, Session session) {
        return StaffingCase.knownTime(session, StaffingCase.locks(problem));
    }

    private static Meeting meeting(Session session, MeetingTime time, Map<Integer, StaffId> held) {
        var seats = new ArrayList<MeetingSeat>();
        int last = held.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int place = 0; place <= last; place++) {
            @Nullable StaffId holder = held.get(place);
            seats.add(new MeetingSeat("", holder, true, false));
        }
        return new Meeting(
                session.id(),
                null,
                Collections.emptySortedSet(),
                session.intervention(),
                session.kind(),
                "",
                session.title(),
                "",
                time.weeks(),
                time.weekday(),
                time.start(),
                time.end(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                seats,
                session.workload(),
                MeetingLock.NONE);
    }
}
