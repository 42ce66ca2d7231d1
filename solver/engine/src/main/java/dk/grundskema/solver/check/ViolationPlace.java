package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.SessionId;
import java.time.LocalDate;
import java.util.List;

/**
 * A meeting in which a rule is broken.
 *
 * @param session session of the meeting
 * @param dates   dates of the meeting on which it is; at least one
 */
public record ViolationPlace(SessionId session, List<LocalDate> dates) {
    /** Copies the list. */
    public ViolationPlace {
        dates = List.copyOf(dates);
    }
}
