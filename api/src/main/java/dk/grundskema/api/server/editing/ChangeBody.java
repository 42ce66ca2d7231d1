package dk.grundskema.api.server.editing;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.engine.HandChange;
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
record ChangeBody(
        What what,
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
    enum What {
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

    /** The change, if it names all that it takes; what is missing is said. */
    Optional<HandChange> change(String at, List<Finding> findings) {
        int before = findings.size();
        if (what == What.GROUP) {
            if (studentId == null) {
                findings.add(missing(at, "studentId"));
                return Optional.empty();
            }
            return Optional.of(new HandChange.Grouping(studentId, groupId));
        }
        if (sessionId == null) {
            findings.add(missing(at, "sessionId"));
        }
        if (what == What.SEAT && position == null) {
            findings.add(missing(at, "position"));
        }
        if (what == What.SWAP && otherId == null) {
            findings.add(missing(at, "otherId"));
        }
        return findings.size() > before || sessionId == null ? Optional.empty() : Optional.of(ofSession(sessionId));
    }

    private HandChange ofSession(SessionId session) {
        return switch (what) {
            case SEAT -> new HandChange.Seating(session, position == null ? 0 : position, staffId);
            case TIME -> new HandChange.Timing(session, time);
            case ROOM -> new HandChange.Rooming(session, roomId);
            case SWAP -> new HandChange.Swapping(session, otherId == null ? session : otherId);
            case SUBJECT -> new HandChange.Teaching(session, subject);
            case GROUP -> throw new IllegalStateException("A group has no session.");
        };
    }

    private Finding missing(String at, String field) {
        return Finding.error("editing.names-nothing", at + "/" + field, what.name(), field);
    }
}
