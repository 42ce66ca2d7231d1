package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceGroup;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads groups of aSc: whole classes, or parts of a class, whose students the file may name. */
final class AscGroupReader {
    private final SystemSourceBuilder source;
    private final AscPeopleReader people;
    private final Map<String, XmlElement> groups = new HashMap<>();

    AscGroupReader(XmlElement root, AscPeopleReader people, SystemSourceBuilder source) {
        this.source = source;
        this.people = people;
        root.rows("groups", "group").forEach(each -> groups.putIfAbsent(each.attribute("id"), each));
        root.rows("groups", "group").filter(each -> !isWholeClass(each)).forEach(this::addGroup);
    }

    private void addGroup(XmlElement group) {
        String where = "group " + group.attribute("id");
        if (!name(group).isBlank()) {
            source.groups.add(new SourceGroup(
                    source.location(where),
                    source.text(name(group), where),
                    null,
                    false,
                    people.classes.resolveNames(group.attribute("classid"), where).stream()
                            .map(each -> source.text(each, where))
                            .toList(),
                    people.students.resolveNames(group.attribute("studentids"), where).stream()
                            .map(each -> source.text(each, where))
                            .toList()));
        }
    }

    /** Returns the group's name with the class in front, since many classes have the same group names ("Boys"). */
    private String name(XmlElement group) {
        String of = group.attribute("classid").isEmpty() ? "" : people.classes.name(group.attribute("classid"));
        return (of + " " + group.attribute("name")).strip();
    }

    private static boolean isWholeClass(XmlElement group) {
        return group.attribute("entireclass").equals("1");
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
        var courses = new LinkedHashSet<String>();
        var split = new LinkedHashSet<String>();
        boolean unknown = false;
        for (String id : AscNameTable.ids(lesson.attribute("groupids"))) {
            XmlElement group = groups.get(id);
            if (group == null) {
                source.warning(where, "import.asc.unknown-id", "group", id);
            } else if (!isWholeClass(group) && !name(group).isBlank()) {
                courses.add(name(group));
                split.addAll(AscNameTable.ids(group.attribute("classid")));
                unknown |= group.attribute("studentids").isEmpty();
            }
        }
        var classes = new LinkedHashSet<String>();
        List<String> ids = AscNameTable.ids(lesson.attribute("classids"));
        ids.stream()
                .filter(id -> !split.contains(id))
                .forEach(id -> classes.addAll(people.classes.resolveNames(id, where)));
        return new Learners(classes, courses, unknown);
    }
}
