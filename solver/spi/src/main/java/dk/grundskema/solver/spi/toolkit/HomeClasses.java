package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The members of classes, whether the class lists the student or the student refers to the class. */
public final class HomeClasses {
    private final Problem problem;
    private final Map<GroupId, Set<StudentId>> members = new HashMap<>();
    private final Map<GroupId, Set<StudentId>> named = new HashMap<>();
    private final Map<StudentId, Group> homes = new HashMap<>();

    /** @param problem the problem with groups and students */
    public HomeClasses(Problem problem) {
        this.problem = problem;
        for (Group group : problem.groups()) {
            var some = members.computeIfAbsent(group.id(), any -> new LinkedHashSet<>());
            group.members().stream().map(GroupMember::studentId).forEach(some::add);
            named.put(group.id(), Set.copyOf(some));
            if (group.kind() == Group.Kind.CLASS) {
                some.forEach(student -> homes.putIfAbsent(student, group));
            }
        }
        for (Student student : problem.students()) {
            GroupId home = student.classGroup();
            if (home != null) {
                members.computeIfAbsent(home, any -> new LinkedHashSet<>()).add(student.id());
                problem.group(home).ifPresent(group -> homes.put(student.id(), group));
            }
        }
    }

    /** Returns the students who are in a group in some week, each once; empty also if there is no such group. */
    public List<StudentId> members(GroupId group) {
        return List.copyOf(members.getOrDefault(group, Set.of()));
    }

    /** Returns the members of some groups and further single students, each once, except those in {@code without}. */
    public List<StudentId> members(
            Collection<GroupId> groups, Collection<StudentId> besides, Collection<StudentId> without) {
        return Stream.concat(groups.stream().flatMap(one -> members(one).stream()), besides.stream())
                .distinct()
                .filter(one -> !without.contains(one))
                .toList();
    }

    /**
     * Returns the weeks in which a student takes part who is a member of some classes or named singly: those in which one of the classes has the student, all
     * if the student is named; without those in which the student has left or is away from Monday to Sunday. A class that does not list a student who refers
     * to it has the student in all weeks.
     *
     * @param besides students named singly
     * @return empty also if the student is in none of the classes and not named
     */
    public SortedSet<IsoWeek> weeks(StudentId student, Collection<GroupId> groups, Collection<StudentId> besides) {
        SortedSet<IsoWeek> present = problem.weeksPresent(student);
        if (besides.contains(student)) {
            return present;
        }
        var own = new TreeSet<IsoWeek>();
        for (GroupId id : groups) {
            List<SortedSet<IsoWeek>> memberships = problem.group(id).stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> member.studentId().equals(student))
                    .map(GroupMember::weeks)
                    .toList();
            boolean isAlways = memberships.isEmpty()
                    ? members(id).contains(student)
                    : memberships.stream().anyMatch(Set::isEmpty);
            if (isAlways) {
                return present;
            }
            memberships.forEach(own::addAll);
        }
        own.retainAll(present);
        return own;
    }

    /**
     * Adds the same students to a session: a whole group where all its members take part and the group itself lists them, otherwise single
     * students; except those in {@code without}.
     *
     * @return the session
     */
    public Session.Builder withParticipants(
            Session.Builder session,
            Collection<GroupId> groups,
            Collection<StudentId> besides,
            Collection<StudentId> without) {
        var whole = groups.stream()
                .filter(one -> named.getOrDefault(one, Set.of()).containsAll(members(one))
                        && Collections.disjoint(members(one), without))
                .toList();
        var singly = groups.stream().filter(one -> !whole.contains(one)).toList();
        return session.groups(whole).students(members(singly, besides, without));
    }

    /**
     * Returns some students by class, those of a class in order of their ids.
     *
     * @return students by class name; classes with the same name, as at several schools, have their id in brackets; students without a class have
     *     an empty name
     */
    public SortedMap<String, List<StudentId>> studentsByClassName(Collection<StudentId> students) {
        SortedMap<String, List<StudentId>> classes = new TreeMap<>();
        Map<String, Set<GroupId>> namesakes = new HashMap<>();
        students.stream()
                .map(homes::get)
                .filter(Objects::nonNull)
                .forEach(home -> namesakes
                        .computeIfAbsent(home.name(), any -> new HashSet<>())
                        .add(home.id()));
        for (StudentId student : students) {
            Group home = homes.get(student);
            String name = home == null ? "" : home.name();
            boolean isShared = namesakes.getOrDefault(name, Set.of()).size() > 1;
            String unique = home != null && isShared ? name + " (" + home.id() + ")" : name;
            classes.computeIfAbsent(unique, any -> new ArrayList<>()).add(student);
        }
        classes.values().forEach(some -> some.sort(null));
        return Collections.unmodifiableSortedMap(classes);
    }

    /**
     * Splits some students of one class into the fewest parts such that each part takes at most a share of the class. Parts have at least one
     * student and differ in size by at most one.
     *
     * @param some    students of one class, or of none, at least one
     * @param percent largest share of the class in a part, 1 to 100; students without a class count as a class of their own
     */
    public List<List<StudentId>> splitClass(List<StudentId> some, int percent) {
        Group home = homes.get(some.getFirst());
        int all = home == null ? some.size() : members(home.id()).size();
        int most = Math.max(1, all * percent / 100);
        int parts = (some.size() + most - 1) / most;
        return IntStream.range(0, parts)
                .mapToObj(i -> some.subList(i * some.size() / parts, (i + 1) * some.size() / parts))
                .toList();
    }

    /** Returns whether a student has a class. */
    public boolean hasClass(StudentId student) {
        return homes.containsKey(student);
    }

    /** Returns the id of a student's class for use in other ids; {@code none} if there is no class. */
    public String classIdOrNone(StudentId student) {
        Group home = homes.get(student);
        return home == null ? "none" : home.id().value();
    }
}
