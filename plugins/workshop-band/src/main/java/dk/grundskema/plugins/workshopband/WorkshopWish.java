package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StudentId;

/**
 * A student's wish for a workshop.
 *
 * @param studentId the student
 * @param workshop  id of the workshop; in the input also its title, if no other has it
 * @param points    how much the student wants it, 1 to 10, where 10 is most. A workshop that a student does not name has none
 */
public record WorkshopWish(
        StudentId studentId, String workshop, @Default("10") int points) {
    /** Most points of a wish. */
    static final int MOST_POINTS = 10;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the points are out of range */
    public WorkshopWish {
        new RecordValidator().range("points", points, 1, MOST_POINTS).throwIfInvalid();
    }
}
