package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.Availability;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works: a teacher, a pedagogue, a resource person.
 *
 * @param id                   the id
 * @param name                 first and last name
 * @param skills               words that interventions require, such as a subject; empty means none
 * @param availability         when the person can be on duty
 * @param contractHours        contract hours a week, 0 to 60; 37 is full time
 * @param hoursAlreadyWorked   hours worked in the reference period before the horizon, 0 to 3000
 * @param wishes               wishes for free time or duty; empty means none
 * @param email                address for notices; {@code null} means that none are sent
 * @param language             language of the person's own calendar and notices; {@code null} means the problem's
 * @param work                 working-time rules of this person; {@code null} means those of the intervention or problem
 */
public record StaffMember(
        StaffId id,
        String name,
        SortedSet<String> skills,
        Availability availability,
        @Default("37") double contractHours,
        @Default("0") double hoursAlreadyWorked,
        List<Wish> wishes,
        @Nullable String email,
        @Nullable Language language,
        @Nullable WorkRules work) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range */
    public StaffMember {
        skills = Collections.unmodifiableSortedSet(new TreeSet<>(skills));
        wishes = List.copyOf(wishes);
        var checks = new RecordValidator()
                .name("name", name)
                .range("contractHours", contractHours, 0, 60)
                .range("hoursAlreadyWorked", hoursAlreadyWorked, 0, 3000)
                .singleLine("email", email);
        if (email != null && email.length() <= 2 * RecordValidator.LONGEST_NAME) { // matching long texts is slow
            checks.require(EMAIL.matcher(email).matches(), "email", "value.no-email", email);
        }
        int i = 0;
        for (String skill : skills) {
            checks.name("skills/" + i++, skill);
        }
        checks.throwIfInvalid();
    }

    /** Returns the same staff member with another availability. */
    public StaffMember withAvailability(Availability other) {
        return new StaffMember(
                id, name, skills, other, contractHours, hoursAlreadyWorked, wishes, email, language, work);
    }

    /** Returns only the id, so that no log contains a name. */
    @Override
    public String toString() {
        return id.value();
    }
}
