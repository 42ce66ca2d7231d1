package dk.grundskema.domain.problem;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Who is to fill a seat, fixed by the planner.
 *
 * @param position index of the seat in the session's meeting, from 0. In a session that is a lesson of the existing timetable, the lesson's teachers
 *     precede the session's own seats
 * @param staffId  the staff member; {@code null} means that the seat stays empty
 */
public record SeatLock(int position, @Nullable StaffId staffId) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the position is out of range */
    public SeatLock {
        new RecordValidator().range("position", position, 0, 99).throwIfInvalid();
    }
}
