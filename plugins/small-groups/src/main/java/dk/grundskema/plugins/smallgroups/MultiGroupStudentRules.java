package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules over students who join more than one group of an intervention, such as one for each of two subjects. There is one scope per student; the
 * text has the student as argument. A student who may join only one group costs nothing.
 */
final class MultiGroupStudentRules {
    private final Map<GroupId, List<Session>> sessions;
    private final List<Scope> scopes = new ArrayList<>();

    /**
     * @param problem the problem with the students
     * @param demand  demand with the groups to be formed
     * @param kind    kind of the groups' sessions that count
     */
    MultiGroupStudentRules(Problem problem, Demand demand, String kind) {
        this.sessions = WeeklySessionRules.sessionsByGroup(demand, kind);
        Map<StudentId, List<Grouping>> joined = new LinkedHashMap<>();
        for (Grouping grouping : demand.groupings()) {
            grouping.students()
                    .forEach(one -> joined.computeIfAbsent(one, any -> new ArrayList<>())
                            .add(grouping));
        }
        joined.forEach((id, groupings) -> problem.student(id)
                .filter(student -> groupings.size() > 1)
                .ifPresent(student -> scopes.add(new Scope(
                        id,
                        groupings.stream()
                                .flatMap(grouping -> sessions(grouping).stream())
                                .toList(),
                        List.of(),
                        groupings.stream()
                                .map(grouping -> new Membership(grouping, student))
                                .toList()))));
    }

    private List<Session> sessions(Grouping grouping) {
        return grouping.groups().stream()
                .flatMap(group -> sessions.getOrDefault(group.id(), List.of()).stream())
                .toList();
    }

    /**
     * Charges a student 1 for each holder of the first seats of the groups' sessions beyond as many as one group has, where the group with most
     * holders counts.
     */
    LocalRule fewAdults(RuleType type) {
        return perStudent(type, (view, groups) -> {
            int sessions = 0;
            for (List<Integer> own : groups) {
                sessions += own.size();
            }
            int[] adults = new int[sessions];
            int count = 0;
            int most = 0;
            for (List<Integer> own : groups) {
                most = Math.max(most, addHolders(view, own, new int[own.size()], 0));
                count = addHolders(view, own, adults, count);
            }
            return (long) count - most;
        });
    }

    /** Adds the holders that are not among the first {@code count} adults; returns the new count. */
    private static int addHolders(ScopeView view, List<Integer> sessions, int[] adults, int count) {
        int found = count;
        for (int session : sessions) {
            int who = view.holderIndex(session, 0);
            boolean isNew = who >= 0;
            for (int i = 0; isNew && i < found; i++) {
                isNew = adults[i] != who;
            }
            if (isNew) {
                adults[found++] = who;
            }
        }
        return found;
    }

    /** Charges a student 1 for each group beyond the first that meets on the same day of the week. */
    LocalRule oneGroupADay(RuleType type) {
        return perStudent(type, (view, groups) -> {
            Set<DayOfWeek> taken = EnumSet.noneOf(DayOfWeek.class);
            long more = 0;
            for (List<Integer> own : groups) {
                Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
                for (int session : own) {
                    MeetingTime time = view.time(session);
                    if (time != null) {
                        days.add(time.weekday());
                    }
                }
                for (DayOfWeek day : days) {
                    more += taken.add(day) ? 0 : 1;
                }
            }
            return more;
        });
    }

    /** Calculates the cost of a student from the indexes of the sessions of each joined group. */
    @FunctionalInterface
    private interface Cost {
        long penalty(ScopeView view, Collection<List<Integer>> groups);
    }

    private LocalRule perStudent(RuleType type, Cost cost) {
        Map<Object, Map<GroupId, List<Integer>>> places = new HashMap<>();
        scopes.forEach(scope -> places.put(scope.key(), places(scope)));
        return LocalRule.local(type, scopes, (scope, view, charge) -> {
            var ofGroups = places.getOrDefault(scope.key(), Map.of());
            var groups = new ArrayList<List<Integer>>();
            for (int i = 0; i < scope.memberships().size(); i++) {
                GroupId group = view.joinedGroup(i);
                if (group != null) {
                    groups.add(ofGroups.getOrDefault(group, List.of()));
                }
            }
            charge.add(cost.penalty(view, groups), scope.key());
        });
    }

    private static Map<GroupId, List<Integer>> places(Scope scope) {
        Map<GroupId, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < scope.sessions().size(); i++) {
            GroupId group = scope.sessions().get(i).awakeWith();
            if (group != null) {
                places.computeIfAbsent(group, any -> new ArrayList<>()).add(i);
            }
        }
        return places;
    }
}
