package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourcePerson;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStudent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Teachers, classes, groups, rooms and students of aSc. */
final class AscPeople {
    private final Element root;
    private final Notebook notes;
    final AscNames teachers;
    final AscNames classes;
    final AscNames rooms;
    final AscNames students;

    AscPeople(Element root, Notebook notes) {
        this.root = root;
        this.notes = notes;
        teachers = names("teachers", "teacher", List.of("short", "name"));
        classes = names("classes", "class", List.of("short", "name"));
        rooms = names("classrooms", "classroom", List.of("short", "name"));
        students = names("students", "student", List.of("id"));
    }

    private AscNames names(String table, String row, List<String> fields) {
        return new AscNames(row, root.rows(table, row).toList(), fields, notes);
    }

    void note() {
        root.rows("teachers", "teacher").filter(AscPeople::hasId).forEach(each -> {
            String where = "teacher " + each.attribute("id");
            String email = each.attribute("email");
            notes.staff.add(new SourcePerson(
                    notes.at(where),
                    notes.said(teachers.name(each.attribute("id")), where),
                    name(each, where),
                    List.of(),
                    null,
                    email.isEmpty() ? null : notes.said(email, where),
                    List.of()));
        });
        root.rows("classes", "class").filter(AscPeople::hasId).forEach(each -> {
            String where = "class " + each.attribute("id");
            var key = notes.said(classes.name(each.attribute("id")), where);
            notes.groups.add(new SourceGroup(notes.at(where), key, name(each, where), true, List.of(), List.of()));
        });
        root.rows("classrooms", "classroom").filter(AscPeople::hasId).forEach(this::room);
        root.rows("students", "student").filter(AscPeople::hasId).forEach(this::student);
    }

    private static boolean hasId(Element row) {
        return !row.attribute("id").isEmpty();
    }

    private @Nullable Said name(Element row, String where) {
        String name = row.attribute("name").isEmpty()
                ? (row.attribute("firstname") + " " + row.attribute("lastname")).strip()
                : row.attribute("name");
        return name.isEmpty() ? null : notes.said(name, where);
    }

    private void room(Element room) {
        String where = "classroom " + room.attribute("id");
        String capacity = room.attribute("capacity");
        notes.rooms.add(new SourceRoom(
                notes.at(where),
                notes.said(rooms.name(room.attribute("id")), where),
                name(room, where),
                null,
                capacity.matches("[1-9]\\d{0,4}") ? Integer.valueOf(capacity) : null));
    }

    private void student(Element student) {
        String where = "student " + student.attribute("id");
        var key = notes.said(student.attribute("id"), where);
        var name = name(student, where);
        var of = classes.all(student.attribute("classid"), where);
        notes.students.add(new SourceStudent(
                notes.at(where),
                key,
                name == null ? key : name,
                of.isEmpty() ? null : notes.said(of.getFirst(), where),
                null,
                List.of(),
                List.of()));
    }
}
