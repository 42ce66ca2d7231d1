package dk.grundskema.domain.timetable;

import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One staff member on one date. Changes of a plan are counted in these.
 *
 * @param staffId the staff member
 * @param date    date on which the duties start
 */
public record PersonDay(StaffId staffId, LocalDate date) implements Comparable<PersonDay> {
    /** Orders by date, then by staff member. */
    @Override
    public int compareTo(PersonDay other) {
        return Comparator.comparing(PersonDay::date)
                .thenComparing(PersonDay::staffId)
                .compare(this, other);
    }
}
