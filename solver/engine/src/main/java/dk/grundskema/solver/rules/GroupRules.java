package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Grouping;
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

/** Groups that are formed: of a fitting size, even, mixed, with wished and without vetoed company. */
final class GroupRules {
    static final RuleType VETO = RuleType.hard("core.never-together", "GUIDE B: vetoes of those who know the students");
    static final RuleType SIZE = RuleType.hard("core.group-size", RuleType.OURS);
    static final RuleType NOT_ALLOWED = RuleType.hard("core.group-not-allowed", RuleType.OURS);
    static final RuleType NO_GROUP = RuleType.medium("core.student-without-group", 100, RuleType.OURS);
    static final RuleType WISHED = RuleType.soft("core.wished-company", 3, RuleType.OURS);
    static final RuleType EVEN = RuleType.soft("core.even-groups", 2, RuleType.OURS);
    static final RuleType MIXED = RuleType.soft("core.mixed-schools", 1, "LOKO: students from several schools");
    static final List<RuleType> TYPES = List.of(VETO, SIZE, NOT_ALLOWED, NO_GROUP, WISHED, EVEN, MIXED);

    private record InGroup(GroupId group) {}

    private record Joined(StudentId student, GroupId group) {}

    private record FromSchool(GroupId group, SchoolId school) {}

    /** Two students of one grouping; the key of a pair's scope. */
    private record Pair(Place one, Place other) {}

    /** A student's place in a grouping: decided, or given from the start. */
    private record Place(
            StudentId student,
            @Nullable Membership decided,
            @Nullable GroupId given) {}

    private final Brief brief;
    private final Map<StudentId, Student> students = new HashMap<>();

    private GroupRules(Brief brief) {
        this.brief = brief;
        Problem problem = brief.problem();
        problem.students().forEach(student -> students.put(student.id(), student));
    }

    static List<Rule> of(Brief brief) {
        var rules = new GroupRules(brief);
        return List.of(
                rules.neverTogether(),
                rules.groupSize(),
                rules.notAllowed(),
                rules.studentWithoutGroup(),
                rules.wishedCompany(),
                rules.evenGroups(),
                rules.mixedSchools());
    }

    /** Two students of whom one is vetoed by the other cost 1 in one group. */
    private Rule neverTogether() {
        List<Scope> pairs = pairs((one, other) ->
                one.neverWith().contains(other.id()) || other.neverWith().contains(one.id()));
        return local(VETO, pairs, (scope, view, charge) -> {
            Pair pair = (Pair) scope.key();
            GroupId group = groupOf(pair.one(), 0, view);
            if (group != null && group.equals(groupOf(pair.other(), pair.one().decided() == null ? 0 : 1, view))) {
                charge.add(1, pair.one().student(), pair.other().student(), group);
            }
        });
    }

    /** Two students of whom one wishes for the other cost 1 in different groups. */
    private Rule wishedCompany() {
        List<Scope> pairs = pairs((one, other) ->
                one.wishedWith().contains(other.id()) || other.wishedWith().contains(one.id()));
        return local(WISHED, pairs, (scope, view, charge) -> {
            Pair pair = (Pair) scope.key();
            GroupId one = groupOf(pair.one(), 0, view);
            GroupId other = groupOf(pair.other(), pair.one().decided() == null ? 0 : 1, view);
            if (one != null && other != null && !one.equals(other)) {
                charge.add(1, pair.one().student(), pair.other().student());
            }
        });
    }

    private static @Nullable GroupId groupOf(Place place, int number, dk.grundskema.solver.spi.ScopeView view) {
        return place.decided() == null ? place.given() : view.joined(number);
    }

    private List<Scope> pairs(BiPredicate<Student, Student> concerned) {
        var scopes = new ArrayList<Scope>();
        for (Grouping grouping : brief.groupings()) {
            List<Place> places = places(grouping);
            for (int i = 0; i < places.size(); i++) {
                for (int j = i + 1; j < places.size(); j++) {
                    Place one = places.get(i);
                    Place other = places.get(j);
                    if ((one.decided() != null || other.decided() != null)
                            && concerned.test(student(one.student()), student(other.student()))) {
                        scopes.add(scope(one, other));
                    }
                }
            }
        }
        return scopes;
    }

    private static Scope scope(Place one, Place other) {
        var decided = new ArrayList<Membership>();
        if (one.decided() != null) {
            decided.add(one.decided());
        }
        if (other.decided() != null) {
            decided.add(other.decided());
        }
        return new Scope(new Pair(one, other), List.of(), List.of(), decided);
    }

