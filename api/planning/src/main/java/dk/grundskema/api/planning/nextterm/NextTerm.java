package dk.grundskema.api.planning.nextterm;

import dk.grundskema.domain.finding.Finding;
import java.util.List;

/**
 * The problem of a next term.
 *
 * @param json  text of its file
 * @param notes what differs from the present term, with empty pointers
 */
public record NextTerm(String json, List<Finding> notes) {
    /** Copies the list. */
    public NextTerm {
        notes = List.copyOf(notes);
    }
}
