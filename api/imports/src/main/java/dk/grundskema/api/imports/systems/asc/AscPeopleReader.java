package dk.grundskema.api.imports.systems.asc;

import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads teachers, classes, rooms and students of aSc. */
final class AscPeopleReader {
    private final XmlElement root;
    private final SystemSourceBuilder source;
    final AscNameTable teachers;
    final AscNameTable classes;
    final AscNameTable rooms;
    final AscNameTable students;

    AscPeopleReader(XmlElement root, SystemSourceBuilder source) {
        this.root = root;
        this.source = source;
        teachers = names("teachers", "teacher", List.of("short", "name"));
        classes = names("classes", "class", List.of("short", "name"));
        rooms = names("classrooms", "classroom", List.of("short", "name"));
        students = names("students", "student", List.of("id"));
    }

    private AscNameTable names(String table, String row, List<String> fields) {
        return new AscNameTable(row, root.rows(table, row).toList(), fields, source);
    }

    void addAll() {
        root.rows("teachers", "teacher").filter(AscPeopleReader::hasId).forEach(each -> {
            String where = "teacher " + each.attribute("id");
            String email = each.attribute("email");
            source.staff.add(new SourceStaffMember(
                    source.location(where),
                    source.text(teachers.name(each.attribute("id")), where),
                    name(each, where),
                    List.of(),
                    null,
                    email.isEmpty() ? null : source.text(email, where),
                    List.of()));
        });
        root.rows("classes", "class").filter(AscPeopleReader::hasId).forEach(each -> {
            String where = "class " + each.attribute("id");
            var key = source.text(classes.name(each.attribute("id")), where);
            source.groups.add(
                    new SourceGroup(source.location(where), key, name(each, where), true, List.of(), List.of()));
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
        return name.isEmpty() ? null : source.text(name, where);
    }

    private void addRoom(XmlElement room) {
        String where = "classroom " + room.attribute("id");
        String capacity = room.attribute("capacity");
        source.rooms.add(new SourceRoom(
                source.location(where),
                source.text(rooms.name(room.attribute("id")), where),
                name(room, where),
                null,
                capacity.matches("[1-9]\\d{0,4}") ? Integer.valueOf(capacity) : null));
    }

    private void addStudent(XmlElement student) {
        String where = "student " + student.attribute("id");
        var key = source.text(student.attribute("id"), where);
        var name = name(student, where);
        var of = classes.resolveNames(student.attribute("classid"), where);
        source.students.add(new SourceStudent(
                source.location(where),
                key,
                name == null ? key : name,
                of.isEmpty() ? null : source.text(of.getFirst(), where),
                null,
                List.of(),
                List.of()));
    }
}
