package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceChange;
import dk.grundskema.solver.change.PlanDifference;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps people who are recorded as absent from new duties meanwhile, on each way to a change of a plan. */
@Component
public class RecordedAbsences {
    private final AbsenceSource absences;
    private final InstantSource clock;

    RecordedAbsences(AbsenceSource absences, InstantSource clock) {
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * A duty that somebody gets while recorded as absent.
     *
     * @param staff   the absent person
     * @param meeting the meeting in which the person gets a seat, or that is moved into the absence
     * @param date    date of the first occurrence that is new
     */
    public record NewDuty(StaffId staff, Meeting meeting, LocalDate date) {}

    /** A date on which a person holds a session; parts into which a session was split by date are the same session. */
    private record HeldDate(SessionId session, LocalDate date) {}

    /** Returns all absences of a plan without their reasons, in chronological order. */
    public List<Absence> all(PlanId plan) {
        return absences.findAbsences(plan);
    }

    /** Returns the absences of a plan that are not over; of a plan that is over, whose absences are rehearsed, all. */
    public List<Absence> toCome(PlanId plan, Horizon horizon) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), horizon.zone());
        boolean isOver = now.toLocalDate().isAfter(horizon.lastDay());
        return absences.findAbsences(plan).stream()
                .filter(absence -> isOver || absence.until().isAfter(now))
                .toList();
    }

    /** Returns a problem in which people are unavailable during all of some absences, whatever they hold then. */
    public static Problem withoutAll(Problem problem, List<Absence> away) {
        return withStaffWithout(problem, away, absence -> absence.toPeriods());
    }

    /**
     * Returns a problem in which people are unavailable during some absences, except in the series that they hold: a day of absence is no reason to give a
     * series to somebody else.
     *
     * @param timetable timetable of the plan; {@code null} means that there is none
     */
    public static Problem withoutAllButSeries(Problem problem, @Nullable Timetable timetable, List<Absence> away) {
        ZoneId zone = problem.horizon().zone();
        return withStaffWithout(
                problem,
                away,
                absence -> timetable == null
                        ? absence.toPeriods()
                        : between(
                                absence.toInterval(zone),
                                heldBy(
                                        absence.staffId(),
                                        timetable,
                                        meeting -> meeting.weeks().size() > 1,
                                        zone),
                                zone));
    }

    /**
     * Returns a problem in which people are unavailable during some absences, except in the meetings that they hold, and in open meetings of which an
     * absence leaves them some dates: reasons why nobody has a seat name nobody who was absent, and a day of absence is no reason for an open series.
     */
    public static Problem withoutOpenSeats(Problem problem, Timetable timetable, List<Absence> away) {
        ZoneId zone = problem.horizon().zone();
        List<Meeting> open = timetable.meetings().stream()
                .filter(meeting -> meeting.seats().stream().anyMatch(seat -> seat.staffId() == null))
                .toList();
        return withStaffWithout(
                problem,
                away,
                absence -> between(
                        absence.toInterval(zone),
                        occurrences(
                                Stream.concat(
                                        timetable.meetings().stream()
                                                .filter(meeting -> isHeldBy(meeting, absence.staffId())),
                                        open.stream()
                                                .filter(meeting -> !awayDuring(away, List.of(meeting), zone)
                                                        .contains(absence.staffId()))),
                                zone),
                        zone));
    }

    private static Problem withStaffWithout(
            Problem problem, List<Absence> away, Function<Absence, List<Period>> periods) {
        return away.isEmpty()
                ? problem
                : problem.withStaff(problem.staff().stream()
                        .map(person -> withoutPeriods(
                                person,
                                away.stream()
                                        .filter(absence -> absence.staffId().equals(person.id()))
                                        .flatMap(absence -> periods.apply(absence).stream())
                                        .toList()))
                        .toList());
    }

    private static StaffMember withoutPeriods(StaffMember person, List<Period> times) {
        return times.isEmpty()
                ? person
                : person.withAvailability(person.availability().without(times));
    }

    /**
     * Returns a problem in which people are unavailable while they are recorded as absent, except in meetings that they still hold: those are open seats of
     * absent people, not conflicts, until somebody takes over.
     *
     * @param handled absence that the caller takes care of, which is left out
     */
    public Problem withoutOthers(PlanId plan, Problem problem, Timetable timetable, Absence handled) {
        return withoutNew(
                problem,
                timetable,
                absences.findAbsences(plan).stream()
                        .filter(one -> !one.equals(handled))
                        .toList());
    }

    /** Returns who is recorded as absent at some time of each occurrence of the meetings, so that nothing of them is left for the person; nobody for none. */
    public Set<StaffId> awayDuring(PlanId plan, List<Meeting> meetings, ZoneId zone) {
        return awayDuring(absences.findAbsences(plan), meetings, zone);
    }

    private static Set<StaffId> awayDuring(List<Absence> absences, List<Meeting> meetings, ZoneId zone) {
        List<Interval> held = meetings.stream()
                .flatMap(meeting -> meeting.time().intervals(zone).stream())
                .toList();
        Map<StaffId, List<Interval>> away = absences.stream()
                .collect(Collectors.groupingBy(
                        Absence::staffId, Collectors.mapping(one -> one.toInterval(zone), Collectors.toList())));
        away.values()
                .removeIf(some -> held.isEmpty()
                        || !held.stream()
                                .allMatch(meeting -> some.stream().anyMatch(one -> meeting.overlapMinutes(one) > 0)));
        return away.keySet();
    }

    /**
     * Returns the duties that a changed timetable gives to people during some absences: a seat in another session, also at a time at which they had a
     * duty before, or a meeting that is moved into the absence from another date. Teachers of the school's own lessons are left out, because the school
     * places those.
     *
     * @param before the timetable before; {@code null} means that there was none
     */
    public static List<NewDuty> newDuties(
            List<Absence> away, @Nullable Timetable before, Timetable after, ZoneId zone) {
        return away.stream()
                .flatMap(absence -> newDuties(absence, before, after, zone).stream())
                .distinct()
                .toList();
    }

    private static List<NewDuty> newDuties(Absence absence, @Nullable Timetable before, Timetable after, ZoneId zone) {
        Set<HeldDate> held = before == null
                ? Set.of()
                : before.meetings().stream()
                        .filter(meeting -> isHeldBy(meeting, absence.staffId()))
                        .flatMap(meeting -> datesWithin(meeting, absence, zone))
                        .collect(Collectors.toSet());
        return after.meetings().stream()
                .filter(meeting -> isGivenTo(meeting, absence.staffId()))
                .flatMap(meeting -> datesWithin(meeting, absence, zone)
                        .filter(date -> !held.contains(date))
                        .limit(1)
                        .map(date -> new NewDuty(absence.staffId(), meeting, date.date())))
                .toList();
    }

    /** Returns the dates of a meeting that an absence touches. */
    private static Stream<HeldDate> datesWithin(Meeting meeting, Absence absence, ZoneId zone) {
        Interval away = absence.toInterval(zone);
        return meeting.time().intervals(zone).stream()
                .filter(occurrence -> occurrence.overlapMinutes(away) > 0)
                .map(occurrence -> new HeldDate(
                        meeting.origin(),
                        Interval.toLocalDateTime(occurrence.start(), zone).toLocalDate()));
    }

    private static boolean isHeldBy(Meeting meeting, StaffId person) {
        return meeting.seats().stream().anyMatch(seat -> person.equals(seat.staffId()));
    }

    private static boolean isGivenTo(Meeting meeting, StaffId person) {
        return meeting.seats().stream()
                .anyMatch(seat -> person.equals(seat.staffId()) && !PlanDifference.isTeacher(meeting, seat));
    }

    /** Returns a problem in which people are unavailable during some absences, as in {@link #withoutOthers}. */
    public static Problem withoutNew(Problem problem, Timetable timetable, List<Absence> away) {
        ZoneId zone = problem.horizon().zone();
        return withStaffWithout(
                problem,
                away,
                absence -> between(
                        absence.toInterval(zone), heldBy(absence.staffId(), timetable, meeting -> true, zone), zone));
    }

    /**
     * Splits absences that are planned around from those that a lock contradicts: a lock on a series holds on its other dates, too, and keeps an absent
     * person in it.
     *
     * @param problem problem with the locks of the plan
     * @param now     moment of a change, in local time of the plan's zone
     */
    public static Map<Boolean, List<Absence>> splitByLocks(
            Problem problem, Timetable timetable, List<Absence> away, LocalDateTime now) {
        Problem released = new AbsenceChange(timetable, away, now).releaseLocks(problem);
        ZoneId zone = problem.horizon().zone();
        return away.stream()
                .collect(Collectors.partitioningBy(absence -> released.locks().stream()
                        .filter(lock -> lock.seats().stream()
                                .anyMatch(seat -> absence.staffId().equals(seat.staffId())))
                        .flatMap(lock -> timetable.meetings().stream()
                                .filter(meeting -> meeting.origin().equals(lock.sessionId())))
                        .noneMatch(meeting ->
                                datesWithin(meeting, absence, zone).findAny().isPresent())));
    }

    private static List<Interval> heldBy(
            StaffId person, Timetable timetable, Predicate<Meeting> isConcerned, ZoneId zone) {
        return occurrences(
                timetable.meetings().stream().filter(meeting -> isHeldBy(meeting, person) && isConcerned.test(meeting)),
                zone);
    }

    private static List<Interval> occurrences(Stream<Meeting> meetings, ZoneId zone) {
        return meetings.flatMap(meeting -> meeting.time().intervals(zone).stream())
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
