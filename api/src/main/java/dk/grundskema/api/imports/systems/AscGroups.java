package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceGroup;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups of aSc: whole classes, or parts of a class, whose students the file may name. */
final class AscGroups {
    private final Notebook notes;
    private final AscPeople people;
    private final Map<String, Element> groups = new HashMap<>();

    AscGroups(Element root, AscPeople people, Notebook notes) {
        this.notes = notes;
        this.people = people;
        root.rows("groups", "group").forEach(each -> groups.putIfAbsent(each.attribute("id"), each));
        root.rows("groups", "group").filter(each -> !isWhole(each)).forEach(this::note);
    }

    private void note(Element group) {
        String where = "group " + group.attribute("id");
        if (!name(group).isBlank()) {
            notes.groups.add(new SourceGroup(
                    notes.at(where),
                    notes.said(name(group), where),
                    null,
                    false,
                    people.classes.all(group.attribute("classid"), where).stream()
                            .map(each -> notes.said(each, where))
                            .toList(),
                    people.students.all(group.attribute("studentids"), where).stream()
                            .map(each -> notes.said(each, where))
                            .toList()));
        }
    }

    /** The names of groups are those of many classes ("Boys"), so the class is put before it. */
    private String name(Element group) {
        String of = group.attribute("classid").isEmpty() ? "" : people.classes.name(group.attribute("classid"));
        return (of + " " + group.attribute("name")).strip();
    }

    private static boolean isWhole(Element group) {
        return group.attribute("entireclass").equals("1");
    }

    /**
     * Who takes part in a lesson.
     *
     * @param classes classes as a whole
     * @param courses parts of classes
     * @param unknown whether it isn't known of some part who is in it
     */
    record Learners(Set<String> classes, Set<String> courses, boolean unknown) {}

    Learners of(Element lesson, String where) {
        var courses = new LinkedHashSet<String>();
        var split = new LinkedHashSet<String>();
        boolean unknown = false;
        for (String id : AscNames.ids(lesson.attribute("groupids"))) {
            Element group = groups.get(id);
            if (group == null) {
                notes.warning(where, "import.asc.unknown-id", "group", id);
            } else if (!isWhole(group) && !name(group).isBlank()) {
                courses.add(name(group));
                split.addAll(AscNames.ids(group.attribute("classid")));
                unknown |= group.attribute("studentids").isEmpty();
            }
        }
        var classes = new LinkedHashSet<String>();
        List<String> ids = AscNames.ids(lesson.attribute("classids"));
        ids.stream().filter(id -> !split.contains(id)).forEach(id -> classes.addAll(people.classes.all(id, where)));
        return new Learners(classes, courses, unknown);
    }
}
