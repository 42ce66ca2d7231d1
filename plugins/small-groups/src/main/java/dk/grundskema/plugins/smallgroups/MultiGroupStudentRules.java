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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        return perStudent(type, (scope, view, sessions) -> {
            int count = 0;
            int most = 0;
            for (int group = 0; group < scope.memberships().size(); group++) {
                int holders = countHolders(view, sessions, group, group);
                most = Math.max(most, holders);
                count += group == 0 ? holders : countHolders(view, sessions, 0, group);
            }
            return (long) count - most;
        });
    }

    /** Returns the number of holders in the sessions of a group who hold none in those of earlier groups, beginning with {@code first}. */
    private static int countHolders(ScopeView view, JoinedSessions sessions, int first, int group) {
        int[] own = sessions.of(view, group);
        int holders = 0;
        for (int i = 0; i < own.length; i++) {
            int who = view.holderIndex(own[i], 0);
            boolean isNew = who >= 0 && !isHeldBy(view, who, own, i);
            for (int earlier = first; isNew && earlier < group; earlier++) {
                int[] others = sessions.of(view, earlier);
                isNew = !isHeldBy(view, who, others, others.length);
            }
            holders += isNew ? 1 : 0;
        }
        return holders;
    }

    private static boolean isHeldBy(ScopeView view, int who, int[] sessions, int until) {
        for (int i = 0; i < until; i++) {
            if (view.holderIndex(sessions[i], 0) == who) {
                return true;
            }
        }
        return false;
    }

    /** Charges a student 1 for each group beyond the first that meets on the same day of the week. */
    LocalRule oneGroupADay(RuleType type) {
        return perStudent(type, (scope, view, sessions) -> {
            int taken = 0;
            long more = 0;
            for (int group = 0; group < scope.memberships().size(); group++) {
                int days = 0;
                for (int session : sessions.of(view, group)) {
                    MeetingTime time = view.time(session);
                    days |= time == null ? 0 : 1 << time.weekday().ordinal();
                }
                more += Integer.bitCount(days & taken);
                taken |= days;
            }
            return more;
        });
    }

    /** The sessions of each group that a student may join, as indexes in the student's scope. */
    private record JoinedSessions(Map<GroupId, int[]> ofGroups) {
        private static final int[] NONE = {};

        static JoinedSessions of(Scope scope) {
            Map<GroupId, int[]> ofGroups = new HashMap<>();
            for (int i = 0; i < scope.sessions().size(); i++) {
                GroupId group = scope.sessions().get(i).awakeWith();
                if (group != null) {
                    int[] before = ofGroups.getOrDefault(group, NONE);
                    int[] own = Arrays.copyOf(before, before.length + 1);
                    own[before.length] = i;
                    ofGroups.put(group, own);
                }
            }
            return new JoinedSessions(ofGroups);
        }

        int[] of(ScopeView view, int membership) {
            GroupId group = view.joinedGroup(membership);
            return group == null ? NONE : ofGroups.getOrDefault(group, NONE);
        }
    }

    /** Calculates the cost of a student. */
    @FunctionalInterface
    private interface Cost {
        long penalty(Scope scope, ScopeView view, JoinedSessions sessions);
    }

    private LocalRule perStudent(RuleType type, Cost cost) {
        Map<Object, JoinedSessions> sessionsByStudent = new HashMap<>();
        scopes.forEach(scope -> sessionsByStudent.put(scope.key(), JoinedSessions.of(scope)));
        return LocalRule.local(
                type,
                scopes,
                (scope, view, charge) -> charge.add(
                        cost.penalty(scope, view, Objects.requireNonNull(sessionsByStudent.get(scope.key()))),
                        scope.key()));
    }
}
