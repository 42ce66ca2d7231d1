package dk.grundskema.api.planning.status;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.PlanDifference;
import dk.grundskema.solver.check.LeftOutSeat;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A required seat of a meeting that nobody takes, or any seat whose holder is absent.
 *
 * @param sessionId session of the meeting
 * @param title     title of the meeting
 * @param position  index of the seat in the meeting, from 0; in a complete meeting, if this one leaves the seat out
 * @param role      what the missing person is there for, such as {@code teacher}
 * @param time      when the meeting is held; a weekly meeting is open in all its weeks
 */
public record OpenSeat(SessionId sessionId, String title, int position, String role, MeetingTime time) {
    /**
     * Returns the required seats of a plan that nobody takes, those that its meetings leave out as well, in chronological order.
     *
     * @param problem   a problem that validates without an error
     * @param timetable a timetable that refers to nothing that the problem lacks
     */
    public static List<OpenSeat> findAll(PlanningFacade planning, Problem problem, Timetable timetable) {
        return findAll(timetable, planning.findLeftOutSeats(problem, timetable));
    }

    /** Returns the vacant required seats of a timetable and those that its meetings leave out, in chronological order. */
    static List<OpenSeat> findAll(Timetable timetable, List<LeftOutSeat> leftOut) {
        var open = new ArrayList<OpenSeat>();
        for (Meeting meeting : timetable.meetings()) {
            leftOut.stream()
                    .filter(seat -> seat.sessionId().equals(meeting.sessionId()))
                    .map(seat -> new OpenSeat(
                            meeting.sessionId(), meeting.title(), seat.position(), seat.role(), meeting.time()))
                    .forEach(open::add);
            for (int position = 0; position < meeting.seats().size(); position++) {
                MeetingSeat seat = meeting.seats().get(position);
                if (seat.required() && seat.staffId() == null) {
                    open.add(new OpenSeat(meeting.sessionId(), meeting.title(), position, seat.role(), meeting.time()));
                }
            }
        }
        return sorted(open);
    }

    /**
     * Returns the required seats of a timetable whose holder is absent, with the weeks in which that is so, in chronological order. The teacher of a lesson of
     * the school is not among them once the problem has the absence: the lesson is then held as the change decided, and the school finds a substitute.
     *
     * @param problem   problem of the timetable
     * @param now       meetings that have ended by then are left out; in local time of the problem's zone
     */
    public static List<OpenSeat> findAbsent(
            Problem problem, Timetable timetable, List<Absence> absences, LocalDateTime now) {
        Map<StaffId, List<Interval>> unavailable = unavailable(problem);
        return findAbsent(
                timetable,
                absences,
                now,
                (meeting, seat, held) -> seat.required()
                        && !(PlanDifference.isTeacher(meeting, seat)
                                && unavailable.getOrDefault(Objects.requireNonNull(seat.staffId()), List.of()).stream()
                                        .anyMatch(away -> away.overlapMinutes(held) > 0)));
    }

    /**
     * Returns all seats of a timetable whose holder is absent, as {@link #findAbsent} does: also those that can stay empty, and those of teachers of the
     * school's lessons. A calendar tells their holder to come.
     */
    public static List<OpenSeat> findAbsentInCalendars(Timetable timetable, List<Absence> absences, LocalDateTime now) {
        return findAbsent(timetable, absences, now, (meeting, seat, held) -> true);
    }

    /** Which seats are looked at in a week of a meeting. */
    private interface HeldSeatFilter {
        boolean isConcerned(Meeting meeting, MeetingSeat seat, Interval held);
    }

    private static List<OpenSeat> findAbsent(
            Timetable timetable, List<Absence> absences, LocalDateTime now, HeldSeatFilter filter) {
        ZoneId zone = timetable.zone();
        long minute = Interval.toEpochMinute(now, zone);
        var absent = new ArrayList<OpenSeat>();
        for (Meeting meeting : timetable.meetings()) {
            for (int position = 0; position < meeting.seats().size(); position++) {
                MeetingSeat seat = meeting.seats().get(position);
                List<Interval> away = absences.stream()
                        .filter(absence -> absence.staffId().equals(seat.staffId()))
                        .map(absence -> absence.toInterval(zone))
                        .toList();
                SortedSet<IsoWeek> weeks = weeksWithin(meeting, away, zone);
                weeks.removeIf(week -> {
                    Interval held = meeting.time().interval(week, zone);
                    return held.end() <= minute || !filter.isConcerned(meeting, seat, held);
                });
                if (!weeks.isEmpty()) {
                    absent.add(of(meeting, position, weeks));
                }
            }
        }
        return sorted(absent);
    }

    /**
     * Returns the seats of a timetable whose holder is unavailable by the problem, such as after an absence was recorded in it, with the weeks in which that
     * is so, in chronological order. Seats that can stay empty are among them: a calendar tells their holder to come, too.
     */
    public static List<OpenSeat> findUnavailable(Problem problem, Timetable timetable) {
        Map<StaffId, List<Interval>> unavailable = unavailable(problem);
        ZoneId zone = problem.horizon().zone();
        var found = new ArrayList<OpenSeat>();
        for (Meeting meeting : timetable.meetings()) {
            for (int position = 0; position < meeting.seats().size(); position++) {
                StaffId holder = meeting.seats().get(position).staffId();
                if (holder != null) {
                    List<Interval> away = unavailable.getOrDefault(holder, List.of());
                    SortedSet<IsoWeek> weeks = weeksWithin(meeting, away, zone);
                    if (!weeks.isEmpty()) {
                        found.add(of(meeting, position, weeks));
                    }
                }
            }
        }
        return sorted(found);
    }

    private static Map<StaffId, List<Interval>> unavailable(Problem problem) {
        return problem.staff().stream()
                .collect(Collectors.toMap(
                        StaffMember::id, one -> one.availability().unavailableIntervals(problem.horizon())));
    }

    private static SortedSet<IsoWeek> weeksWithin(Meeting meeting, List<Interval> away, ZoneId zone) {
        var weeks = new TreeSet<IsoWeek>();
        for (IsoWeek week : meeting.weeks()) {
            Interval held = meeting.time().interval(week, zone);
            if (away.stream().anyMatch(one -> held.overlapMinutes(one) > 0)) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    private static OpenSeat of(Meeting meeting, int position, SortedSet<IsoWeek> weeks) {
        return new OpenSeat(
                meeting.sessionId(),
                meeting.title(),
                position,
                meeting.seats().get(position).role(),
                new MeetingTime(weeks, meeting.weekday(), meeting.start(), meeting.end()));
    }

    private static List<OpenSeat> sorted(List<OpenSeat> open) {
        open.sort(Comparator.comparing((OpenSeat one) -> one.time().firstDate())
                .thenComparing(one -> one.time().start())
                .thenComparing(one -> one.sessionId().value())
                .thenComparingInt(OpenSeat::position));
        return List.copyOf(open);
    }

    /** Returns the id of the session and the position only: the title may name a student. */
    @Override
    public String toString() {
        return sessionId + " " + position;
    }
}
