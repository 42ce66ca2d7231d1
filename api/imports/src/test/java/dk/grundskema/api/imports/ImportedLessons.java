package dk.grundskema.api.imports;

import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lessons of imported problems as plain rows, to compare them with what a file says. */
public final class ImportedLessons {
    private ImportedLessons() {}

    /**
     * A weekly lesson of one class.
     *
     * @param schoolClass name of the class; empty means none
     * @param day         weekday
     * @param start       start time
     * @param end         end time
     * @param subject     subject
     * @param teachers    names of the teachers
     * @param rooms       names of the rooms
     */
    public record Row(
            String schoolClass,
            DayOfWeek day,
            LocalTime start,
            LocalTime end,
            String subject,
            Set<String> teachers,
            Set<String> rooms) {
        /** Copies the sets. */
        public Row {
            teachers = Set.copyOf(teachers);
            rooms = Set.copyOf(rooms);
        }
    }

    /** Imports one file for the school year 2026/27. */
    public static ImportResult importFile(Path file) {
        var request = new ImportRequest(
                List.of(new NamedFile(String.valueOf(file.getFileName()), file)),
                null,
                null,
                "2026/27",
                null,
                null,
                Language.EN,
                "school.json",
                StudentIdScheme.of(StudentKey::random));
        return new FileImporter(PluginRegistry.of(List.of()), any -> List.of()).importFiles(request);
    }

    /** Returns the rows of all lessons of a problem. */
    public static Set<Row> rows(Problem problem) {
        Map<Object, String> classes = problem.groups().stream()
                .filter(group -> group.kind() == Group.Kind.CLASS)
                .collect(Collectors.toMap(Group::id, Group::name));
        Map<Object, String> staff =
                problem.staff().stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name));
        Map<Object, String> rooms = problem.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        var rows = new java.util.HashSet<Row>();
        for (Lesson lesson : problem.lessons()) {
            List<String> of = names(lesson.groupIds(), classes);
            for (String one : of.isEmpty() ? List.of("") : of) {
                rows.add(new Row(
                        one,
                        lesson.time().weekday(),
                        lesson.time().start(),
                        lesson.time().end(),
                        lesson.subject(),
                        new TreeSet<>(names(lesson.staffIds(), staff)),
                        new TreeSet<>(names(lesson.rooms(), rooms))));
            }
        }
        return rows;
    }

    private static List<String> names(Collection<?> ids, Map<Object, String> names) {
        return ids.stream().map(names::get).filter(Objects::nonNull).toList();
    }
}
