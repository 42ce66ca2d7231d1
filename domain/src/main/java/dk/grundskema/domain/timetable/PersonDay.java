package dk.grundskema.domain.timetable;

import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One staff member on one date: what a changed plan is felt in.
 *
 * @param staffId who
 * @param date    on which date duties start
 */
public record PersonDay(StaffId staffId, LocalDate date) implements Comparable<PersonDay> {
    /** Earlier date first. */
    @Override
    public int compareTo(PersonDay other) {
        return Comparator.comparing(PersonDay::date)
                .thenComparing(PersonDay::staffId)
                .compare(this, other);
    }
}
