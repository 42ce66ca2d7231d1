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
import dk.grundskema.solver.check.LeftOutSeat;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
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
     * Returns the seats of a timetable whose holder is absent, with the weeks in which that is so, in chronological order.
     *
     * @param now         meetings that have ended by then are left out; in local time of the zone
     * @param zone        zone of the timetable
     * @param isConcerned seats to look at, such as the required ones
     */
    public static List<OpenSeat> findAbsent(
            Timetable timetable,
            List<Absence> absences,
            LocalDateTime now,
            ZoneId zone,
            Predicate<MeetingSeat> isConcerned) {
        var absent = new ArrayList<OpenSeat>();
        long minute = Interval.between(now, now.plusMinutes(1), zone).start();
        for (Meeting meeting : timetable.meetings()) {
            for (int position = 0; position < meeting.seats().size(); position++) {
                MeetingSeat seat = meeting.seats().get(position);
                var weeks = new TreeSet<IsoWeek>();
                for (Absence absence : absences) {
                    if (isConcerned.test(seat) && absence.staffId().equals(seat.staffId())) {
                        meeting.weeks().stream()
                                .filter(week ->
                                        meeting.time().interval(week, zone).end() > minute)
                                .filter(week ->
                                        meeting.time().interval(week, zone).overlapMinutes(absence.toInterval(zone))
                                                > 0)
                                .forEach(weeks::add);
                    }
                }
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
        Map<StaffId, List<Interval>> unavailable = problem.staff().stream()
                .collect(Collectors.toMap(
                        StaffMember::id, one -> one.availability().unavailableIntervals(problem.horizon())));
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
