package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.StaffRestReport;
import dk.grundskema.solver.check.StaffingResult;
import dk.grundskema.solver.check.TimetableChecker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Explains what speaks against each candidate of a seat: the independent checker judges the plan with that change. What would
 * have to change is found by exact search, which needs CP-SAT's library. */
public final class CandidateExplainer {
    private static final String CLASH = "core.person-in-two-places";

    private static final String UNAVAILABLE = "core.staff-unavailable";

    private static final Set<String> TOLD_IN_DETAIL = Set.of(CLASH, "core.daily-rest", "core.weekly-rest");

    private static final ProofLimits LIMITS = new ProofLimits(1, null);

    private final Problem problem;
    private final Timetable timetable;
    private final StaffingCase input;
    private final TimetableChecker checker;
    private final CpSatLibrary library;
    private final ViolationAmounts before;
    private final Map<StaffId, StaffRestReport> restsBefore = new HashMap<>();

    /**
     * @param problem   the problem
     * @param demands   demands of its interventions
     * @param timetable a timetable of it that refers to nothing unknown
     * @param checker   the independent checker
     * @param library   CP-SAT's library; without it nothing is said about what would have to change
     */
    public CandidateExplainer(
            Problem problem,
            List<Demand> demands,
            Timetable timetable,
            TimetableChecker checker,
            CpSatLibrary library) {
        this.problem = problem;
        this.timetable = timetable;
        this.input = StaffingCase.ofTimetable(problem, demands, timetable);
        this.checker = checker;
        this.library = library;
        this.before = new ViolationAmounts(checker.checkRules(problem, timetable));
        checker.rests(problem, timetable).forEach(rests -> restsBefore.put(rests.staff(), rests));
    }

    /** Returns the seats of a meeting without what would have to change; empty if it has none or is not in the timetable. */
    public List<SeatCandidateReport> explain(SessionId meeting) {
        return explain(meeting, false);
    }

    /** Returns the seats of a meeting with what would have to change, which takes an exact search for each candidate. */
    public List<SeatCandidateReport> explainWithCounterfactuals(SessionId meeting) {
        return explain(meeting, library.isAvailable());
    }

    private List<SeatCandidateReport> explain(SessionId meeting, boolean withCounterfactuals) {
        return input.seats().stream()
                .filter(seat -> seat.sessions().contains(meeting))
                .map(seat -> new SeatCandidateReport(
                        meeting,
                        seat.place() + 1,
                        seat.role(),
                        seat.holder(),
                        elsewhere(seat),
                        seat.candidates().stream()
                                .filter(person -> !person.equals(seat.holder()))
                                .map(person -> candidate(seat, person, withCounterfactuals))
                                .toList()))
                .toList();
    }

    private SeatCandidateReport.Candidate candidate(SeatNeed seat, StaffId person, boolean withCounterfactuals) {
        Map<SessionId, Map<Integer, Optional<StaffId>>> change = new HashMap<>();
        seat.sessions().forEach(session -> change.put(session, Map.of(seat.place(), Optional.of(person))));
        Timetable changed = SeatEditor.withHolders(timetable, change);
        StaffingResult after = checker.checkStaffing(problem, changed, person);
        List<RuleViolation> fresh = after.violations().stream()
                .filter(fault -> before.isWorse(fault) && isAbout(fault, seat, person))
                .toList();
        var details = new ArrayList<Finding>();
        if (fresh.stream()
                .anyMatch(fault -> fault.rule().equals(CLASH))) { // a colleague may relieve the person of a lesson
            details.addAll(otherSeats(seat, person));
            details.addAll(duties(seat, person, interval -> isDuring(seat, interval)));
        }
        List<Interval> elsewhere = duringSeat(seat, input.elsewhere(), person);
        elsewhere.forEach(busy -> details.add(toFinding(person, busy)));
        boolean isOnlyElsewhere = !elsewhere.isEmpty()
                && duringSeat(seat, input.unavailable(), person).isEmpty();
        addRests(after.rests(), person, details);
        boolean isTold = !details.isEmpty();
        List<ProofFact> toLift = fresh.isEmpty() || !withCounterfactuals
                ? List.of()
                : new Counterfactual(input, LIMITS.start()).find(seat, person);
        return new SeatCandidateReport.Candidate(
                person,
                details,
                fresh.stream()
                        .filter(fault -> !isTold || !TOLD_IN_DETAIL.contains(fault.rule()))
                        .filter(fault -> !isOnlyElsewhere || !fault.rule().equals(UNAVAILABLE))
                        .toList(),
                toLift);
    }

