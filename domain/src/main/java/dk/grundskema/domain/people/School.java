package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.DateSpan;
import java.time.LocalDate;
import java.util.List;

/**
 * A school that students come from.
 *
 * @param id    the id
 * @param name  what people call it
 * @param terms when its students have ordinary lessons, holidays left out; empty means that it is not known
 */
public record School(SchoolId id, String name, List<DateSpan> terms) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or too long */
    public School {
        terms = List.copyOf(terms);
        new RecordValidator().name("name", name).throwIfInvalid();
    }

    /** Returns whether the date lies in a known term of the school. */
    public boolean isInTerm(LocalDate date) {
        return terms.stream().anyMatch(term -> term.contains(date));
    }
}
