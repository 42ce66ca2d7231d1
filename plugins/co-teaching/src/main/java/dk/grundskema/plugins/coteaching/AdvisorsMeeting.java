package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import java.util.List;

/**
 * A meeting of all co-teachers that comes back, at a time when all are free. Source: KL, Brøndbyvester (advisors meet once a month); its length
 * is ours. It doesn't count in budgets.
 *
 * @param everyWeeks every so many school weeks, 1 to 26; 4 is about once a month
 * @param minutes    length in minutes, 15 to 240
 * @param staff      who meets; empty means everybody in the pool
 */
public record AdvisorsMeeting(
        @Default("4") int everyWeeks, @Default("60") int minutes, List<StaffId> staff) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or a person is named twice */
    public AdvisorsMeeting {
        staff = List.copyOf(staff);
        new RecordValidator()
                .range("everyWeeks", everyWeeks, 1, 26)
                .range("minutes", minutes, 15, 240)
                .distinct("staff", staff)
                .throwIfInvalid();
    }
}
