package dk.grundskema.solver.spi.toolkit;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules over students who join more than one group of an intervention, such as one for each of two subjects. One scope for each such student; the text
 * mentions the student. Who may join only one group costs nothing.
 */
public final class SeveralGroups {
    private final Map<GroupId, List<Session>> sessions;
    private final List<Scope> scopes = new ArrayList<>();

    /**
     * @param problem whose students join
     * @param demand  with the groups to be formed
     * @param kind    which of the groups' sessions count
     */
    public SeveralGroups(Problem problem, Demand demand, String kind) {
        this.sessions = GroupRules.sessions(demand, kind);
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

    /** A student costs 1 for each person beyond the first who is in the first seats of the groups' first sessions. */
    public LocalRule fewAdults(RuleType type) {
        return perStudent(type, (view, groups) -> {
            Set<Integer> adults = new HashSet<>();
            for (List<Integer> own : groups) {
                int who = own.isEmpty() ? -1 : view.holderIndex(own.getFirst(), 0);
                if (who >= 0) {
                    adults.add(who);
                }
            }
            return Math.max(0, adults.size() - 1);
        });
    }

    /** A student costs 1 for each group beyond the first that meets on the same day of the week. */
    public LocalRule oneGroupADay(RuleType type) {
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

    /** What a student costs, given the places of the sessions of each group that was joined. */
    @FunctionalInterface
    private interface Cost {
        long of(ScopeView view, Collection<List<Integer>> groups);
    }

    private LocalRule perStudent(RuleType type, Cost cost) {
        Map<Object, Map<GroupId, List<Integer>>> places = new HashMap<>();
        scopes.forEach(scope -> places.put(scope.key(), places(scope)));
        return LocalRule.local(type, scopes, (scope, view, charge) -> {
            var ofGroups = places.getOrDefault(scope.key(), Map.of());
            var groups = new ArrayList<List<Integer>>();
            for (int i = 0; i < scope.memberships().size(); i++) {
                GroupId group = view.joined(i);
                if (group != null) {
                    groups.add(ofGroups.getOrDefault(group, List.of()));
                }
            }
            charge.add(cost.of(view, groups), scope.key());
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
