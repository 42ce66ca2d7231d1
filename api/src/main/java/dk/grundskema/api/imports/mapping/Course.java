package dk.grundskema.api.imports.mapping;

import dk.grundskema.domain.finding.Checks;
import java.util.List;

/**
 * A course, elective or half class, and who is in it.
 *
 * @param name     the course as files have it
 * @param classes  classes that its students come from; empty means that the files say it
 * @param students its students, by the keys or names of the list of students; empty means that the files say it
 */
public record Course(String name, List<String> classes, List<String> students) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or too long */
    public Course {
        classes = List.copyOf(classes);
        students = List.copyOf(students);
        new Checks().name("name", name).done();
    }
}
