package dk.grundskema.domain.problem;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Who is to fill a seat, fixed by the planner.
 *
 * @param position which seat of the session's meeting, from 0, as the timetable has them; where the session is a lesson of the existing
 *     timetable, the lesson's teachers come first and the session's own seats after them
 * @param staffId  who; {@code null} means that the seat stays empty
 */
public record SeatLock(int position, @Nullable StaffId staffId) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the position is out of range */
    public SeatLock {
        new RecordValidator().range("position", position, 0, 99).throwIfInvalid();
    }
}
