package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tries changes of a problem: plans the open seat with the change by exact search, and compares what the checker finds with what it found before. */
final class OpenSeatTrial {
    private static final String MISSING = "core.missing-adult";

    private final StaffingCase input;
    private final Timetable timetable;
    private final SeatNeed target;
    private final TimetableChecker checker;
    private final RemedyOptions options;
    private final ProofLimits.Budget budget;
    private final Map<String, Long> before;

    OpenSeatTrial(
            StaffingCase input,
            Timetable timetable,
            SeatNeed target,
            TimetableChecker checker,
            RemedyOptions options,
            ProofLimits.Budget budget) {
        this.input = input;
        this.timetable = timetable;
        this.target = target;
        this.checker = checker;
        this.options = options;
        this.budget = budget;
        this.before = sums(checker.check(input.problem(), timetable));
    }

    private static Map<String, Long> sums(List<RuleViolation> faults) {
        Map<String, Long> sums = new TreeMap<>();
        faults.forEach(fault -> sums.merge(fault.rule(), fault.amount(), Long::sum));
        return sums;
    }

    /** Returns the remedy if the changed problem has a timetable that fills the seat, or needs it no more, and breaks no rule more than before. */
    Optional<Remedy> confirm(List<RemedyStep> steps) {
        return options.apply(input.problem(), steps).flatMap(changed -> confirm(steps, changed));
    }

    private Optional<Remedy> confirm(List<RemedyStep> steps, Problem changed) {
        boolean isFewer = steps.stream().anyMatch(RemedyStep.OneSeatFewer.class::isInstance);
        if (!isFewer) {
            return search(steps, changed, withMoves(steps));
        }
        Set<SessionId> dropped = options.dropped(input.problem(), changed);
        if (dropped.isEmpty()) {
            return accept(steps, changed, withFewerSeats(changed));
        }
        if (dropped.containsAll(target.sessions())) {
            return accept(steps, changed, without(dropped));
        }
        if (target.sessions().stream().anyMatch(dropped::contains)) {
            return target.sessions().stream()
                    .takeWhile(session -> !budget.isOver())
                    .flatMap(session -> search(steps, changed, withoutMeetings(dropped, session)).stream())
                    .findFirst();
        }
        return target.sessions().size() > 1 ? Optional.empty() : accept(steps, changed, withHoldersOfDropped(dropped));
    }

    private Optional<Remedy> accept(List<RemedyStep> steps, Problem changed, Timetable plan) {
        Timetable start = aligned(changed, plan);
        return isConfirmed(changed, start)
                ? Optional.of(new Remedy(steps, changed, List.of(), start))
                : Optional.empty();
    }

    private Timetable aligned(Problem changed, Timetable plan) {
        return new ChangedDemand(changed, options.demands().apply(changed)).applyTo(plan);
    }

    private Optional<Remedy> search(List<RemedyStep> steps, Problem changed, Timetable plan) {
        Timetable start = aligned(changed, plan);
        StaffingCase after = StaffingCase.ofTimetable(changed, options.demands().apply(changed), start);
        Optional<SeatNeed> seat = after.seats().stream()
                .filter(one -> one.isOpen()
                        && one.id().equals(target.id())
                        && target.sessions().containsAll(one.sessions()))
                .findFirst();
        if (seat.isEmpty()) {
            return Optional.empty();
        }
        Set<ProofFact> broken = BrokenFacts.of(after, start, checker, budget);
        return new RepairSearch(after, start, checker, broken, budget)
                .search(seat.get())
                .filter(RepairSearch.Repair::isClean)
                .filter(repair -> isFilled(repair.timetable()) && isConfirmed(changed, repair.timetable()))
                .flatMap(repair -> reduced(steps, repair));
    }

    /** Leaves out what the plan does not need; then plans again without the meetings that people attend only because they could. */
    private Optional<Remedy> reduced(List<RemedyStep> steps, RepairSearch.Repair repair) {
        Timetable plan = repair.timetable();
        var reducer = new StepReducer(plan, fewer -> !budget.isOver() && isConfirmed(fewer, plan));
        List<RemedyStep> needed = reducer.reduce(steps);
        Set<SessionId> taken =
                repair.changes().stream().map(SeatChange::session).collect(Collectors.toSet());
        List<RemedyStep> shorter = reducer.atMeetings(needed, taken);
        if (!shorter.isEmpty() && Remedy.costOf(shorter) < Remedy.costOf(needed) && !budget.isOver()) {
            Optional<Remedy> cheaper = confirm(shorter);
            if (cheaper.isPresent()) {
                return cheaper;
            }
        }
        return options.apply(input.problem(), needed)
                .map(changed -> new Remedy(needed, changed, repair.changes(), plan));
    }

