package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Students for whom a school's plan holds something that is no ordinary lesson, singly or in a group other than a class or course. What is held for a
 * whole class or course is on its own sheet; who has something besides sees it too.
 */
public final class SupportedStudents {
    private final TimetableViews all;
    private final Map<GroupId, List<Integer>> placesOfGroup = new HashMap<>();
    private final Map<StudentId, List<Integer>> placesOfSingle = new HashMap<>();
    private final Map<StudentId, List<GroupId>> groupsOf = new HashMap<>();
    private final Set<StudentId> supported = new HashSet<>();

    /**
     * @param all       everything that is held
     * @param repeating interventions that repeat from week to week
     */
    SupportedStudents(TimetableViews all, Set<InterventionId> repeating) {
        this.all = all;
        all.teams().forEach(team -> all.members(team).forEach(member -> put(groupsOf, member.id(), team.id())));
        var ordinary = all.problem().groups().stream()
                .filter(group -> group.kind() == Group.Kind.CLASS || group.kind() == Group.Kind.COURSE)
                .map(Group::id)
                .collect(Collectors.toSet());
        var own = new HashSet<GroupId>();
        var entries = all.entries();
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            boolean isSupport = entry.existing() == null
                    && repeating.contains(entry.occurrence().meeting().interventionId());
            for (var team : entry.teams()) {
                put(placesOfGroup, team.id(), place);
                if (isSupport && !ordinary.contains(team.id())) {
                    own.add(team.id());
                }
            }
            for (Member student : entry.students()) {
                put(placesOfSingle, student.id(), place);
                if (isSupport) {
                    supported.add(student.id());
                }
            }
        }
        groupsOf.forEach((student, groups) -> {
            if (groups.stream().anyMatch(own::contains)) {
                supported.add(student);
            }
        });
    }

    private static <K, V> void put(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, each -> new ArrayList<>()).add(value);
    }

    /**
     * Students of one home class.
     *
     * @param name     name of the class; empty means that theirs isn't known
     * @param students at least one, in the order of their names
     */
    public record OfClass(String name, List<Member> students) {
        /** Copies the list. */
        public OfClass {
            students = List.copyOf(students);
        }
    }

    /** All of them by their home classes, in the order of the classes' names; last those whose class isn't known. */
    public List<OfClass> byClass() {
        var homes = homes(all.problem());
        Map<GroupId, List<Member>> known = new HashMap<>();
        var others = new ArrayList<Member>();
        for (Student student : all.problem().students()) {
            if (supported.contains(student.id())) {
                GroupId home = homes.get(student.id());
                Member member = all.member(student.id());
                if (home == null) {
                    others.add(member);
                } else {
                    put(known, home, member);
                }
            }
        }
        var classes = all.problem().groups().stream()
                .filter(group -> known.containsKey(group.id()))
                .sorted(NaturalOrder.by(Group::name))
                .map(group -> new OfClass(group.name(), sorted(known.getOrDefault(group.id(), List.of()))))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!others.isEmpty()) {
            classes.add(new OfClass("", sorted(others)));
        }
        return List.copyOf(classes);
    }

    private static List<Member> sorted(Collection<Member> students) {
        return students.stream().sorted(NaturalOrder.by(Member::name)).toList();
    }

    /** The home class as the student names it, else the first class that names the student. */
    private static Map<StudentId, GroupId> homes(Problem problem) {
        var classes = problem.groups().stream()
                .filter(group -> group.kind() == Group.Kind.CLASS)
                .toList();
        var homes = new HashMap<StudentId, GroupId>();
        for (Group group : classes) {
            for (GroupMember member : group.members()) {
                homes.putIfAbsent(member.studentId(), group.id());
            }
        }
        Set<GroupId> given = problem.groups().stream().map(Group::id).collect(Collectors.toSet());
        for (Student student : problem.students()) {
            GroupId home = student.classGroup();
            if (home != null && given.contains(home)) {
                homes.put(student.id(), home);
            }
        }
        return homes;
    }

    /**
     * What a student takes part in, in the weeks in which there is anything but ordinary lessons, in the order of time. Who comes to an ordinary
     * lesson besides isn't told, for it is the class's.
     */
    public List<Entry> weeksOf(Member student) {
        var places = new TreeSet<>(placesOfSingle.getOrDefault(student.id(), List.of()));
        for (GroupId group : groupsOf.getOrDefault(student.id(), List.of())) {
            places.addAll(placesOfGroup.getOrDefault(group, List.of()));
        }
        Map<IsoWeek, List<Entry>> byWeek = new TreeMap<>();
        for (int place : places) {
            Entry entry = all.entries().get(place);
            if (all.isThere(student, entry)) {
                put(byWeek, entry.occurrence().week(), entry.withoutHelpers());
            }
        }
        return byWeek.values().stream()
                .filter(week -> week.stream().anyMatch(entry -> entry.existing() == null))
                .flatMap(List::stream)
                .toList();
    }
}
