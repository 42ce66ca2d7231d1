package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair of students that is kept whatever is planned.
 *
 * @param students    two or three students
 * @param confirmedBy person who confirmed it; {@code null} means that the planner pinned it and nobody has confirmed it yet
 */
public record KeptPair(List<StudentId> students, @Nullable StaffId confirmedBy) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException unless there are two or three different students */
    public KeptPair {
        students = List.copyOf(students);
        new RecordValidator()
                .range("students", students.size(), 2, 3)
                .distinct("students", students)
                .throwIfInvalid();
    }
}
