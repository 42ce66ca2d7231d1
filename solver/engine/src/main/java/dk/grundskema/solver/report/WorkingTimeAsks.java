package dk.grundskema.solver.report;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.ReportedAmount;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Requirements on rest and working hours of all staff members on duty. Based on the violations of the independent checker.
 *
 * @param problem   the problem
 * @param timetable the finished timetable
 * @param faults    the checker's violations
 */
record WorkingTimeAsks(Problem problem, Timetable timetable, List<RuleViolation> faults) {
    private static final AskOrigin LAW = AskOrigin.source("fidelity.law", "fidelity.law.rest");
    private static final AskOrigin HOURS =
            AskOrigin.source("fidelity.working-time-act", "fidelity.working-time-act.average");

    List<Ask> asks() {
        var asks = new ArrayList<>(restAndHours());
        long duties = countDutiesThatAreNoWork();
        if (duties > 0) {
            asks.add(Ask.informational(
                    "core.ask.not-counted-as-work",
                    AskOrigin.productDefault(),
                    "people",
                    0,
                    onDuty(meeting -> !meeting.workload().work()).size(),
                    duties));
        }
        return List.copyOf(asks);
    }

    private List<Ask> restAndHours() {
        return List.of(
                ask(
                        "core.ask.daily-rest",
                        LAW,
                        "core.daily-rest",
                        problem.work().dailyRestHours()),
                ask(
                        "core.ask.weekly-rest",
                        LAW,
                        "core.weekly-rest",
                        problem.work().weeklyRestHours()),
                ask(
                        "core.ask.average-hours",
                        HOURS,
                        "core.average-hours",
                        problem.work().averageHoursPerWeek()));
    }

    /** Counts the violations of a rule person by person; each person on duty is one required item. */
    private Ask ask(String code, AskOrigin origin, String rule, int hours) {
        Map<StaffId, Shortfall> places = new LinkedHashMap<>();
        for (RuleViolation fault : faults) {
            if (fault.rule().equals(rule) && fault.arguments().getFirst() instanceof StaffId person) {
                places.putIfAbsent(person, Shortfall.at(reasonFor(person, fault), person));
            }
        }
        Set<StaffId> onDuty = onDuty(meeting -> meeting.workload().work());
        onDuty.addAll(places.keySet());
        if (onDuty.isEmpty()) {
            return Ask.notApplicable(code, origin, "people", hours);
        }
        return Ask.counted(code, origin, "people", onDuty.size(), List.copyOf(places.values()), hours);
    }

    private Reason reasonFor(StaffId person, RuleViolation fault) {
        var when = fault.arguments().subList(1, fault.arguments().size());
        String name = fault.rule().substring("core.".length())
                + (isLocked(person, fault.place().subList(1, fault.place().size())) ? "-locked" : "");
        return new Reason(
                "core.why." + name,
                Stream.concat(Stream.of((Object) ReportedAmount.of(fault)), when.stream())
                        .toList());
    }

    /** Returns whether the planner locked one of the person's duties in that time: a lock remains even if it breaks a rule. */
    private boolean isLocked(StaffId person, List<Object> when) {
        return timetable.meetings().stream()
                .filter(meeting ->
                        meeting.seats().stream().anyMatch(seat -> seat.locked() && person.equals(seat.staffId())))
                .flatMap(meeting -> meeting.time().dates().stream().map(date -> date.atTime(meeting.start())))
                .anyMatch(start -> !(when.size() > 1
                        && when.getFirst() instanceof LocalDateTime from
                        && when.get(1) instanceof LocalDateTime until
                        && (start.isBefore(from) || !start.isBefore(until))));
    }

    /** Counts filled seats, date by date, of meetings that do not count as work and are not judged against rest. */
    private long countDutiesThatAreNoWork() {
        return timetable.meetings().stream()
                .filter(meeting -> !meeting.workload().work())
                .mapToLong(meeting -> meeting.weeks().size()
                        * meeting.seats().stream()
                                .filter(seat -> seat.staffId() != null)
                                .count())
                .sum();
    }

    private Set<StaffId> onDuty(Predicate<Meeting> which) {
        Set<StaffId> people = new LinkedHashSet<>();
        timetable.meetings().stream()
                .filter(which)
                .map(Meeting::seats)
                .flatMap(List::stream)
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }
}
