package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair that is kept. Source: guide, part B (composed by those who know the students).
 *
 * @param students    two students of one set, or three
 * @param confirmedBy teacher who has confirmed it; {@code null} means that it is a pin of the planner's, and still to be confirmed
 */
public record PeerPair(List<StudentId> students, @Nullable StaffId confirmedBy) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if there are not two or three different students */
    public PeerPair {
        students = List.copyOf(students);
        new Checks()
                .range("students", students.size(), 2, 3)
                .distinct("students", students)
                .done();
    }
}
