package dk.grundskema.api.platform.access;

import static dk.grundskema.api.platform.access.Permission.ADMINISTER;
import static dk.grundskema.api.platform.access.Permission.EDIT;
import static dk.grundskema.api.platform.access.Permission.OWN;
import static dk.grundskema.api.platform.access.Permission.PLAN;
import static dk.grundskema.api.platform.access.Permission.READ;
import static dk.grundskema.api.platform.access.Permission.READ_STUDENTS;

import java.util.Set;

/** What somebody is in an organisation, and so in all below it. */
public enum Role {
    /** Assigns roles, and has all permissions of a planner. */
    ADMINISTRATOR,
    /** Creates plans. */
    PLANNER,
    /** Maintains plans: edits, locks, absences, solver runs. */
    COORDINATOR,
    /** Reads plans without students' names. */
    READER,
    /** Works in plans: sees the own timetable, records the outcome of own meetings. */
    STAFF;

    /** Returns the permissions of this role. */
    public Set<Permission> permissions() {
        return switch (this) {
            case ADMINISTRATOR -> Set.of(ADMINISTER, PLAN, EDIT, READ, READ_STUDENTS);
            case PLANNER -> Set.of(PLAN, EDIT, READ, READ_STUDENTS);
            case COORDINATOR -> Set.of(EDIT, READ, READ_STUDENTS);
            case READER -> Set.of(READ);
            case STAFF -> Set.of(OWN);
        };
    }
}
