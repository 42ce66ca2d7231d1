package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps people who are recorded as absent from being offered other duties meanwhile. */
@Component
public class RecordedAbsences {
    private final AbsenceSource absences;

    RecordedAbsences(AbsenceSource absences) {
        this.absences = absences;
    }

    /**
     * Returns a problem in which people are unavailable while they are recorded as absent, except in meetings that they still hold: those are open seats of
     * absent people, not conflicts, until somebody takes over.
     *
     * @param handled absence that the caller takes care of, which is left out
     */
    public Problem withoutOthers(PlanId plan, Problem problem, Timetable timetable, Absence handled) {
        return without(
                problem,
                timetable,
                absences.findAbsences(plan).stream()
                        .filter(one -> !one.equals(handled))
                        .toList());
    }

    /** Returns a problem in which all people who are recorded as absent are unavailable, as in {@link #withoutOthers}. */
    public Problem without(PlanId plan, Problem problem, Timetable timetable) {
        return without(problem, timetable, absences.findAbsences(plan));
    }

    /** Returns who is recorded as absent at some time of each occurrence of the meetings, so that nothing of them is left for the person; nobody for none. */
    public Set<StaffId> awayDuring(PlanId plan, List<Meeting> meetings, ZoneId zone) {
        List<Interval> held = meetings.stream()
                .flatMap(meeting -> meeting.time().intervals(zone).stream())
                .toList();
        Map<StaffId, List<Interval>> away = absences.findAbsences(plan).stream()
                .collect(Collectors.groupingBy(
                        Absence::staffId, Collectors.mapping(one -> one.toInterval(zone), Collectors.toList())));
        away.values()
                .removeIf(some -> held.isEmpty()
                        || !held.stream()
                                .allMatch(meeting -> some.stream().anyMatch(one -> meeting.overlapMinutes(one) > 0)));
        return away.keySet();
    }

    /** Returns whether a changed timetable gives somebody who is recorded as absent a duty at a minute at which that person had none before. */
    public boolean givesDutiesToAbsentStaff(PlanId plan, Timetable before, Timetable after, ZoneId zone) {
        return absences.findAbsences(plan).stream()
                .anyMatch(away -> isBusier(
                        heldBy(away.staffId(), before, zone),
                        heldBy(away.staffId(), after, zone),
                        away.toInterval(zone),
                        zone));
    }

    /**
     * Returns whether a person has a duty at a minute of an interval at which that person had none before.
     *
     * @param before duties before, by start
     * @param after  duties after
     */
    static boolean isBusier(List<Interval> before, List<Interval> after, Interval interval, ZoneId zone) {
        return after.stream()
                .filter(duty -> duty.overlapMinutes(interval) > 0)
                .map(duty ->
                        new Interval(Math.max(duty.start(), interval.start()), Math.min(duty.end(), interval.end())))
                .anyMatch(duty -> !between(duty, before, zone).isEmpty());
    }

    private static Problem without(Problem problem, Timetable timetable, List<Absence> away) {
        return away.isEmpty()
                ? problem
                : problem.withStaff(problem.staff().stream()
                        .map(person -> without(
                                person, timetable, away, problem.horizon().zone()))
                        .toList());
    }

    private static StaffMember without(StaffMember person, Timetable timetable, List<Absence> away, ZoneId zone) {
        var times = new ArrayList<Period>();
        List<Interval> held = heldBy(person.id(), timetable, zone);
        away.stream()
                .filter(one -> one.staffId().equals(person.id()))
                .flatMap(one -> between(one.toInterval(zone), held, zone).stream())
                .forEach(times::add);
        return times.isEmpty()
                ? person
                : person.withAvailability(person.availability().without(times));
    }

    private static List<Interval> heldBy(StaffId person, Timetable timetable, ZoneId zone) {
        return timetable.meetings().stream()
                .filter(meeting -> meeting.seats().stream().anyMatch(seat -> person.equals(seat.staffId())))
                .flatMap(meeting -> meeting.time().intervals(zone).stream())
                .sorted(Comparator.comparingLong(Interval::start))
                .toList();
    }

    /** Returns the parts of an absence between the meetings that the person holds. */
    private static List<Period> between(Interval away, List<Interval> held, ZoneId zone) {
        var periods = new ArrayList<Period>();
        long from = away.start();
        for (Interval meeting : held) {
            addPeriods(periods, from, Math.min(meeting.start(), away.end()), zone);
            from = Math.max(from, meeting.end());
        }
        addPeriods(periods, from, away.end(), zone);
        return periods;
    }

    private static void addPeriods(List<Period> periods, long from, long until, ZoneId zone) {
        if (from < until) {
            periods.addAll(
                    Absence.periods(Interval.toLocalDateTime(from, zone), Interval.toLocalDateTime(until, zone)));
        }
    }
}
