package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.service.fidelity.AttendancePage.OrphanedEntry;
import dk.grundskema.api.service.fidelity.AttendancePage.RejectedEntry;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Student;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * Attendance input that was not stored.
 *
 * @param plan   plan of the meeting
 * @param sent   input as sent
 * @param input  the input; for a moved meeting, converted to its new time
 * @param unkept the input with its errors for the page
 * @param why    reason of the rejection
 */
record RejectedAttendance(
        PlanId plan, AttendanceForm sent, AttendanceForm input, RejectedEntry unkept, RejectionReason why) {
    /** Reasons of a rejection. */
    enum RejectionReason {
        /** The input is invalid. */
        WRONG(HttpStatus.UNPROCESSABLE_CONTENT),
        /** The meeting was moved, and its new time is known. */
        MOVED(HttpStatus.CONFLICT),
        /** The meeting is no longer in the timetable or is not the visitor's, or its new time is unknown. */
        GONE(HttpStatus.CONFLICT);

        private final HttpStatus status;

        RejectionReason(HttpStatus status) {
            this.status = status;
        }

        /** Returns the HTTP status of the response. */
        HttpStatus status() {
            return status;
        }
    }

    /** Returns whether there is no meeting that can show the input. */
    boolean isGone() {
        return why == RejectionReason.GONE;
    }

    /**
     * Converts the input for display without a meeting.
     *
     * @param known students whose names may be shown
     */
    OrphanedEntry toOrphanedEntry(List<Student> known) {
        Set<String> ticked = input.isHeld() ? new HashSet<>(input.absent()) : Set.of();
        List<String> names = known.stream()
                .filter(one -> ticked.contains(one.id().value()))
                .map(Student::name)
                .sorted()
                .toList();
        return new OrphanedEntry(
                unkept.aboutHeld(),
                input.isWithdrawal() ? null : input.isHeld(),
                input.reason(),
                names,
                (long) ticked.size() - names.size());
    }

    /** Returns whether the input refers to a meeting. */
    boolean concerns(PlanId ofPlan, SessionId session, LocalDate date) {
        return !isGone()
                && plan.equals(ofPlan)
                && input.session().equals(session)
                && input.date().equals(date);
    }
}
