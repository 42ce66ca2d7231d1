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
import dk.grundskema.domain.time.IsoWeek;
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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules about formed groups: size, balance and mix of schools, and with {@link CompanyRules} wished and vetoed company. */
final class FormedGroupRules {

    private record GroupKey(GroupId group) {}

    private record MembershipKey(StudentId student, GroupId group) {}

    private record SchoolInGroupKey(GroupId group, SchoolId school) {}

    /** How many members a group has in the weeks that count. */
    private record GroupSize(int fewest, int most) {}

    private final CoreRuleContext context;
    private final GroupingWeeks weeks;
    private final Map<StudentId, Student> students = new HashMap<>();

    private FormedGroupRules(CoreRuleContext context, GroupingWeeks weeks) {
        this.context = context;
        this.weeks = weeks;
        context.problem().students().forEach(student -> students.put(student.id(), student));
    }

    static List<Rule> of(CoreRuleContext context) {
        var weeks = new GroupingWeeks(context);
        var rules = new FormedGroupRules(context, weeks);
        var company = new CompanyRules(context, weeks);
        return List.of(
                company.neverTogether(),
                rules.groupSize(),
                rules.notAllowed(),
                rules.studentWithoutGroup(),
                company.wishedCompany(),
                rules.evenGroups(),
                rules.mixedSchools());
    }

    private Student student(StudentId id) {
        return Objects.requireNonNull(students.get(id));
    }

    /**
     * Charges the students that a group has too few, in the week with the fewest, or too many, in the fullest week; nothing for a group that may stay empty and
     * that no student joined. A group may have too few until the last of its members has come, once a member has left for good, and if it may stay empty, when
     * none is there.
     */
    private Rule groupSize() {
        return weeks.isAlwaysTheSame() ? groupSizeOfAllWeeks() : groupSizeByWeek();
    }

    private Rule groupSizeByWeek() {
        Map<GroupId, Grouping> of = groupingsByGroup();
        Map<GroupId, Integer> given = givenSizes();
        var scopes = of.keySet().stream()
                .sorted()
                .map(group -> new Scope(group, List.of(), List.of(group), List.of()))
                .toList();
        Map<GroupId, SortedSet<IsoWeek>> asked = new HashMap<>();
        for (Grouping grouping : context.groupings()) {
            SortedSet<IsoWeek> weeksOfGrouping = askedWeeks(grouping);
            grouping.groups().forEach(group -> asked.put(group.id(), weeksOfGrouping));
        }
        return local(CoreRules.GROUP_SIZE, scopes, (scope, view, charge) -> {
            GroupId group = (GroupId) scope.key();
            Grouping grouping = Objects.requireNonNull(of.get(group));
            int always = Objects.requireNonNull(given.get(group));
            List<SortedSet<IsoWeek>> others = new ArrayList<>();
            Map<StudentId, SortedSet<IsoWeek>> left = new HashMap<>(weeks.former(group));
            @Nullable IsoWeek until = null;
            int joined = 0;
            for (int place = always; place < view.groupSize(0); place++) {
                StudentId student = view.student(0, place).id();
                left.remove(student);
                SortedSet<IsoWeek> some = weeks.joinedWeeks(student, group);
                if (some == null) {
                    joined++;
                } else if (!some.isEmpty()) {
                    others.add(some);
                    until = firstDeparture(until, student, some);
                }
            }
            for (Map.Entry<StudentId, SortedSet<IsoWeek>> one : left.entrySet()) {
                others.add(one.getValue());
                until = firstDeparture(until, one.getKey(), one.getValue());
            }
            if (grouping.mayStayEmpty() && joined + others.size() == 0) {
                return;
            }
            GroupSize size = size(
                    always + joined,
                    others,
                    grouping.mayStayEmpty() && joined == 0 ? null : Objects.requireNonNull(asked.get(group)),
                    until);
            int off = Math.max(grouping.smallest() - size.fewest(), size.most() - grouping.largest());
            if (off > 0 && charge.needsArguments()) {
                charge.add(
                        off,
                        group,
                        new Figure(size.most() > grouping.largest() ? size.most() : size.fewest()),
                        List.of(new Figure(grouping.smallest()), new Figure(grouping.largest())));
            } else if (off > 0) {
                charge.add(off);
            }
        });
    }

    /** Returns the earlier of a week and the last week of a member who leaves for good; {@code null} if there is neither. */
    private @Nullable IsoWeek firstDeparture(@Nullable IsoWeek week, StudentId student, SortedSet<IsoWeek> own) {
        if (!weeks.leavesForGood(student, own)) {
            return week;
        }
        return week == null || own.last().compareTo(week) < 0 ? own.last() : week;
    }

