package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Rules about formed groups: size, balance, mix of schools, wished and vetoed company. */
final class FormedGroupRules {
    static final RuleType VETO = RuleType.hard("core.never-together", "GUIDE B: vetoes of those who know the students");
    static final RuleType SIZE = RuleType.hard("core.group-size", RuleType.OURS);
    static final RuleType NOT_ALLOWED = RuleType.hard("core.group-not-allowed", RuleType.OURS);
    static final RuleType NO_GROUP = RuleType.medium("core.student-without-group", 100, RuleType.OURS);
    static final RuleType WISHED = RuleType.soft("core.wished-company", 3, RuleType.OURS);
    static final RuleType EVEN = RuleType.soft("core.even-groups", 2, RuleType.OURS);
    static final RuleType MIXED = RuleType.soft("core.mixed-schools", 1, "LOKO: students from several schools");
    static final List<RuleType> TYPES = List.of(VETO, SIZE, NOT_ALLOWED, NO_GROUP, WISHED, EVEN, MIXED);

    private record GroupKey(GroupId group) {}

    private record MembershipKey(StudentId student, GroupId group) {}

    private record SchoolInGroupKey(GroupId group, SchoolId school) {}

    /** Two students of one grouping; key of a pair's scope. */
    private record StudentPair(GroupingPlace one, GroupingPlace other) {}

    /** A student's place in a grouping: decided or given. */
    private record GroupingPlace(
            StudentId student,
            @Nullable Membership decided,
            @Nullable GroupId given) {}

    private final CoreRuleContext context;
    private final Map<StudentId, Student> students = new HashMap<>();

    private FormedGroupRules(CoreRuleContext context) {
        this.context = context;
        Problem problem = context.problem();
        problem.students().forEach(student -> students.put(student.id(), student));
    }

    static List<Rule> of(CoreRuleContext context) {
        var rules = new FormedGroupRules(context);
        return List.of(
                rules.neverTogether(),
                rules.groupSize(),
                rules.notAllowed(),
                rules.studentWithoutGroup(),
                rules.wishedCompany(),
                rules.evenGroups(),
                rules.mixedSchools());
    }

    /** Charges 1 for two students in one group if one has vetoed the other. */
    private Rule neverTogether() {
        List<Scope> pairs = pairs((one, other) ->
                one.neverWith().contains(other.id()) || other.neverWith().contains(one.id()));
        return local(VETO, pairs, (scope, view, charge) -> {
            StudentPair pair = (StudentPair) scope.key();
            GroupId group = groupOf(pair.one(), 0, view);
            if (group != null && group.equals(groupOf(pair.other(), pair.one().decided() == null ? 0 : 1, view))) {
                charge.add(1, pair.one().student(), pair.other().student(), group);
            }
        });
    }

    /** Charges 1 for two students in different groups if one wishes for the other. */
    private Rule wishedCompany() {
        List<Scope> pairs = pairs((one, other) ->
                one.wishedWith().contains(other.id()) || other.wishedWith().contains(one.id()));
        return local(WISHED, pairs, (scope, view, charge) -> {
            StudentPair pair = (StudentPair) scope.key();
            GroupId one = groupOf(pair.one(), 0, view);
            GroupId other = groupOf(pair.other(), pair.one().decided() == null ? 0 : 1, view);
            if (one != null && other != null && !one.equals(other)) {
                charge.add(1, pair.one().student(), pair.other().student());
            }
        });
    }

    private static @Nullable GroupId groupOf(GroupingPlace place, int number, dk.grundskema.solver.spi.ScopeView view) {
        return place.decided() == null ? place.given() : view.joinedGroup(number);
    }

    private List<Scope> pairs(BiPredicate<Student, Student> concerned) {
        var scopes = new ArrayList<Scope>();
        for (Grouping grouping : context.groupings()) {
            List<GroupingPlace> places = places(grouping);
            for (int i = 0; i < places.size(); i++) {
                for (int j = i + 1; j < places.size(); j++) {
                    GroupingPlace one = places.get(i);
                    GroupingPlace other = places.get(j);
                    if ((one.decided() != null || other.decided() != null)
                            && concerned.test(student(one.student()), student(other.student()))) {
                        scopes.add(scope(one, other));
                    }
                }
            }
        }
        return scopes;
    }

    private static Scope scope(GroupingPlace one, GroupingPlace other) {
        var decided = new ArrayList<Membership>();
        if (one.decided() != null) {
            decided.add(one.decided());
        }
        if (other.decided() != null) {
            decided.add(other.decided());
        }
        return new Scope(new StudentPair(one, other), List.of(), List.of(), decided);
    }

    private List<GroupingPlace> places(Grouping grouping) {
        var places = new ArrayList<GroupingPlace>();
        for (Group group : grouping.groups()) {
            group.members().forEach(member -> places.add(new GroupingPlace(member.studentId(), null, group.id())));
        }
        context.memberships().stream()
                .filter(one -> one.grouping().equals(grouping))
                .forEach(one -> places.add(new GroupingPlace(one.student().id(), one, null)));
        return places;
    }

    private Student student(StudentId id) {
        return Objects.requireNonNull(students.get(id));
    }

