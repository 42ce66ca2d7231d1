package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has had the training that an intervention takes, which may run out. Source: guide to
 * school-supporting interventions, part C (37 hours of training).
 *
 * @param staffId             the staff member
 * @param subjects            subjects in which the tutor is trained; empty means all
 * @param trainedFrom         first day on which the training is valid; {@code null} means before the first week
 * @param trainedUntil        last day on which it is valid; {@code null} means that it does not expire
 * @param mostSessionsPerWeek most sessions a week, 1 to 40; {@code null} means as many as working hours allow
 */
public record Tutor(
        StaffId staffId,
        List<String> subjects,
        @Nullable LocalDate trainedFrom,
        @Nullable LocalDate trainedUntil,
        @Nullable Integer mostSessionsPerWeek) {
    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, a subject is given twice, or {@code trainedUntil} is
     *     before {@code trainedFrom}
     */
    public Tutor {
        subjects = List.copyOf(subjects);
        new RecordValidator()
                .distinct("subjects", subjects)
                .rangeIfAny("mostSessionsPerWeek", mostSessionsPerWeek, 1, 40)
                .ordered("trainedUntil", trainedFrom, trainedUntil)
                .throwIfInvalid();
    }

    /** Returns whether the training was completed on or before a day. */
    public boolean isTrainedBy(LocalDate day) {
        return trainedFrom == null || !trainedFrom.isAfter(day);
    }

    /** Returns whether the training covers a subject and is valid from one date to another. */
    public boolean isTrained(String subject, LocalDate first, LocalDate last) {
        return (subjects.isEmpty() || WordMatcher.isAmong(subjects, subject))
                && isTrainedBy(first)
                && (trainedUntil == null || !trainedUntil.isBefore(last));
    }
}
