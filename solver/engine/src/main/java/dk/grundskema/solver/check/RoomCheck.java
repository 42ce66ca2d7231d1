package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.place.RoomId;
import org.jspecify.annotations.Nullable;

/** Checks that every meeting that needs a room has one, of the right kind and large enough. */
final class RoomCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (CheckedMeeting held : plan.held()) {
            RoomId room = held.meeting().roomId();
            Session session = held.session();
            if (session != null && held.lesson() != null) {
                for (RoomId further : held.rooms()) {
                    faults.hard("core.room-kind", session.rooms().contains(further) ? 0 : 1, held.id(), further);
                }
                continue; // the school chose the lesson's own room
            }
            if (session != null) {
                checkRoomKind(held, session, room, faults);
            }
            if (room != null) {
                checkCapacity(plan, held, room, faults);
            }
        }
    }

    private static void checkRoomKind(
            CheckedMeeting held, Session session, @Nullable RoomId room, CoreViolations faults) {
        if (room == null) {
            faults.medium("core.missing-room", session.rooms().isEmpty() ? 0 : 1, held.id());
        } else {
            faults.hard("core.room-kind", session.rooms().contains(room) ? 0 : 1, held.id(), room);
        }
    }

    private static void checkCapacity(CheckedPlan plan, CheckedMeeting held, RoomId room, CoreViolations faults) {
        var meeting = held.meeting();
        int others = held.session() == null ? 0 : held.session().attendance();
        int people = others
                + plan.attendance()
                        .students(meeting.groupIds(), meeting.studentIds())
                        .size();
        plan.problem()
                .room(room)
                .ifPresent(known -> faults.hard(
                        "core.room-capacity",
                        people - known.capacity(),
                        held.id(),
                        room,
                        new Figure(people),
                        new Figure(known.capacity())));
    }
}
