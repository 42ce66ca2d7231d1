package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Computes a lower bound on each student's minutes of support per date and week if all demands are met: the shortest
 * time of each session, and the group with the least support among those that a student may join. Formed groups count
 * only if all students of the grouping find a place.
 */
final class MinimumSupport {
    private final Problem problem;
    private final Map<GroupId, List<GroupMember>> members;
    private final Map<StudentId, Map<LocalDate, Long>> days = new LinkedHashMap<>();
    private final Map<StudentId, Map<IsoWeek, Long>> weeks = new LinkedHashMap<>();

    MinimumSupport(Problem problem, Map<GroupId, List<GroupMember>> members) {
        this.problem = problem;
        this.members = members;
    }

    Map<StudentId, Map<LocalDate, Long>> days() {
        return days;
    }

    Map<StudentId, Map<IsoWeek, Long>> weeks() {
        return weeks;
    }

    /**
     * Adds the demand of an intervention.
     *
     * @param away days on which it takes its students out of the ordinary week, which do not count
     */
    void addDemand(Demand demand, List<DateSpan> away) {
        var sessions =
                demand.sessions().stream().filter(MinimumSupport::isCounted).toList();
        for (Session session : sessions) {
            Map<LocalDate, Long> onDates = minimumMinutes(session, away, Function.identity());
            Map<IsoWeek, Long> inWeeks = minimumMinutes(session, away, IsoWeek::of);
            Set<StudentId> there = new LinkedHashSet<>(session.students());
            session.groups()
                    .forEach(group -> members.getOrDefault(group, List.of()).stream()
                            .filter(member -> member.weeks().isEmpty())
                            .forEach(member -> there.add(member.studentId())));
            there.forEach(student -> {
                addDemand(onDates, student, days);
                addDemand(inWeeks, student, weeks);
            });
        }
        for (Grouping grouping : demand.groupings()) {
            if (hasRoomForAll(grouping)) {
                addGroupMinimum(grouping, sessions, one -> minimumMinutes(one, away, Function.identity()), days);
                addGroupMinimum(grouping, sessions, one -> minimumMinutes(one, away, IsoWeek::of), weeks);
            }
        }
    }

    /** Whether a session surely counts as support beside lessons: not a lesson, not inside a lesson, and required. */
    private static boolean isCounted(Session session) {
        return session.lesson() == null
                && !session.isGuest()
                && session.required()
                && session.inside().isEmpty();
    }

    private static boolean hasRoomForAll(Grouping grouping) {
        int given =
                grouping.groups().stream().mapToInt(one -> one.members().size()).sum();
        return given + grouping.students().size() <= grouping.groups().size() * grouping.largest();
    }

    private static <W> void addGroupMinimum(
            Grouping grouping,
            List<Session> sessions,
            Function<Session, Map<W, Long>> least,
            Map<StudentId, Map<W, Long>> to) {
        Map<GroupId, Map<W, Long>> each = new HashMap<>();
        for (Group group : grouping.groups()) {
            Map<W, Long> sum = new HashMap<>();
            sessions.stream()
                    .filter(one -> one.groups().contains(group.id()))
                    .forEach(one -> least.apply(one).forEach((when, minutes) -> sum.merge(when, minutes, Long::sum)));
            each.put(group.id(), sum);
        }
        var all = List.copyOf(each.keySet());
        Map<List<GroupId>, Map<W, Long>> ofChoice = new HashMap<>();
        for (StudentId student : grouping.students()) {
            var choice = grouping.choices().getOrDefault(student, all);
            addDemand(
                    ofChoice.computeIfAbsent(
                            choice,
                            some -> minimumMinutes(some.stream()
                                    .map(one -> each.getOrDefault(one, Map.of()))
                                    .toList())),
                    student,
                    to);
        }
        grouping.groups()
                .forEach(group -> group.members()
                        .forEach(member -> addDemand(each.getOrDefault(group.id(), Map.of()), member.studentId(), to)));
    }

    private <W> Map<W, Long> minimumMinutes(Session session, List<DateSpan> away, Function<LocalDate, W> when) {
        var each = new ArrayList<Map<W, Long>>();
        for (MeetingTime time : session.times()) {
            Map<W, Long> minutes = new HashMap<>();
            for (IsoWeek week : time.weeks()) {
                LocalDate date = week.date(time.weekday());
                boolean isClosed = problem.horizon().isClosed(date) && !session.onClosedDays();
                if (!isClosed && away.stream().noneMatch(span -> span.contains(date))) {
                    long lasts = time.interval(week, problem.horizon().zone()).minutes();
                    minutes.merge(when.apply(date), lasts, Long::sum);
                }
            }
            each.add(minutes);
        }
        return minimumMinutes(each);
    }

    /** Returns the minimum of several possibilities, for dates or weeks that occur in all of them. */
    private static <W> Map<W, Long> minimumMinutes(List<Map<W, Long>> each) {
        if (each.isEmpty()) {
            return Map.of();
        }
        Set<W> common = new HashSet<>(each.getFirst().keySet());
        each.forEach(one -> common.retainAll(one.keySet()));
        Map<W, Long> least = new HashMap<>();
        common.forEach(when -> least.put(
                when,
                Collections.min(
                        each.stream().map(one -> one.getOrDefault(when, 0L)).toList())));
        return least;
    }

    private static <W> void addDemand(Map<W, Long> minutes, StudentId student, Map<StudentId, Map<W, Long>> to) {
        if (!minutes.isEmpty()) {
            var own = to.computeIfAbsent(student, any -> new HashMap<>());
            minutes.forEach((when, some) -> own.merge(when, some, Long::sum));
        }
    }
}
