package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the packages: one student, or everybody in a class.
 *
 * @param studentId which student; {@code null} where a class is named
 * @param groupId   which class or other group; {@code null} where a student is named
 * @param language  language in which the family is guided, as people call it; empty means the school's own. What is said of a student goes before
 *     what is said of the class
 */
public record Receiver(
        @Nullable StudentId studentId,
        @Nullable GroupId groupId,
        @Default("\"\"") String language) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if it names both a student and a class, or neither */
    public Receiver {
        new Checks()
                .that((studentId == null) != (groupId == null), "studentId", "book-packages.student-or-class")
                .line("language", language)
                .done();
    }
}
