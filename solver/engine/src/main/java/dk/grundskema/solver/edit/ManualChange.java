package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import org.jspecify.annotations.Nullable;

/** A change that a planner makes by hand. */
public sealed interface ManualChange {
    /**
     * Assigns a seat. A seat that belongs to several sessions is assigned in all of them.
     *
     * @param sessionId one of the seat's sessions
     * @param position position among the seats of the session's meeting, from 0, the teachers of a lesson first; the
     * number of seats adds a seat
     * @param staffId the new holder; {@code null} empties the seat
     */
    record SeatChange(
            SessionId sessionId, int position, @Nullable StaffId staffId) implements ManualChange {}

    /**
     * Moves a session to another time, which need not be one of its choices.
     *
     * @param sessionId the session
     * @param time the new time; {@code null} means that the session is not held
     */
    record TimeChange(SessionId sessionId, @Nullable MeetingTime time) implements ManualChange {}

    /**
     * Moves a session to another room; for a lesson of the existing timetable this is its additional room.
     *
     * @param sessionId the session
     * @param roomId the new room, which need not be one of its choices; {@code null} means no room
     */
    record RoomChange(SessionId sessionId, @Nullable RoomId roomId) implements ManualChange {}

    /**
     * Swaps the subjects of two modules; one of them may be empty.
     *
     * @param sessionId one module
     * @param otherId the other module
     */
    record SubjectSwap(SessionId sessionId, SessionId otherId) implements ManualChange {}

    /**
     * Gives a module a subject that is not yet placed; its former subject becomes unplaced.
     *
     * @param sessionId the module
     * @param subject the subject; {@code null} empties the module
     */
    record SubjectChange(SessionId sessionId, @Nullable String subject) implements ManualChange {}

    /**
     * Moves a student to a group, and so out of another group of the same grouping.
     *
     * @param studentId the student
     * @param groupId the group; {@code null} removes the student from all formed groups
     */
    record GroupChange(StudentId studentId, @Nullable GroupId groupId) implements ManualChange {}
}
