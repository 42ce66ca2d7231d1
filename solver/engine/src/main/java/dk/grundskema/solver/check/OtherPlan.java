package dk.grundskema.solver.check;

import dk.grundskema.domain.people.SharedStaff;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Map;

/**
 * A plan that people work by beside the checked one.
 *
 * @param problem      its problem, in which neither its reader nor a plugin found an error
 * @param timetable    its timetable, in which {@link TimetableChecker#validate} found no error
 * @param isSameSchool whether staff, rooms and students with the same id are the same. Those of another school never are, except staff with the same mail
 *     address
 */
public record OtherPlan(Problem problem, Timetable timetable, boolean isSameSchool) {
    /** Returns the staff of this plan who also are in another problem, with their ids there. */
    Map<StaffId, StaffId> sharedStaff(Problem checked) {
        return SharedStaff.find(checked.staff(), problem.staff(), isSameSchool);
    }
}
