package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;
import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.Sight;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People and rooms are used only when they can be, and nothing is held on closed days. */
final class AvailabilityRules {
    static final RuleType STAFF = RuleType.hard("core.staff-unavailable", RuleType.OURS);
    static final RuleType ROOM = RuleType.hard("core.room-unavailable", RuleType.OURS);
    static final RuleType STUDENT = RuleType.hard("core.student-unavailable", RuleType.OURS);
    static final RuleType CLOSED = RuleType.hard("core.closed-day", RuleType.OURS);
    static final List<RuleType> TYPES = List.of(STAFF, ROOM, STUDENT, CLOSED);

    private record PersonAndSession(StaffId staff, SessionId session) {}

    private record SessionAndDate(SessionId session, LocalDate date) {}

    private AvailabilityRules() {}

    static List<Rule> of(Brief brief) {
        return List.of(staffUnavailable(brief), roomUnavailable(brief), studentUnavailable(brief), closedDay(brief));
    }

    /** A duty in a person's unavailable time costs the minutes that lie in it. */
    private static Rule staffUnavailable(Brief brief) {
        ZoneId zone = brief.problem().horizon().zone();
        Map<StaffId, List<Interval>> never = new HashMap<>();
        brief.problem()
                .staff()
                .forEach(one -> never.put(
                        one.id(), one.availability().unavailable(brief.problem().horizon())));
        return sum(STAFF)
                .overSeats((seat, session, time, holder, entries) -> {
                    long minutes = minutesIn(time, never.getOrDefault(holder.id(), List.of()), zone);
                    if (minutes > 0) {
                        entries.add(new PersonAndSession(holder.id(), session.id()), minutes);
                    }
                })
                .cost((key, minutes) -> minutes);
    }

    /** A session in a room's unavailable time costs the minutes that lie in it. */
    private static Rule roomUnavailable(Brief brief) {
        Map<RoomId, List<Interval>> never = new HashMap<>();
        brief.problem()
                .rooms()
                .forEach(one -> never.put(
                        one.id(), one.availability().unavailable(brief.problem().horizon())));
        return timeline(ROOM, Owner.ROOM, Window.HORIZON, (duties, charge) -> {
                    RoomId room = ((Room) duties.owner()).id();
                    chargeUnavailable(
                            duties,
                            never.getOrDefault(room, List.of()),
                            (duty, minutes) -> charge.add(minutes, room, sessionId(duties, duty)));
                })
                .seeing(one -> seen(never.get(((Room) one).id())))
                .seeingSessionsOnly();
    }

    /** A student's meeting in unavailable time costs the minutes that lie in it. */
    private static Rule studentUnavailable(Brief brief) {
        Map<StudentId, List<Interval>> never = new HashMap<>();
        brief.problem()
                .students()
                .forEach(one -> never.put(
                        one.id(), one.availability().unavailable(brief.problem().horizon())));
        return timeline(STUDENT, Owner.STUDENT, Window.HORIZON, (duties, charge) -> {
                    StudentId student = ((Student) duties.owner()).id();
                    chargeUnavailable(
                            duties,
                            never.getOrDefault(student, List.of()),
                            (duty, minutes) -> charge.add(minutes, student, duties.date(duty)));
                })
                .seeing(one -> seen(never.get(((Student) one).id())))
                .seeingSessionsOnly();
    }

    /** Who can always be there is never looked at. */
    private static Sight seen(@Nullable List<Interval> never) {
        return never == null || never.isEmpty() ? Sight.NOTHING : Sight.ALONE;
    }

    private interface Unavailable {
        void charge(int duty, long minutes);
    }

    private static void chargeUnavailable(Duties duties, List<Interval> never, Unavailable each) {
        if (never.isEmpty()) {
            return;
        }
        for (int duty = 0; duty < duties.size(); duty++) {
            if (duties.session(duty) != null) {
                long minutes = minutesIn(duties.start(duty), duties.end(duty), never);
                if (minutes > 0) {
                    each.charge(duty, minutes);
                }
            }
        }
    }

    private static Object sessionId(Duties duties, int duty) {
        var session = duties.session(duty);
        return session == null ? duties.date(duty) : session.id();
    }

    /** A meeting that starts on a closed day costs 1 for each such day, unless it is meant for such days. */
    private static Rule closedDay(Brief brief) {
        Set<LocalDate> closed = brief.problem().horizon().closedDays();
        return sum(CLOSED)
                .overPlacements((session, time, host, entries) -> {
                    if (host == null
                            && session.relief() == null
                            && session.lesson() == null
                            && !session.onClosedDays()) {
                        time.dates().stream()
                                .filter(closed::contains)
                                .forEach(date -> entries.add(new SessionAndDate(session.id(), date), 1));
                    }
                })
                .cost((key, meetings) -> meetings);
    }

    static long minutesIn(MeetingTime time, List<Interval> stretches, ZoneId zone) {
        if (stretches.isEmpty()) {
            return 0;
        }
        return time.intervals(zone).stream()
                .mapToLong(meeting -> minutesIn(meeting.start(), meeting.end(), stretches))
                .sum();
    }

    /** Stretches are in order and don't overlap, so that those before and after need not be looked at. */
    private static long minutesIn(long start, long end, List<Interval> stretches) {
        int from = 0;
        for (int until = stretches.size(); from < until; ) {
            int middle = (from + until) >>> 1;
            if (stretches.get(middle).end() <= start) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        long minutes = 0;
        for (int i = from; i < stretches.size() && stretches.get(i).start() < end; i++) {
            Interval stretch = stretches.get(i);
            minutes += Math.min(end, stretch.end()) - Math.max(start, stretch.start());
        }
        return minutes;
    }
}
