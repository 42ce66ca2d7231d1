package dk.grundskema.domain.timetable;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StudentId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What came of a planned meeting on one date, entered afterwards by those who were there.
 *
 * @param sessionId which meeting
 * @param date      on which of its dates
 * @param held      whether it was held
 * @param reason    reason why it was not held or differed from the plan; empty means none
 * @param absent    expected students who were absent; empty means none. Without meaning if the meeting was not held
 */
public record Delivery(
        SessionId sessionId,
        LocalDate date,
        @Default("true") boolean held,
        @Default("\"\"") String reason,
        SortedSet<StudentId> absent) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the reason is too long or has control characters */
    public Delivery {
        absent = Collections.unmodifiableSortedSet(new TreeSet<>(absent));
        new RecordValidator().singleLine("reason", reason).throwIfInvalid();
    }
}
