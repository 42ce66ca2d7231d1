package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
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
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who belongs to which class, whether the class names the student or the student names the class. */
public final class HomeClasses {
    private final Map<GroupId, Set<StudentId>> members = new HashMap<>();
    private final Map<GroupId, Set<StudentId>> named = new HashMap<>();
    private final Map<StudentId, Group> homes = new HashMap<>();

    /** @param problem whose groups and students count */
    public HomeClasses(Problem problem) {
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

    /** Everybody in a group in some week, each once; empty also if there is no such group. */
    public List<StudentId> members(GroupId group) {
        return List.copyOf(members.getOrDefault(group, Set.of()));
    }

    /** Everybody in some groups, and some students named singly besides, each once, but for those who are left out. */
    public List<StudentId> members(
            Collection<GroupId> groups, Collection<StudentId> besides, Collection<StudentId> without) {
        return Stream.concat(groups.stream().flatMap(one -> members(one).stream()), besides.stream())
                .distinct()
                .filter(one -> !without.contains(one))
                .toList();
    }

    /**
     * Lets the same students take part in a session, as whole groups where everybody in them does and the group itself names them, otherwise singly; without those who are left out.
     *
     * @return the session
     */
    public Session.Builder attend(
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
     * Some students class by class, each class's in the order of their ids.
     *
     * @return by the names of the classes, those of the same name, as at several schools, with their id in brackets; those without a class are under
     *     an empty name
     */
    public SortedMap<String, List<StudentId>> byName(Collection<StudentId> students) {
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
     * Some students of one class in as few parts as it takes so that the class is never emptied, each of at least one student and as even as can be.
     *
     * @param some    students of one class, or of none, at least one
     * @param percent share of the class that a part has at most, 1 to 100; students without a class are a class of their own
     */
    public List<List<StudentId>> parts(List<StudentId> some, int percent) {
        Group home = homes.get(some.getFirst());
        int all = home == null ? some.size() : members(home.id()).size();
        int most = Math.max(1, all * percent / 100);
        int parts = (some.size() + most - 1) / most;
        return IntStream.range(0, parts)
                .mapToObj(i -> some.subList(i * some.size() / parts, (i + 1) * some.size() / parts))
                .toList();
    }

    /** Whether a student has a class. */
    public boolean hasClass(StudentId student) {
        return homes.containsKey(student);
    }

    /** What a student's class is called in an id; {@code none} for somebody without a class. */
    public String idOfClass(StudentId student) {
        Group home = homes.get(student);
        return home == null ? "none" : home.id().value();
    }
}
