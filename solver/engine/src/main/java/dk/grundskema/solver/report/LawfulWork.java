package dk.grundskema.solver.report;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rest and the hours that everybody on duty is owed: how many have all of it, who hasn't. Counted from the faults of the
 * independent checker.
 *
 * @param problem   the problem
 * @param timetable the finished timetable
 * @param faults    what the checker found in it
 */
record LawfulWork(Problem problem, Timetable timetable, List<Fault> faults) {
    private static final Origin LAW = Origin.source("fidelity.law", "fidelity.law.rest");
    private static final Origin HOURS = Origin.source("fidelity.working-time-act", "fidelity.working-time-act.average");

    List<Ask> asks() {
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

    /** The rule's broken places, person by person: each person is one to whom something is owed. */
    private Ask ask(String code, Origin origin, String rule, int hours) {
        Map<StaffId, Place> places = new LinkedHashMap<>();
        for (Fault fault : faults) {
            if (fault.rule().equals(rule) && fault.arguments().getFirst() instanceof StaffId person) {
                places.putIfAbsent(person, Place.at(why(person, fault), person));
            }
        }
        Set<StaffId> onDuty = onDuty();
        onDuty.addAll(places.keySet());
        return Ask.counted(code, origin, "people", onDuty.size(), List.copyOf(places.values()), hours);
    }

    private Reason why(StaffId person, Fault fault) {
        var when = fault.arguments().subList(1, fault.arguments().size());
        String name = fault.rule().substring("core.".length()) + (isLocked(person, when) ? "-locked" : "");
        return new Reason(
                "core.why." + name,
                Stream.concat(Stream.of((Object) fault.amount()), when.stream()).toList());
    }

    /** Whether the planner fixed one of the person's duties in that time: what is fixed stays, whatever it breaks. */
    private boolean isLocked(StaffId person, List<Object> when) {
        return timetable.meetings().stream()
                .filter(meeting ->
                        meeting.seats().stream().anyMatch(seat -> seat.locked() && person.equals(seat.staffId())))
                .flatMap(meeting -> meeting.time().dates().stream().map(date -> date.atTime(meeting.start())))
                .anyMatch(start -> !(when.size() > 1
                        && when.getFirst() instanceof LocalDateTime from
                        && when.getLast() instanceof LocalDateTime until
                        && (start.isBefore(from) || !start.isBefore(until))));
    }

    private Set<StaffId> onDuty() {
        Set<StaffId> people = new LinkedHashSet<>();
        timetable.meetings().stream()
                .map(Meeting::seats)
                .flatMap(List::stream)
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }
}
