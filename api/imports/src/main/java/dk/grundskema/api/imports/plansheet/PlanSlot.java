package dk.grundskema.api.imports.plansheet;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalDate;
import java.util.List;

/**
 * A session on a date at which the plan has it, or could have it.
 *
 * @param session the session
 * @param title   its title, without the subject of a module
 * @param groups  its teams and classes
 * @param time    its time
 * @param date    one of the time's dates
 * @param isHeld  whether the plan has it at this time
 */
record PlanSlot(
        SessionId session, String title, List<GroupId> groups, MeetingTime time, LocalDate date, boolean isHeld) {
    /** Copies the list. */
    PlanSlot {
        groups = List.copyOf(groups);
    }
}
