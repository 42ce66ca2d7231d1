package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads teachers, classes, rooms and students of aSc. */
final class AscPeopleReader {
    private final XmlElement root;
    private final SystemSourceBuilder notes;
    final AscNameTable teachers;
    final AscNameTable classes;
    final AscNameTable rooms;
    final AscNameTable students;

    AscPeopleReader(XmlElement root, SystemSourceBuilder notes) {
        this.root = root;
        this.notes = notes;
        teachers = names("teachers", "teacher", List.of("short", "name"));
        classes = names("classes", "class", List.of("short", "name"));
        rooms = names("classrooms", "classroom", List.of("short", "name"));
        students = names("students", "student", List.of("id"));
    }

    private AscNameTable names(String table, String row, List<String> fields) {
        return new AscNameTable(row, root.rows(table, row).toList(), fields, notes);
    }

    void addAll() {
        root.rows("teachers", "teacher").filter(AscPeopleReader::hasId).forEach(each -> {
            String where = "teacher " + each.attribute("id");
            String email = each.attribute("email");
            notes.staff.add(new SourceStaffMember(
                    notes.location(where),
                    notes.text(teachers.name(each.attribute("id")), where),
                    name(each, where),
                    List.of(),
                    null,
                    email.isEmpty() ? null : notes.text(email, where),
                    List.of()));
        });
        root.rows("classes", "class").filter(AscPeopleReader::hasId).forEach(each -> {
            String where = "class " + each.attribute("id");
            var key = notes.text(classes.name(each.attribute("id")), where);
            notes.groups.add(
                    new SourceGroup(notes.location(where), key, name(each, where), true, List.of(), List.of()));
        });
        root.rows("classrooms", "classroom").filter(AscPeopleReader::hasId).forEach(this::addRoom);
        root.rows("students", "student").filter(AscPeopleReader::hasId).forEach(this::addStudent);
    }

    private static boolean hasId(XmlElement row) {
        return !row.attribute("id").isEmpty();
    }

    private @Nullable SourceText name(XmlElement row, String where) {
        String name = row.attribute("name").isEmpty()
                ? (row.attribute("firstname") + " " + row.attribute("lastname")).strip()
                : row.attribute("name");
        return name.isEmpty() ? null : notes.text(name, where);
    }

    private void addRoom(XmlElement room) {
        String where = "classroom " + room.attribute("id");
        String capacity = room.attribute("capacity");
        notes.rooms.add(new SourceRoom(
                notes.location(where),
                notes.text(rooms.name(room.attribute("id")), where),
                name(room, where),
                null,
                capacity.matches("[1-9]\\d{0,4}") ? Integer.valueOf(capacity) : null));
    }

    private void addStudent(XmlElement student) {
        String where = "student " + student.attribute("id");
        var key = notes.text(student.attribute("id"), where);
        var name = name(student, where);
        var of = classes.resolveNames(student.attribute("classid"), where);
        notes.students.add(new SourceStudent(
                notes.location(where),
                key,
                name == null ? key : name,
                of.isEmpty() ? null : notes.text(of.getFirst(), where),
                null,
                List.of(),
                List.of()));
    }
}
