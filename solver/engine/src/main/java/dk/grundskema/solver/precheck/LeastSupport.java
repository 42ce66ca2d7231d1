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
 * The fewest minutes of support that students get on each date and in each week if all that is demanded for them is held, whenever that is: of a
 * session with times to choose from those of the shortest one, of groups that they may join those of the one with least. Where not everybody finds a
 * place in a group, nobody is counted on to have one.
 */
final class LeastSupport {
    private final Problem problem;
    private final Map<GroupId, List<GroupMember>> members;
    private final Map<StudentId, Map<LocalDate, Long>> days = new LinkedHashMap<>();
    private final Map<StudentId, Map<IsoWeek, Long>> weeks = new LinkedHashMap<>();

    LeastSupport(Problem problem, Map<GroupId, List<GroupMember>> members) {
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
     * Adds what an intervention demands.
     *
     * @param away days on which it takes its students out of the ordinary week, which don't count
     */
    void add(Demand demand, List<DateSpan> away) {
        var sessions =
                demand.sessions().stream().filter(LeastSupport::isCounted).toList();
        for (Session session : sessions) {
            Map<LocalDate, Long> onDates = least(session, away, Function.identity());
            Map<IsoWeek, Long> inWeeks = least(session, away, IsoWeek::of);
            Set<StudentId> there = new LinkedHashSet<>(session.students());
            session.groups()
                    .forEach(group -> members.getOrDefault(group, List.of()).stream()
                            .filter(member -> member.weeks().isEmpty())
                            .forEach(member -> there.add(member.studentId())));
            there.forEach(student -> {
                add(onDates, student, days);
                add(inWeeks, student, weeks);
            });
        }
        for (Grouping grouping : demand.groupings()) {
            if (hasRoomForAll(grouping)) {
                join(grouping, sessions, one -> least(one, away, Function.identity()), days);
                join(grouping, sessions, one -> least(one, away, IsoWeek::of), weeks);
            }
        }
    }

    /** What a student gets for certain beside lessons: not in the own lessons, nor what nobody misses. */
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

    private static <W> void join(
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
            add(
                    ofChoice.computeIfAbsent(
                            choice,
                            some -> least(some.stream()
                                    .map(one -> each.getOrDefault(one, Map.of()))
                                    .toList())),
                    student,
                    to);
        }
        grouping.groups()
                .forEach(group -> group.members()
                        .forEach(member -> add(each.getOrDefault(group.id(), Map.of()), member.studentId(), to)));
    }

    private <W> Map<W, Long> least(Session session, List<DateSpan> away, Function<LocalDate, W> when) {
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
        return least(each);
    }

    /** The fewest minutes of several possibilities, where all of them have some. */
    private static <W> Map<W, Long> least(List<Map<W, Long>> each) {
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

    private static <W> void add(Map<W, Long> minutes, StudentId student, Map<StudentId, Map<W, Long>> to) {
        if (!minutes.isEmpty()) {
            var own = to.computeIfAbsent(student, any -> new HashMap<>());
            minutes.forEach((when, some) -> own.merge(when, some, Long::sum));
        }
    }
}
