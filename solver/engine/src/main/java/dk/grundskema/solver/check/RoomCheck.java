package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.RoomId;
import org.jspecify.annotations.Nullable;

/** Every meeting that needs a room has one, of the kind it asks for and large enough. */
final class RoomCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, Faults faults) {
        for (HeldMeeting held : plan.held()) {
            RoomId room = held.meeting().roomId();
            Session session = held.session();
            if (session != null && held.lesson() != null) {
                for (RoomId further : held.rooms()) {
                    faults.hard("core.room-kind", session.rooms().contains(further) ? 0 : 1, held.id(), further);
                }
                continue; // its own room is the school's affair
            }
            if (session != null) {
                asked(held, session, room, faults);
            }
            if (room != null) {
                capacity(plan, held, room, faults);
            }
        }
    }

    private static void asked(HeldMeeting held, Session session, @Nullable RoomId room, Faults faults) {
        if (room == null) {
            faults.medium("core.missing-room", session.rooms().isEmpty() ? 0 : 1, held.id());
        } else {
            faults.hard("core.room-kind", session.rooms().contains(room) ? 0 : 1, held.id(), room);
        }
    }

    private static void capacity(CheckedPlan plan, HeldMeeting held, RoomId room, Faults faults) {
        var meeting = held.meeting();
        int students = plan.attendance()
                .students(meeting.groupIds(), meeting.studentIds())
                .size();
        plan.problem()
                .room(room)
                .ifPresent(known -> faults.hard("core.room-capacity", students - known.capacity(), held.id(), room));
    }
}
