package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import java.util.HashSet;

/** Checks that everything required is held, with the demanded number of staff members. */
final class RequiredSessionsCheck implements CoreCheck {
    /** Additional amount, besides the unfilled seats, if students have no staff member at all. */
    private static final int STUDENTS_ALONE = 3;

    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (CheckedMeeting held : plan.held()) {
            if (held.session() != null) {
                faults.medium("core.missing-adult", missingAdults(held), held.id());
                faults.hard("core.more-staff-than-asked", countSurplusStaff(held), held.id());
            }
        }
        checkUnplacedSessions(plan, faults);
    }

    private static long missingAdults(CheckedMeeting held) {
        long unfilled = 0;
        for (int seat = 0; seat < held.asked().size(); seat++) {
            if (held.asked().get(seat).required() && held.holder(seat) == null) {
                unfilled++;
            }
        }
        boolean alone = unfilled > 0 && held.hasStudents() && held.holders().isEmpty();
        return alone ? unfilled + STUDENTS_ALONE : unfilled;
    }

    private static long countSurplusStaff(CheckedMeeting held) {
        return held.meeting().seats().stream()
                .skip(held.countTeacherSeats() + held.asked().size())
                .filter(seat -> seat.staffId() != null)
                .count();
    }

    private static void checkUnplacedSessions(CheckedPlan plan, CoreViolations faults) {
        var placed = new HashSet<SessionId>();
        for (CheckedMeeting held : plan.held()) {
            Session session = held.session();
            if (session != null) {
                placed.add(session.id());
            }
        }
        var guests = GuestMatching.of(plan);
        for (Session session : plan.demanded().sessions().values()) {
            boolean isPlaced = session.isGuest() ? guests.isPlaced(session.id()) : placed.contains(session.id());
            if (plan.attendance().isAsleep(session)) {
                continue;
            }
            faults.medium("core.unplaced-session", session.required() && !isPlaced ? 1 : 0, session.id());
        }
    }
}