    /**
     * Charges the students that a group has too few or too many; nothing for a group that may stay empty and that no
     * student joined.
     */
    private Rule groupSize() {
        Map<GroupId, Grouping> of = groupingsByGroup();
        Map<GroupId, Integer> given = givenSizes();
        SumRule.Builder rule = sizeRule(SIZE).figures((key, size) -> {
            Grouping grouping = Objects.requireNonNull(of.get(((GroupKey) key).group()));
            return List.of(new Figure(size), new Figure(grouping.smallest()), new Figure(grouping.largest()));
        });
        return rule.cost((key, size) -> {
            GroupId group = ((GroupKey) key).group();
            Grouping grouping = Objects.requireNonNull(of.get(group));
            boolean isEmpty = grouping.mayStayEmpty() && size == Objects.requireNonNull(given.get(group));
            return isEmpty ? 0 : Math.max(0, Math.max(grouping.smallest() - size, size - grouping.largest()));
        });
    }

    /** Charges the square of a group's distance from the even size; nothing where groups may stay empty. */
    private Rule evenGroups() {
        Map<GroupId, Grouping> of = groupingsByGroup();
        return sizeRule(EVEN).cost((key, size) -> {
            Grouping grouping = Objects.requireNonNull(of.get(((GroupKey) key).group()));
            if (grouping.mayStayEmpty()) {
                return 0;
            }
            int all = studentCount(grouping);
            int groups = grouping.groups().size();
            long off = Math.max(0, Math.max(all / groups - size, size - (all + groups - 1) / groups));
            return off * off;
        });
    }

    /** Returns the number of given students of each group to be formed. */
    private Map<GroupId, Integer> givenSizes() {
        Map<GroupId, Integer> given = new HashMap<>();
        context.groupings()
                .forEach(grouping -> grouping.groups()
                        .forEach(group -> given.put(group.id(), group.members().size())));
        return given;
    }

    private static int studentCount(Grouping grouping) {
        return grouping.students().size()
                + grouping.groups().stream()
                        .mapToInt(group -> group.members().size())
                        .sum();
    }

    private Map<GroupId, Grouping> groupingsByGroup() {
        Map<GroupId, Grouping> of = new HashMap<>();
        context.groupings().forEach(grouping -> grouping.groups().forEach(group -> of.put(group.id(), grouping)));
        return of;
    }

    private SumRule.Builder sizeRule(RuleType type) {
        SumRule.Builder rule =
                sum(type).overMemberships((membership, group, entries) -> entries.add(new GroupKey(group), 1));
        for (Grouping grouping : context.groupings()) {
            grouping.groups()
                    .forEach(group -> rule.initialTotal(
                            new GroupKey(group.id()), group.members().size()));
        }
        return rule;
    }

    /** Charges the student's need for a group if the student has none. */
    private Rule studentWithoutGroup() {
        List<Scope> scopes = context.memberships().stream()
                .map(one -> new Scope(one, List.of(), List.of(), List.of(one)))
                .toList();
        return local(NO_GROUP, scopes, (scope, view, charge) -> {
            if (view.joinedGroup(0) == null) {
                Membership one = (Membership) scope.key();
                StudentId student = one.student().id();
                charge.add(one.grouping().needOf(student), student);
            }
        });
    }

    /** Charges 1 for a student in a group that the student may not join, which only a manual change can cause. */
    private Rule notAllowed() {
        return sum(NOT_ALLOWED)
                .overMemberships((membership, group, entries) -> {
                    StudentId student = membership.student().id();
                    if (!membership.grouping().allows(student, group)) {
                        entries.add(new MembershipKey(student, group), 1);
                    }
                })
                .cost((key, joined) -> joined);
    }

    /**
     * Charges each student of a school in a group beyond the school's even share; nothing where groups may stay empty.
     */
    private Rule mixedSchools() {
        Map<SchoolInGroupKey, Long> shares = new HashMap<>();
        SumRule.Builder rule = sum(MIXED).overMemberships((membership, group, entries) -> {
            SchoolId school = membership.student().school();
            if (school != null && !membership.grouping().mayStayEmpty()) {
                entries.add(new SchoolInGroupKey(group, school), 1);
            }
        });
        for (Grouping grouping : context.groupings()) {
            if (grouping.mayStayEmpty()) {
                continue;
            }
            Map<SchoolId, Integer> perSchool = new HashMap<>();
            places(grouping).forEach(place -> {
                SchoolId school = student(place.student()).school();
                if (school != null) {
                    perSchool.merge(school, 1, Integer::sum);
                }
            });
            int groups = grouping.groups().size();
            for (Group group : grouping.groups()) {
                perSchool.forEach((school, count) ->
                        shares.put(new SchoolInGroupKey(group.id(), school), (long) (count + groups - 1) / groups));
                for (GroupMember member : group.members()) {
                    SchoolId school = student(member.studentId()).school();
                    if (school != null) {
                        rule.initialTotal(new SchoolInGroupKey(group.id(), school), 1);
                    }
                }
            }
        }
        return rule.cost((key, count) -> Math.max(0, count - shares.getOrDefault((SchoolInGroupKey) key, 0L)));
    }
}
