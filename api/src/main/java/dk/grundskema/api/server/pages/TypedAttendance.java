package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.platform.Refusal;
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
 * What somebody typed of a meeting.
 *
 * @param session which
 * @param date    on which of its dates
 * @param listed  the day whose list it stands in
 * @param outcome {@code held}, {@code not-held}, or {@code forget} to take back what was entered
 * @param reason  the remark
 * @param absent  ids of the students at whom a tick was set, whether or not they can be ids
 */
record TypedAttendance(
        SessionId session, LocalDate date, LocalDate listed, String outcome, String reason, List<String> absent) {
    private static final String HELD = "held";
    private static final String FORGET = "forget";
    private static final String NOT_HELD = "not-held";
    private static final Set<String> OUTCOMES = Set.of(HELD, NOT_HELD, FORGET);

    /** Copies the list. */
    TypedAttendance {
        absent = List.copyOf(absent);
    }

    /**
     * What a form sends.
     *
     * @param listed {@code null} means the date
     * @param absent {@code null} means that no tick was set
     */
    static TypedAttendance of(
            SessionId session,
            LocalDate date,
            @Nullable LocalDate listed,
            String outcome,
            String reason,
            @Nullable List<String> absent) {
        return new TypedAttendance(
                session, date, listed == null ? date : listed, outcome, reason, absent == null ? List.of() : absent);
    }

    /**
     * What was sent, if it says what came of the meeting: a guess would be kept as if somebody had said it.
     *
     * @throws Refusal 400 with everything that is wrong if it doesn't
     */
    TypedAttendance known() {
        if (OUTCOMES.contains(outcome)) {
            return this;
        }
        var findings = new ArrayList<Finding>();
        findings.add(Finding.error("pages.attendance-outcome", "/outcome"));
        findings.addAll(aboutReason());
        throw new Refusal(HttpStatus.BAD_REQUEST, findings);
    }

    /** The same of a meeting as it is held by now. */
    TypedAttendance at(Attendance.Held now) {
        return new TypedAttendance(now.session(), now.date(), listed, outcome, reason, absent);
    }

    boolean isForgotten() {
        return outcome.equals(FORGET);
    }

    /** Whether it is said that the meeting was held, so that the ticks mean something. */
    boolean isHeld() {
        return outcome.equals(HELD);
    }

    /** What is wrong with the remark; empty if nothing is. */
    List<Finding> aboutReason() {
        try {
            delivery(Set.of());
            return List.of();
        } catch (InvalidValueException invalid) {
            return invalid.findings();
        }
    }

    /**
     * How many ticks are set at students who take no part.
     *
     * @param taking who does
     */
    long strangers(Set<StudentId> taking) {
        Set<String> known = taking.stream().map(StudentId::value).collect(Collectors.toSet());
        return isHeld()
                ? absent.stream().distinct().filter(one -> !known.contains(one)).count()
                : 0;
    }

    /**
     * What is to be kept.
     *
     * @param taking who takes part; others were never absent
     * @throws InvalidValueException if something is wrong with the remark
     */
    Delivery delivery(Set<StudentId> taking) {
        return new Delivery(
                session,
                date,
                isHeld(),
                reason.strip(),
                taking.stream()
                        .filter(one -> isHeld() && absent.contains(one.value()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Says of nobody who was absent. */
    @Override
    public String toString() {
        return session + " " + date;
    }
}
