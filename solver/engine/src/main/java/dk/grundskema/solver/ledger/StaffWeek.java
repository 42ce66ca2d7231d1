package dk.grundskema.solver.ledger;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;

/**
 * The week of a member of staff.
 *
 * @param staff         who
 * @param week          which week
 * @param lessonMinutes minutes of the person's ordinary lessons, 0 or more; also of those that somebody else takes meanwhile
 * @param work          what the person does in interventions, by type in the problem's order of interventions; at least one
 */
public record StaffWeek(StaffId staff, IsoWeek week, long lessonMinutes, List<Work> work) {
    /** Copies the list. */
    public StaffWeek {
        work = List.copyOf(work);
    }

    /**
     * Work in interventions of one type. Source: guide, ch. 2 (preparation, teaching and evaluation are paid).
     *
     * @param type               id of the type
     * @param dutyMinutes        elapsed minutes on duty, 0 or more
     * @param preparationMinutes paid minutes of preparation and evaluation, 0 or more
     * @param countedMinutes     minutes that count as hours worked, preparation and evaluation among them
     * @param tasks              things that the person is to do on a date without a time, 0 or more
     */
    public record Work(String type, long dutyMinutes, long preparationMinutes, long countedMinutes, int tasks) {
        Work plus(Work more) {
            return new Work(
                    type,
                    dutyMinutes + more.dutyMinutes,
                    preparationMinutes + more.preparationMinutes,
                    countedMinutes + more.countedMinutes,
                    tasks + more.tasks);
        }
    }
}
