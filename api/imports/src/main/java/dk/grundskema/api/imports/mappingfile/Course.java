package dk.grundskema.api.imports.mappingfile;

import dk.grundskema.domain.finding.RecordValidator;
import java.util.List;

/**
 * A course, elective or half class, and its members.
 *
 * @param name     the course's name in the files
 * @param classes  classes of its students; empty means that the files state them
 * @param students its students, by key or name in the list of students; empty means that the files state them
 */
public record Course(String name, List<String> classes, List<String> students) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or too long */
    public Course {
        classes = List.copyOf(classes);
        students = List.copyOf(students);
        new RecordValidator().name("name", name).throwIfInvalid();
    }
}