    /** Returns the weeks in which a group of a grouping needs members: all if it may stay empty or has given ones, otherwise those in which a student can come. */
    private SortedSet<IsoWeek> askedWeeks(Grouping grouping) {
        boolean areSomeGiven =
                grouping.groups().stream().anyMatch(group -> !group.members().isEmpty());
        boolean isSomebodyAlwaysPresent =
                grouping.students().stream().anyMatch(student -> weeks.presentWeeks(student) == null);
        if (grouping.mayStayEmpty() || areSomeGiven || isSomebodyAlwaysPresent) {
            return new TreeSet<>(context.problem().horizon().allWeeks());
        }
        var asked = new TreeSet<IsoWeek>();
        grouping.students().forEach(student -> asked.addAll(Objects.requireNonNull(weeks.presentWeeks(student))));
        return asked;
    }

    /**
     * Returns the size of a group in the weeks with the fewest and the most members.
     *
     * @param always number of members of all weeks
     * @param others weeks of the other members, at least one each
     * @param asked  weeks in which the group needs members; {@code null} means those in which one of the others is there
     * @param until  last week before a member leaves for good, after which the group may have too few; {@code null} means that nobody does
     */
    private GroupSize size(
            int always, List<SortedSet<IsoWeek>> others, @Nullable SortedSet<IsoWeek> asked, @Nullable IsoWeek until) {
        if (others.isEmpty()) {
            return new GroupSize(always, always);
        }
        IsoWeek complete = others.getFirst().first();
        for (SortedSet<IsoWeek> one : others) {
            complete = one.first().compareTo(complete) > 0 ? one.first() : complete;
        }
        int fewest = Integer.MAX_VALUE;
        int most = always;
        for (IsoWeek week : context.problem().horizon().allWeeks()) {
            int count = 0;
            for (SortedSet<IsoWeek> one : others) {
                count += one.contains(week) ? 1 : 0;
            }
            most = Math.max(most, always + count);
            boolean isAsked = asked == null ? count > 0 : asked.contains(week);
            if (isAsked && week.compareTo(complete) >= 0 && (until == null || week.compareTo(until) <= 0)) {
                fewest = Math.min(fewest, always + count);
            }
        }
        return new GroupSize(fewest == Integer.MAX_VALUE ? always + others.size() : fewest, most);
    }

    private Rule groupSizeOfAllWeeks() {
        Map<GroupId, Grouping> of = groupingsByGroup();
        Map<GroupId, Integer> given = givenSizes();
        SumRule.Builder rule = sizeRule(CoreRules.GROUP_SIZE).figures((key, size) -> {
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
        return sizeRule(CoreRules.EVEN_GROUPS).cost((key, size) -> {
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

    private int studentCount(Grouping grouping) {
        return (int) grouping.students().stream().filter(weeks::isEverPresent).count()
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
        SumRule.Builder rule = sum(type).overMemberships((membership, group, entries) -> {
            if (weeks.isEverPresent(membership.student().id())) {
                entries.add(new GroupKey(group), 1);
            }
        });
        for (Grouping grouping : context.groupings()) {
            grouping.groups()
                    .forEach(group -> rule.initialTotal(
                            new GroupKey(group.id()), group.members().size()));
        }
        return rule;
    }

    /** Charges the student's need for a group if the student has none; nothing for a student who is there in no week. */
    private Rule studentWithoutGroup() {
        List<Scope> scopes = context.memberships().stream()
                .filter(one -> weeks.isEverPresent(one.student().id()))
                .map(one -> new Scope(one, List.of(), List.of(), List.of(one)))
                .toList();
        return local(CoreRules.STUDENT_WITHOUT_GROUP, scopes, (scope, view, charge) -> {
            if (view.joinedGroup(0) == null) {
                Membership one = (Membership) scope.key();
                StudentId student = one.student().id();
                charge.add(one.grouping().needOf(student), student);
            }
        });
    }

    /** Charges 1 for a student in a group that the student may not join, which only a manual change can cause. */
    private Rule notAllowed() {
        return sum(CoreRules.GROUP_NOT_ALLOWED)
                .overMemberships((membership, group, entries) -> {
                    StudentId student = membership.student().id();
                    if (!membership.grouping().allows(student, group) && weeks.isEverPresent(student)) {
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
        SumRule.Builder rule = sum(CoreRules.MIXED_SCHOOLS).overMemberships((membership, group, entries) -> {
            SchoolId school = membership.student().school();
            if (school != null
                    && !membership.grouping().mayStayEmpty()
                    && weeks.isEverPresent(membership.student().id())) {
                entries.add(new SchoolInGroupKey(group, school), 1);
            }
        });
        for (Grouping grouping : context.groupings()) {
            if (grouping.mayStayEmpty()) {
                continue;
            }
            Map<SchoolId, Integer> perSchool = new HashMap<>();
            studentsOf(grouping).forEach(student -> {
                SchoolId school = student.school();
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

    /** Returns the students of a grouping who are there in some week, given ones first. */
    private Stream<Student> studentsOf(Grouping grouping) {
        return Stream.concat(
                        grouping.groups().stream()
                                .flatMap(group -> group.members().stream())
                                .map(GroupMember::studentId),
                        grouping.students().stream().filter(weeks::isEverPresent))
                .map(this::student);
    }
}
