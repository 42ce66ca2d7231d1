package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.absence.AttendanceRegister;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A submitted attendance form of one meeting.
 *
 * @param session  session of the meeting
 * @param date     date of the meeting
 * @param listDate date of the list that showed it
 * @param outcome  {@code held}, {@code not-held}, or {@code forget} to withdraw the entry
 * @param reason   remark
 * @param absent   submitted ids of absent students, not yet validated
 */
record AttendanceForm(
        SessionId session, LocalDate date, LocalDate listDate, String outcome, String reason, List<String> absent) {
    private static final String HELD = "held";
    private static final String FORGET = "forget";
    private static final String NOT_HELD = "not-held";
    private static final Set<String> OUTCOMES = Set.of(HELD, NOT_HELD, FORGET);

    /** Copies the list. */
    AttendanceForm {
        absent = List.copyOf(absent);
    }

    /**
     * Creates the form from request parameters.
     *
     * @param listDate {@code null} means the date of the meeting
     * @param absent {@code null} means none
     */
    static AttendanceForm of(
            SessionId session,
            LocalDate date,
            @Nullable LocalDate listDate,
            String outcome,
            String reason,
            @Nullable List<String> absent) {
        return new AttendanceForm(
                session,
                date,
                listDate == null ? date : listDate,
                outcome,
                reason,
                absent == null ? List.of() : absent);
    }

    /**
     * Returns the form if its outcome is valid; a guessed outcome must not be stored.
     *
     * @throws RefusalException 400 with all errors if it is not
     */
    AttendanceForm requireKnownOutcome() {
        if (OUTCOMES.contains(outcome)) {
            return this;
        }
        var findings = new ArrayList<Finding>();
        findings.add(Finding.error("pages.attendance-outcome", "/outcome"));
        findings.addAll(reasonErrors());
        throw new RefusalException(HttpStatus.BAD_REQUEST, findings);
    }

    /** Returns the form for the meeting's new time. */
    AttendanceForm movedTo(AttendanceRegister.MeetingOccasion now) {
        return new AttendanceForm(now.session(), now.date(), listDate, outcome, reason, absent);
    }

    boolean isWithdrawal() {
        return outcome.equals(FORGET);
    }

    /** Returns whether the meeting was held, so that absences count. */
    boolean isHeld() {
        return outcome.equals(HELD);
    }

    /** Returns the errors of the remark; may be empty. */
    List<Finding> reasonErrors() {
        try {
            toDelivery(Set.of());
            return List.of();
        } catch (InvalidValueException invalid) {
            return invalid.findings();
        }
    }

    /**
     * Returns the number of absent students who do not participate in the meeting.
     *
     * @param taking participants
     */
    long countNonParticipants(Set<StudentId> taking) {
        Set<String> known = taking.stream().map(StudentId::value).collect(Collectors.toSet());
        return isHeld()
                ? absent.stream().distinct().filter(one -> !known.contains(one)).count()
                : 0;
    }

    /**
     * Returns the entry to store.
     *
     * @param taking participants; others cannot be absent
     * @throws InvalidValueException if the remark is invalid
     */
    Delivery toDelivery(Set<StudentId> taking) {
        return new Delivery(
                session,
                date,
                isHeld(),
                reason.strip(),
                taking.stream()
                        .filter(one -> isHeld() && absent.contains(one.value()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Leaves out the absent students. */
    @Override
    public String toString() {
        return session + " " + date;
    }
}
