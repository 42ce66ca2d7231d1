package dk.grundskema.api.service.edit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.edit.ManualChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is decided otherwise by hand.
 *
 * @param what      what is decided
 * @param sessionId about which session; of all but {@code GROUP}
 * @param position  which seat of the session's meeting, from 0, the teachers of a lesson first; of {@code SEAT}. One more than there are adds a seat
 * @param staffId   who sits there from now on; of {@code SEAT}; absent empties the seat
 * @param time      when it is held from now on; of {@code TIME}; absent means that it isn't held
 * @param roomId    where it is held from now on; of {@code ROOM}; absent means in no room
 * @param otherId   module that it exchanges its subject with; of {@code SWAP}
 * @param subject   what is taught in the module from now on; of {@code SUBJECT}; absent empties the module
 * @param studentId who joins another group; of {@code GROUP}
 * @param groupId   which group; of {@code GROUP}; absent means that the student leaves all groups that are formed
 */
public record ChangeBody(
        DecisionKind what,
        @Nullable SessionId sessionId,
        @Nullable Integer position,
        @Nullable StaffId staffId,
        @Nullable MeetingTime time,
        @Nullable RoomId roomId,
        @Nullable SessionId otherId,
        @Nullable String subject,
        @Nullable StudentId studentId,
        @Nullable GroupId groupId) {
    /** What is decided. */
    public enum DecisionKind {
        /** Who sits in a seat. */
        SEAT,
        /** When a session is held. */
        TIME,
        /** Where a session is held. */
        ROOM,
        /** Which of two modules has which subject. */
        SWAP,
        /** Which subject a module has. */
        SUBJECT,
        /** Which group a student is in. */
        GROUP
    }

    /** Returns the body of a change. */
    public static ChangeBody of(ManualChange change) {
        return switch (change) {
            case ManualChange.SeatChange seat ->
                new ChangeBody(
                        DecisionKind.SEAT,
                        seat.sessionId(),
                        seat.position(),
                        seat.staffId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case ManualChange.TimeChange time ->
                new ChangeBody(
                        DecisionKind.TIME, time.sessionId(), null, null, time.time(), null, null, null, null, null);
            case ManualChange.RoomChange room ->
                new ChangeBody(
                        DecisionKind.ROOM, room.sessionId(), null, null, null, room.roomId(), null, null, null, null);
            case ManualChange.SubjectSwap swap ->
                new ChangeBody(
                        DecisionKind.SWAP, swap.sessionId(), null, null, null, null, swap.otherId(), null, null, null);
            case ManualChange.SubjectChange subject ->
                new ChangeBody(
                        DecisionKind.SUBJECT,
                        subject.sessionId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        subject.subject(),
                        null,
                        null);
            case ManualChange.GroupChange group ->
                new ChangeBody(
                        DecisionKind.GROUP,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        group.studentId(),
                        group.groupId());
        };
    }

    /** Returns the change, or empty with findings if required fields are missing. */
    Optional<ManualChange> toChange(String at, List<Finding> findings) {
        int before = findings.size();
        if (what == DecisionKind.GROUP) {
            if (studentId == null) {
                findings.add(missingField(at, "studentId"));
                return Optional.empty();
            }
            return Optional.of(new ManualChange.GroupChange(studentId, groupId));
        }
        if (sessionId == null) {
            findings.add(missingField(at, "sessionId"));
        }
        if (what == DecisionKind.SEAT && position == null) {
            findings.add(missingField(at, "position"));
        }
        if (what == DecisionKind.SWAP && otherId == null) {
            findings.add(missingField(at, "otherId"));
        }
        return findings.size() > before || sessionId == null ? Optional.empty() : Optional.of(sessionChange(sessionId));
    }

    private ManualChange sessionChange(SessionId session) {
        return switch (what) {
            case SEAT -> new ManualChange.SeatChange(session, position == null ? 0 : position, staffId);
            case TIME -> new ManualChange.TimeChange(session, time);
            case ROOM -> new ManualChange.RoomChange(session, roomId);
            case SWAP -> new ManualChange.SubjectSwap(session, otherId == null ? session : otherId);
            case SUBJECT -> new ManualChange.SubjectChange(session, subject);
            case GROUP -> throw new IllegalStateException("A change of a group refers to no session.");
        };
    }

    private Finding missingField(String at, String field) {
        return Finding.error("editing.names-nothing", at + "/" + field, what.name(), field);
    }
}
