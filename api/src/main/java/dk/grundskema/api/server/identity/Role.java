package dk.grundskema.api.server.identity;

import static dk.grundskema.api.server.identity.Permission.ADMINISTER;
import static dk.grundskema.api.server.identity.Permission.EDIT;
import static dk.grundskema.api.server.identity.Permission.OWN;
import static dk.grundskema.api.server.identity.Permission.PLAN;
import static dk.grundskema.api.server.identity.Permission.READ;
import static dk.grundskema.api.server.identity.Permission.READ_STUDENTS;

import java.util.Set;

/** What somebody is in an organisation, and so in all below it. */
public enum Role {
    /** Says who may do what, and may do everything else that a planner may. */
    ADMINISTRATOR,
    /** Makes plans. */
    PLANNER,
    /** Keeps plans going: edits, locks, absences, solves. */
    COORDINATOR,
    /** Looks at plans without seeing who the students are. */
    READER,
    /** Works in plans: sees the own timetable, enters what came of own meetings. */
    STAFF;

    /** What somebody of this role may do. */
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
