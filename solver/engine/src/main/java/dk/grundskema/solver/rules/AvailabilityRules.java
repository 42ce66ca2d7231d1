package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;
import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.Membership;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules about availability: people and rooms are used only when available, and nothing is held on closed days. */
final class AvailabilityRules {

    private record PersonAndSession(StaffId staff, SessionId session) {}

    private record SessionAndDate(SessionId session, LocalDate date) {}

    private AvailabilityRules() {}

    static List<Rule> of(CoreRuleContext context) {
        return List.of(
                staffUnavailable(context), roomUnavailable(context), studentUnavailable(context), closedDay(context));
    }

    /** Charges the minutes of each duty that lie in the person's unavailable time. */
    private static Rule staffUnavailable(CoreRuleContext context) {
        ZoneId zone = context.problem().horizon().zone();
        Map<StaffId, List<Interval>> never = new HashMap<>();
        context.problem()
                .staff()
                .forEach(one -> never.put(
                        one.id(),
                        one.availability()
                                .unavailableIntervals(context.problem().horizon())));
        return sum(CoreRules.STAFF_UNAVAILABLE)
                .overSeats((seat, session, time, holder, entries) -> {
                    long minutes = minutesIn(time, never.getOrDefault(holder.id(), List.of()), zone);
                    if (minutes > 0) {
                        entries.add(new PersonAndSession(holder.id(), session.id()), minutes);
                    }
                })
                .cost((key, minutes) -> minutes);
    }

    /** Charges the minutes of each session that lie in the room's unavailable time. */
    private static Rule roomUnavailable(CoreRuleContext context) {
        Map<RoomId, List<Interval>> never = new HashMap<>();
        context.problem()
                .rooms()
                .forEach(one -> never.put(
                        one.id(),
                        one.availability()
                                .unavailableIntervals(context.problem().horizon())));
        return timeline(CoreRules.ROOM_UNAVAILABLE, Owner.ROOM, Window.HORIZON, (duties, charge) -> {
                    RoomId room = ((Room) duties.owner()).id();
                    chargeUnavailable(
                            duties,
                            never.getOrDefault(room, List.of()),
                            (duty, minutes) -> charge.add(minutes, room, sessionId(duties, duty)));
                })
                .withVisibility(one -> sightOf(never.get(((Room) one).id())))
                .ignoringLessons();
    }

    /**
     * Charges the minutes of each meeting that lie in the student's unavailable time. In weeks in which a student is away from Monday to Sunday the student
     * is in none of the groups that are formed; their meetings may reach into such a week, as a night does. A meeting of several single students is held without
     * those who are away then. Meetings that students may be away from are not charged.
     */
    private static Rule studentUnavailable(CoreRuleContext context) {
        Horizon horizon = context.problem().horizon();
        Map<StudentId, List<Interval>> never = new HashMap<>();
        Map<StudentId, Set<GroupId>> formed = new HashMap<>();
        Map<StudentId, Set<IsoWeek>> absent = new HashMap<>();
        Map<StudentId, List<Interval>> neverWhilePresent = new HashMap<>();
        for (Student one : context.problem().students()) {
            List<Interval> unavailable = one.availability().unavailableIntervals(horizon);
            never.put(one.id(), unavailable);
            if (unavailable.isEmpty()) {
                continue;
            }
            SortedSet<IsoWeek> away = one.availability().weeksAway(horizon);
            if (!away.isEmpty()) {
                Set<IsoWeek> weeks = new HashSet<>(horizon.allWeeks());
                weeks.removeAll(context.problem().weeksPresent(one.id()));
                absent.put(one.id(), weeks);
                neverWhilePresent.put(one.id(), without(unavailable, wholeWeeks(away, horizon)));
                formed.put(one.id(), new HashSet<>());
            }
        }
        for (Membership membership : context.memberships()) {
            Set<GroupId> groups = formed.get(membership.student().id());
            if (groups != null) {
                membership.grouping().groups().forEach(group -> groups.add(group.id()));
            }
        }
        return timeline(CoreRules.STUDENT_UNAVAILABLE, Owner.STUDENT, Window.HORIZON, (duties, charge) -> {
                    StudentId student = ((Student) duties.owner()).id();
                    Set<GroupId> groups = formed.getOrDefault(student, Set.of());
                    chargeUnavailable(duties, never.getOrDefault(student, List.of()), (duty, minutes) -> {
                        Session session = duties.session(duty);
                        if (session != null && session.absenceAllowed()) {
                            return;
                        }
                        long charged = minutes;
                        boolean isOfFormedGroup = isOfAny(session, groups);
                        if (isOfFormedGroup
                                && absent.getOrDefault(student, Set.of()).contains(duties.week(duty))) {
                            charged = 0;
                        } else if (isOfFormedGroup || isOneOfSeveral(student, session)) {
                            List<Interval> present = neverWhilePresent.get(student);
                            charged = present == null
                                    ? minutes
                                    : minutesIn(duties.start(duty), duties.end(duty), present);
                        }
                        if (charged > 0) {
                            charge.add(charged, student, duties.date(duty));
                        }
                    });
                })
                .withVisibility(one -> sightOf(never.get(((Student) one).id())))
                .ignoringLessons();
    }

    /** Whether a session names a student together with a group or another student, so that it can be held while the student is away. */
    private static boolean isOneOfSeveral(StudentId student, @Nullable Session session) {
        return session != null
                && session.students().contains(student)
                && (session.students().size() > 1 || !session.groups().isEmpty());
    }

    private static List<Interval> wholeWeeks(SortedSet<IsoWeek> weeks, Horizon horizon) {
        return weeks.stream()
                .flatMap(week -> new Period(
                                week.date(DayOfWeek.MONDAY), week.date(DayOfWeek.SUNDAY), new TreeSet<>(), null, null)
                        .intervals(horizon).stream())
                .toList();
    }

    /** Returns the parts of some intervals that lie in none of others; both are sorted and disjoint, as is the result. */
    private static List<Interval> without(List<Interval> some, List<Interval> others) {
        var rest = new ArrayList<Interval>();
        for (Interval one : some) {
            long from = one.start();
            for (Interval other : others) {
                if (other.end() > from && other.start() < one.end()) {
                    if (other.start() > from) {
                        rest.add(new Interval(from, other.start()));
                    }
                    from = Math.max(from, other.end());
                }
            }
            if (from < one.end()) {
                rest.add(new Interval(from, one.end()));
            }
        }
        return List.copyOf(rest);
    }

    private static boolean isOfAny(@Nullable Session session, Set<GroupId> groups) {
        if (session != null) {
            for (GroupId group : session.groups()) {
                if (groups.contains(group)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Owners who are always available are skipped. */
    private static DutyVisibility sightOf(@Nullable List<Interval> never) {
        return never == null || never.isEmpty() ? DutyVisibility.NOTHING : DutyVisibility.ALONE;
    }

    private interface UnavailabilityCharge {
        void charge(int duty, long minutes);
    }

    private static void chargeUnavailable(Duties duties, List<Interval> never, UnavailabilityCharge each) {
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

    /** Charges 1 for each closed day on which a meeting starts, unless the session may be held on closed days. */
    private static Rule closedDay(CoreRuleContext context) {
        Set<LocalDate> closed = context.problem().horizon().closedDays();
        return sum(CoreRules.CLOSED_DAY)
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

    /** The intervals are sorted and disjoint; only those that may overlap are compared. */
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
