package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Lost;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Unkept;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Student;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * What somebody typed of a meeting, if it isn't kept.
 *
 * @param plan   of which plan the meeting is
 * @param sent   what was typed
 * @param typed  the same; of a meeting that was moved, as if it had been typed where it is now
 * @param unkept the same as it stands on the page, with what is wrong
 * @param why    why it isn't kept
 */
record Tried(PlanId plan, TypedAttendance sent, TypedAttendance typed, Unkept unkept, Why why) {
    /** Why something isn't kept. */
    enum Why {
        /** Something is wrong with it. */
        WRONG(HttpStatus.UNPROCESSABLE_CONTENT),
        /** The meeting was moved to where it can be told. */
        MOVED(HttpStatus.CONFLICT),
        /** The meeting isn't in the timetable any more, or isn't the visitor's, or nobody can tell where it went. */
        GONE(HttpStatus.CONFLICT);

        private final HttpStatus status;

        Why(HttpStatus status) {
            this.status = status;
        }

        /** How that is answered. */
        HttpStatus status() {
            return status;
        }
    }

    /** Whether there is no meeting at which it could stand. */
    boolean isGone() {
        return why == Why.GONE;
    }

    /**
     * The same to be read where there is no meeting at which it could stand.
     *
     * @param known students whose names may be said
     */
    Lost lost(List<Student> known) {
        Set<String> ticked = typed.isHeld() ? new HashSet<>(typed.absent()) : Set.of();
        List<String> names = known.stream()
                .filter(one -> ticked.contains(one.id().value()))
                .map(Student::name)
                .sorted()
                .toList();
        return new Lost(
                unkept.aboutHeld(),
                typed.isForgotten() ? null : typed.isHeld(),
                typed.reason(),
                names,
                (long) ticked.size() - names.size());
    }

    /** Whether it is of a meeting. */
    boolean isOf(PlanId ofPlan, SessionId session, LocalDate date) {
        return !isGone()
                && plan.equals(ofPlan)
                && typed.session().equals(session)
                && typed.date().equals(date);
    }
}