    private List<Place> places(Grouping grouping) {
        var places = new ArrayList<Place>();
        for (Group group : grouping.groups()) {
            group.members().forEach(member -> places.add(new Place(member.studentId(), null, group.id())));
        }
        brief.memberships().stream()
                .filter(one -> one.grouping().equals(grouping))
                .forEach(one -> places.add(new Place(one.student().id(), one, null)));
        return places;
    }

    private Student student(StudentId id) {
        return Objects.requireNonNull(students.get(id));
    }

    /** A group that is too small or too large costs the students that are missing or too many; one that may stay empty and that nobody joined doesn't. */
    private Rule groupSize() {
        Map<GroupId, Grouping> of = groupings();
        Map<GroupId, Integer> given = given();
        return sizes(SIZE).cost((key, size) -> {
            GroupId group = ((InGroup) key).group();
            Grouping grouping = Objects.requireNonNull(of.get(group));
            boolean isEmpty = grouping.mayStayEmpty() && size == Objects.requireNonNull(given.get(group));
            return isEmpty ? 0 : Math.max(0, Math.max(grouping.smallest() - size, size - grouping.largest()));
        });
    }

    /** A group costs the square of its distance from the even size; where groups may stay empty there is none. */
    private Rule evenGroups() {
        Map<GroupId, Grouping> of = groupings();
        return sizes(EVEN).cost((key, size) -> {
            Grouping grouping = Objects.requireNonNull(of.get(((InGroup) key).group()));
            if (grouping.mayStayEmpty()) {
                return 0;
            }
            int all = all(grouping);
            int groups = grouping.groups().size();
            long off = Math.max(0, Math.max(all / groups - size, size - (all + groups - 1) / groups));
            return off * off;
        });
    }

    /** How many students each group to be formed has from the start. */
    private Map<GroupId, Integer> given() {
        Map<GroupId, Integer> given = new HashMap<>();
        brief.groupings()
                .forEach(grouping -> grouping.groups()
                        .forEach(group -> given.put(group.id(), group.members().size())));
        return given;
    }

    private static int all(Grouping grouping) {
        return grouping.students().size()
                + grouping.groups().stream()
                        .mapToInt(group -> group.members().size())
                        .sum();
    }

    private Map<GroupId, Grouping> groupings() {
        Map<GroupId, Grouping> of = new HashMap<>();
        brief.groupings().forEach(grouping -> grouping.groups().forEach(group -> of.put(group.id(), grouping)));
        return of;
    }

    private SumRule.Builder sizes(RuleType type) {
        SumRule.Builder rule =
                sum(type).overMemberships((membership, group, entries) -> entries.add(new InGroup(group), 1));
        for (Grouping grouping : brief.groupings()) {
            grouping.groups()
                    .forEach(group -> rule.startingFrom(
                            new InGroup(group.id()), group.members().size()));
        }
        return rule;
    }

    /** A student who has joined no group costs the student's need of one. */
    private Rule studentWithoutGroup() {
        List<Scope> scopes = brief.memberships().stream()
                .map(one -> new Scope(one, List.of(), List.of(), List.of(one)))
                .toList();
        return local(NO_GROUP, scopes, (scope, view, charge) -> {
            if (view.joined(0) == null) {
                Membership one = (Membership) scope.key();
                StudentId student = one.student().id();
                charge.add(one.grouping().need(student), student);
            }
        });
    }

    /** A student in a group that is not among those that the student may join costs 1; only by hand anybody comes there. */
    private Rule notAllowed() {
        return sum(NOT_ALLOWED)
                .overMemberships((membership, group, entries) -> {
                    StudentId student = membership.student().id();
                    if (!membership.grouping().allows(student, group)) {
                        entries.add(new Joined(student, group), 1);
                    }
                })
                .cost((key, joined) -> joined);
    }

    /** A group costs each student of a school beyond the school's even share; where groups may stay empty there is none. */
    private Rule mixedSchools() {
        Map<FromSchool, Long> shares = new HashMap<>();
        SumRule.Builder rule = sum(MIXED).overMemberships((membership, group, entries) -> {
            SchoolId school = membership.student().school();
            if (school != null && !membership.grouping().mayStayEmpty()) {
                entries.add(new FromSchool(group, school), 1);
            }
        });
        for (Grouping grouping : brief.groupings()) {
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
                        shares.put(new FromSchool(group.id(), school), (long) (count + groups - 1) / groups));
                for (GroupMember member : group.members()) {
                    SchoolId school = student(member.studentId()).school();
                    if (school != null) {
                        rule.startingFrom(new FromSchool(group.id(), school), 1);
                    }
                }
            }
        }
        return rule.cost((key, count) -> Math.max(0, count - shares.getOrDefault((FromSchool) key, 0L)));
    }
}