    /** An open seat elsewhere that remains open is no reason, nor what the change leaves behind for others. */
    private static boolean isAbout(RuleViolation fault, SeatNeed seat, StaffId person) {
        return !fault.rule().equals("core.missing-adult")
                && (fault.arguments().contains(person)
                        || seat.sessions().stream().anyMatch(fault.arguments()::contains));
    }

    private List<Finding> elsewhere(SeatNeed seat) {
        StaffId holder = seat.holder();
        if (holder == null) {
            return List.of();
        }
        ZoneId zone = problem.horizon().zone();
        Set<LocalDate> dates = seat.duties().stream().map(SeatDuty::date).collect(Collectors.toSet());
        return duties(
                seat,
                holder,
                interval -> dates.contains(
                        Interval.toLocalDateTime(interval.start(), zone).toLocalDate()));
    }

    /** Returns the other duties of a person at some times, each once. */
    private List<Finding> duties(SeatNeed seat, StaffId person, Predicate<Interval> isThen) {
        ZoneId zone = problem.horizon().zone();
        var found = new ArrayList<Finding>();
        for (Meeting other : timetable.meetings()) {
            if (!seat.sessions().contains(other.sessionId())
                    && other.seats().stream().anyMatch(held -> person.equals(held.staffId()))
                    && other.time().intervals(zone).stream().anyMatch(isThen)) {
                found.add(Finding.info(
                        "proof.busy-meeting",
                        "",
                        person,
                        other.sessionId(),
                        other.start(),
                        other.end(),
                        other.weekday()));
            }
        }
        for (Lesson lesson : problem.lessons()) {
            if (lesson.staffIds().contains(person)
                    && lesson.time().weeks().stream()
                            .map(week -> lesson.time().interval(week, zone))
                            .anyMatch(isThen)) {
                found.add(Finding.info(
                        "proof.busy-lesson",
                        "",
                        person,
                        lesson.id(),
                        lesson.time().start(),
                        lesson.time().end(),
                        lesson.time().weekday()));
            }
        }
        return found;
    }

    /** Returns the other seats that a person has in the same meetings. */
    private List<Finding> otherSeats(SeatNeed seat, StaffId person) {
        var found = new ArrayList<Finding>();
        for (Meeting meeting : timetable.meetings()) {
            for (int i = 0; i < meeting.seats().size(); i++) {
                boolean isOther = seat.sessions().contains(meeting.sessionId()) && i != seat.place();
                if (isOther && person.equals(meeting.seats().get(i).staffId())) {
                    found.add(Finding.info("proof.other-seat", "", person, i + 1, meeting.sessionId()));
                }
            }
        }
        return found;
    }

    private static List<Interval> duringSeat(SeatNeed seat, Map<StaffId, List<Interval>> away, StaffId person) {
        return away.getOrDefault(person, List.of()).stream()
                .filter(interval -> isDuring(seat, interval))
                .toList();
    }

    private Finding toFinding(StaffId person, Interval busy) {
        ZoneId zone = problem.horizon().zone();
        return ProofFact.of(
                        ProofFact.Kind.ELSEWHERE,
                        person,
                        Interval.toLocalDateTime(busy.start(), zone),
                        Interval.toLocalDateTime(busy.end(), zone))
                .toFinding();
    }

    private static boolean isDuring(SeatNeed seat, Interval interval) {
        return seat.duties().stream().anyMatch(duty -> duty.interval().overlaps(interval));
    }

    private void addRests(StaffRestReport rests, StaffId person, List<Finding> details) {
        StaffRestReport earlier = restsBefore.get(person);
        if (earlier != null) {
            rests.tooLong().stream()
                    .filter(missing -> !earlier.tooLong().contains(missing))
                    .forEach(missing -> details.add(describe(person, rests, missing)));
        }
    }

    private static Finding describe(StaffId person, StaffRestReport rests, StaffRestReport.MissingRest missing) {
        int hours = missing.isWeekly()
                ? rests.rules().weeklyRestHours()
                : rests.rules().dailyRestHours();
        long rest = hours * 60L - missing.minutes();
        String code = missing.isWeekly() ? "proof.weekly-rest-short" : "proof.rest-short";
        return Finding.info(
                code,
                "",
                person,
                Duration.ofMinutes(rest),
                Duration.ofHours(hours),
                Duration.ofMinutes(missing.minutes()));
    }
}
