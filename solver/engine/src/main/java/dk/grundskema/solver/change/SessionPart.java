package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.timetable.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * Part of a session that a change decides by itself.
 *
 * @param id     id of the part within the search; that of the session for the part that keeps its rules
 * @param origin the demanded session
 * @param source the part of the plan in use, in the weeks of this part; {@code null} if the session was not held
 * @param isPast whether it has begun in all of its weeks
 */
record SessionPart(SessionId id, Session origin, @Nullable Meeting source, boolean isPast) {
    /** Returns whether the interventions' rules see the part; other parts are seen by the core's rules alone. */
    boolean isMain() {
        return id.equals(origin.id());
    }
}