    private boolean isConfirmed(List<RemedyStep> steps, Timetable plan) {
        return options.apply(input.problem(), steps)
                .filter(changed -> isConfirmed(changed, plan))
                .isPresent();
    }

    private boolean isConfirmed(Problem changed, Timetable plan) {
        Map<String, Long> after = sums(checker.check(changed, plan));
        return after.getOrDefault(MISSING, 0L) < before.getOrDefault(MISSING, 0L)
                && after.entrySet().stream().allMatch(sum -> sum.getValue() <= before.getOrDefault(sum.getKey(), 0L));
    }

    private boolean isFilled(Timetable plan) {
        return plan.meetings().stream()
                .filter(meeting -> target.sessions().contains(meeting.sessionId()))
                .allMatch(meeting -> meeting.seats().get(target.place()).staffId() != null);
    }

    private Timetable withMoves(List<RemedyStep> steps) {
        List<Meeting> meetings = timetable.meetings();
        for (RemedyStep step : steps) {
            if (step instanceof RemedyStep.Move move) {
                meetings = meetings.stream()
                        .map(meeting ->
                                meeting.sessionId().equals(move.session()) ? meeting.withTime(move.time()) : meeting)
                        .toList();
            }
        }
        return timetable.withMeetings(meetings);
    }

    /**
     * Removes meetings that are no longer needed. Of the meetings of the seat any may go, since they may have the same times: the one that stays gets the
     * time and room of the one that goes.
     *
     * @param unwanted meeting of the seat at whose time there is none any more
     */
    private Timetable withoutMeetings(Set<SessionId> dropped, SessionId unwanted) {
        Optional<Meeting> spare = timetable.meetings().stream()
                .filter(meeting -> dropped.contains(meeting.sessionId())
                        && target.sessions().contains(meeting.sessionId()))
                .findFirst();
        return timetable.withMeetings(timetable.meetings().stream()
                .filter(meeting -> !dropped.contains(meeting.sessionId()))
                .map(meeting -> spare.filter(any -> meeting.sessionId().equals(unwanted))
                        .map(other -> meeting.withTime(other.time()))
                        .orElse(meeting))
                .toList());
    }

    private Timetable without(Set<SessionId> dropped) {
        return timetable.withMeetings(timetable.meetings().stream()
                .filter(meeting -> !dropped.contains(meeting.sessionId()))
                .toList());
    }

    /** Gives the meeting of the open seat the time, and all seats, of a dropped one of the same kind and participants. */
    private Timetable withHoldersOfDropped(Set<SessionId> dropped) {
        Optional<Meeting> spare = meetingOf(target.session())
                .flatMap(open -> timetable.meetings().stream()
                        .filter(meeting -> dropped.contains(meeting.sessionId())
                                && meeting.kind().equals(open.kind())
                                && meeting.groupIds().equals(open.groupIds())
                                && meeting.studentIds().equals(open.studentIds()))
                        .findFirst());
        Timetable left = without(dropped);
        return spare.map(other -> left.withMeetings(left.meetings().stream()
                        .map(meeting -> meeting.sessionId().equals(target.session())
                                ? meeting.withTime(other.time()).withSeats(other.seats())
                                : meeting)
                        .toList()))
                .orElse(left);
    }

    private Optional<Meeting> meetingOf(SessionId session) {
        return timetable.meetings().stream()
                .filter(meeting -> meeting.sessionId().equals(session))
                .findFirst();
    }

    /** Removes the open seats that are no longer needed; where none is open, the last ones. */
    private Timetable withFewerSeats(Problem changed) {
        Map<SessionId, Integer> fewer = options.fewerSeats(input.problem(), changed);
        return timetable.withMeetings(timetable.meetings().stream()
                .map(meeting -> {
                    int lost = fewer.getOrDefault(meeting.sessionId(), 0);
                    return lost == 0
                            ? meeting
                            : meeting.withSeats(
                                    reduce(meeting.seats(), meeting.seats().size() - lost));
                })
                .toList());
    }

    private static List<MeetingSeat> reduce(List<MeetingSeat> seats, int left) {
        var some = new ArrayList<>(seats);
        while (some.size() > left) {
            int open = some.size() - 1;
            for (int i = 0; i < some.size(); i++) {
                if (some.get(i).staffId() == null && some.get(i).required()) {
                    open = i;
                    break;
                }
            }
            some.remove(open);
        }
        return some;
    }
}
