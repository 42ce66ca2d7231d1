package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
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
 * Students who have entries other than ordinary lessons in a school's plan: alone, or in a group that is not a class or course. Entries for
 * a whole class or course are on the class's own sheet, and also on the sheets of supported students.
 */
public final class SupportedStudents {
    private final TimetableViews all;
    private final Map<GroupId, List<Integer>> placesOfGroup = new HashMap<>();
    private final Map<StudentId, List<Integer>> placesOfSingle = new HashMap<>();
    private final Map<StudentId, List<GroupId>> groupsOf = new HashMap<>();
    private final Set<StudentId> supported = new HashSet<>();

    /**
     * @param all       the whole timetable
     * @param repeating interventions that repeat weekly
     */
    SupportedStudents(TimetableViews all, Set<InterventionId> repeating) {
        this.all = all;
        all.teams().forEach(team -> all.members(team).forEach(member -> addToList(groupsOf, member.id(), team.id())));
        var ordinary = all.problem().groups().stream()
                .filter(group -> group.kind() == Group.Kind.CLASS || group.kind() == Group.Kind.COURSE)
                .map(Group::id)
                .collect(Collectors.toSet());
        var own = new HashSet<GroupId>();
        var entries = all.entries();
        for (int place = 0; place < entries.size(); place++) {
            TimetableEntry entry = entries.get(place);
            boolean isSupport = entry.existing() == null
                    && repeating.contains(entry.occurrence().meeting().interventionId());
            for (var team : entry.teams()) {
                addToList(placesOfGroup, team.id(), place);
                if (isSupport && !ordinary.contains(team.id())) {
                    own.add(team.id());
                }
            }
            for (NumberedStudent student : entry.students()) {
                addToList(placesOfSingle, student.id(), place);
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

    private static <K, V> void addToList(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, each -> new ArrayList<>()).add(value);
    }

    /**
     * Students of one home class.
     *
     * @param name     name of the class; empty if their class is unknown
     * @param students at least one, in the order of their names
     */
    public record StudentsOfClass(String name, List<NumberedStudent> students) {
        /** Copies the list. */
        public StudentsOfClass {
            students = List.copyOf(students);
        }
    }

    /** Returns the supported students by home class, in the order of the class names; those without a known class last. */
    public List<StudentsOfClass> byClass() {
        var homes = homeClasses(all.problem());
        Map<GroupId, List<NumberedStudent>> known = new HashMap<>();
        var others = new ArrayList<NumberedStudent>();
        for (Student student : all.problem().students()) {
            if (supported.contains(student.id())) {
                GroupId home = homes.get(student.id());
                NumberedStudent member = all.student(student.id());
                if (home == null) {
                    others.add(member);
                } else {
                    addToList(known, home, member);
                }
            }
        }
        var classes = all.problem().groups().stream()
                .filter(group -> known.containsKey(group.id()))
                .sorted(NaturalOrder.by(Group::name))
                .map(group -> new StudentsOfClass(group.name(), sorted(known.getOrDefault(group.id(), List.of()))))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!others.isEmpty()) {
            classes.add(new StudentsOfClass("", sorted(others)));
        }
        return List.copyOf(classes);
    }

    private static List<NumberedStudent> sorted(Collection<NumberedStudent> students) {
        return students.stream().sorted(NaturalOrder.by(NumberedStudent::name)).toList();
    }

    /** Returns each student's home class: the one that the student states, else the first class that lists the student. */
    private static Map<StudentId, GroupId> homeClasses(Problem problem) {
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
     * Returns a student's entries in the weeks with more than ordinary lessons, in order of time. Ordinary lessons come without additional
     * staff, because they support the class.
     */
    public List<TimetableEntry> entriesInSupportWeeks(NumberedStudent student) {
        var places = new TreeSet<>(placesOfSingle.getOrDefault(student.id(), List.of()));
        for (GroupId group : groupsOf.getOrDefault(student.id(), List.of())) {
            places.addAll(placesOfGroup.getOrDefault(group, List.of()));
        }
        Map<IsoWeek, List<TimetableEntry>> byWeek = new TreeMap<>();
        for (int place : places) {
            TimetableEntry entry = all.entries().get(place);
            if (all.takesPart(student, entry)) {
                addToList(byWeek, entry.occurrence().week(), entry.withoutHelpers());
            }
        }
        return byWeek.values().stream()
                .filter(week -> week.stream().anyMatch(entry -> entry.existing() == null))
                .flatMap(List::stream)
                .toList();
    }
}
