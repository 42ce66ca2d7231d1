package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import java.util.HashSet;

/** Everything that is required is held, with the adults that it asks for and no more. */
final class PresenceCheck implements CoreCheck {
    /** What it costs beside the seats themselves that students have no adult at all. */
    private static final int STUDENTS_ALONE = 3;

    @Override
    public void check(CheckedPlan plan, Faults faults) {
        for (HeldMeeting held : plan.held()) {
            if (held.session() != null) {
                faults.medium("core.missing-adult", missingAdults(held), held.id());
                faults.hard("core.more-staff-than-asked", staffTooMany(held), held.id());
            }
        }
        unplaced(plan, faults);
    }

    private static long missingAdults(HeldMeeting held) {
        long unfilled = 0;
        for (int seat = 0; seat < held.asked().size(); seat++) {
            if (held.asked().get(seat).required() && held.holder(seat) == null) {
                unfilled++;
            }
        }
        boolean alone = unfilled > 0 && held.hasStudents() && held.holders().isEmpty();
        return alone ? unfilled + STUDENTS_ALONE : unfilled;
    }

    private static long staffTooMany(HeldMeeting held) {
        return held.meeting().seats().stream()
                .skip(held.seatsBefore() + held.asked().size())
                .filter(seat -> seat.staffId() != null)
                .count();
    }

    private static void unplaced(CheckedPlan plan, Faults faults) {
        var placed = new HashSet<SessionId>();
        for (HeldMeeting held : plan.held()) {
            Session session = held.session();
            if (session != null) {
                placed.add(session.id());
            }
        }
        var guests = Guests.of(plan);
        for (Session session : plan.demanded().sessions().values()) {
            boolean isPlaced = session.isGuest() ? guests.isPlaced(session.id()) : placed.contains(session.id());
            if (plan.attendance().isAsleep(session)) {
                continue;
            }
            faults.medium("core.unplaced-session", session.required() && !isPlaced ? 1 : 0, session.id());
        }
    }
}
