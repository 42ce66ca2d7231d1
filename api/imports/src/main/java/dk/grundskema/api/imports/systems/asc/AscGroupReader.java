package dk.grundskema.api.imports.systems.asc;

import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads who takes part in lessons of aSc: whole classes; groups, which divide a class and whose students the file may name; seminar groups,
 * which students choose by subject.
 */
final class AscGroupReader {
    private final SystemSourceBuilder source;
    private final AscPeopleReader people;
    private final AscNameTable subjects;
    private final Map<String, XmlElement> groups = new LinkedHashMap<>();
    private final Map<List<String>, Set<String>> divisions = new HashMap<>();
    private final Map<List<String>, Set<String>> choices = new HashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, SourceGroup> seminars = new LinkedHashMap<>();

    AscGroupReader(XmlElement root, AscPeopleReader people, AscNameTable subjects, SystemSourceBuilder source) {
        this.source = source;
        this.people = people;
        this.subjects = subjects;
        root.rows("groups", "group").forEach(each -> groups.putIfAbsent(each.attribute("id"), each));
        groups.values().stream()
                .filter(each -> !isWholeClass(each))
                .forEach(each -> divisions
                        .computeIfAbsent(divisionOf(each), any -> new LinkedHashSet<>())
                        .add(each.attribute("id")));
        root.rows("studentsubjects", "studentsubject")
                .filter(each -> !each.attribute("seminargroup").isEmpty())
                .forEach(each -> choices.computeIfAbsent(
                                List.of(each.attribute("subjectid"), each.attribute("seminargroup")),
                                any -> new LinkedHashSet<>())
                        .add(each.attribute("studentid")));
    }

    private static boolean isWholeClass(XmlElement group) {
        String whole = group.attribute("entireclass");
        return whole.equals("1")
                || (whole.isEmpty() && group.attribute("divisiontag").equals("0"));
    }

    /** Returns the key of a group's division: groups of a class with the same tag have all its students together. */
    private static List<String> divisionOf(XmlElement group) {
        return List.of(group.attribute("classid"), group.attribute("divisiontag"));
    }

    /** Adds the groups that lessons use or whose students the file names. Call it after the lessons have been read. */
    void addGroupsInUse() {
        groups.values().stream()
                .filter(each -> !isWholeClass(each) && !name(each).isBlank())
                .filter(each -> used.contains(each.attribute("id"))
                        || !each.attribute("studentids").isEmpty())
                .forEach(this::addGroup);
        source.groups.addAll(seminars.values());
    }

    private void addGroup(XmlElement group) {
        String where = "group " + group.attribute("id");
        source.groups.add(new SourceGroup(
                source.location(where),
                source.text(name(group), where),
                null,
                false,
                texts(people.classes.resolveNames(group.attribute("classid"), where), where),
                texts(people.students.resolveNames(group.attribute("studentids"), where), where)));
    }

    private List<SourceText> texts(Collection<String> names, String where) {
        return names.stream().map(each -> source.text(each, where)).toList();
    }

    /** Returns the group's name with the class in front, since many classes have the same group names ("Boys"). */
    private String name(XmlElement group) {
        String of = group.attribute("classid").isEmpty() ? "" : people.classes.name(group.attribute("classid"));
        return (of + " " + group.attribute("name")).strip();
    }

    /**
     * Participants of a lesson.
     *
     * @param classes whole classes
     * @param courses parts of classes
     * @param unknown whether the members of some part are unknown
     */
    record Learners(Set<String> classes, Set<String> courses, boolean unknown) {}

    Learners learnersOf(XmlElement lesson, String where) {
        String seminar = lesson.attribute("seminargroup");
        if (!seminar.isEmpty() && !seminar.equals("0")) {
            return seminarOf(lesson, seminar, where);
        }
        var ids = new LinkedHashSet<>(AscNameTable.ids(lesson.attribute("groupids")));
        var courses = new LinkedHashSet<String>();
        var split = new LinkedHashSet<String>();
        boolean unknown = false;
        for (String id : ids) {
            XmlElement group = groups.get(id);
            if (group == null) {
                source.warning(where, "import.asc.unknown-id", "group", id);
            } else if (!isWholeClass(group)
                    && !isWholeDivision(group, ids)
                    && !name(group).isBlank()) {
                used.add(id);
                courses.add(name(group));
                split.addAll(AscNameTable.ids(group.attribute("classid")));
                unknown |= group.attribute("studentids").isEmpty();
            }
        }
        var classes = new LinkedHashSet<String>();
        AscNameTable.ids(lesson.attribute("classids")).stream()
                .filter(id -> !split.contains(id))
                .forEach(id -> classes.addAll(people.classes.resolveNames(id, where)));
        return new Learners(classes, courses, unknown);
    }

    /** Whether the lesson has all groups of this one's division, which is the whole class. */
    private boolean isWholeDivision(XmlElement group, Set<String> ids) {
        Set<String> division = divisions.getOrDefault(divisionOf(group), Set.of());
        return division.size() > 1 && !group.attribute("divisiontag").isEmpty() && ids.containsAll(division);
    }

    /** Returns a course of the students who chose the seminar group; an unknown part of the classes if the file does not name them. */
    private Learners seminarOf(XmlElement lesson, String seminar, String where) {
        String subject = lesson.attribute("subjectid");
        Set<String> classes = new LinkedHashSet<>(people.classes.resolveNames(lesson.attribute("classids"), where));
        Set<String> students = choices.getOrDefault(List.of(subject, seminar), Set.of());
        if (students.isEmpty()) {
            return new Learners(classes, Set.of(), !classes.isEmpty());
        }
        String name = subjects.name(subject) + " (" + seminar + ")";
        seminars.computeIfAbsent(
                name,
                any -> new SourceGroup(
                        source.location(where),
                        source.text(name, where),
                        null,
                        false,
                        texts(classes, where),
                        texts(people.students.resolveNames(String.join(",", students), where), where)));
        return new Learners(Set.of(), Set.of(name), false);
    }
}
