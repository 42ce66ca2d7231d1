package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import org.jspecify.annotations.Nullable;

/** Something that a planner decides otherwise by hand. */
public sealed interface HandChange {
    /**
     * Somebody takes a seat. Whoever fills a seat that belongs to several sessions is then in all of them.
     *
     * @param sessionId one of the seat's sessions
     * @param position  place among the seats of the session's meeting, from 0, the teachers of a lesson first; one more than there are adds a seat
     * @param staffId   who; {@code null} empties it
     */
    record Seating(
            SessionId sessionId, int position, @Nullable StaffId staffId) implements HandChange {}

    /**
     * A session is held at another time, which need not be one of its choices.
     *
     * @param sessionId which session
     * @param time      when; {@code null} means that it is not held
     */
    record Timing(SessionId sessionId, @Nullable MeetingTime time) implements HandChange {}

    /**
     * A session is held in another room; of a lesson of the existing timetable it is the further room.
     *
     * @param sessionId which session
     * @param roomId    where, also in a room that isn't among its choices; {@code null} means in none
     */
    record Rooming(SessionId sessionId, @Nullable RoomId roomId) implements HandChange {}

    /**
     * Two modules exchange what is taught in them; if one is empty, the other is afterwards.
     *
     * @param sessionId one module
     * @param otherId   the other
     */
    record Swapping(SessionId sessionId, SessionId otherId) implements HandChange {}

    /**
     * A module gets a subject that is not yet placed; what was taught in it is then without a place.
     *
     * @param sessionId which module
     * @param subject   which subject; {@code null} empties the module
     */
    record Teaching(SessionId sessionId, @Nullable String subject) implements HandChange {}

    /**
     * A student joins a group, and so leaves another of the same grouping.
     *
     * @param studentId who
     * @param groupId   which group; {@code null} means that the student leaves all groups that are formed
     */
    record Grouping(StudentId studentId, @Nullable GroupId groupId) implements HandChange {}
}
