package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.ledger.LedgerJsonWriter;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.solver.ledger.ClassWeek;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.ledger.StaffWeek;
import dk.grundskema.solver.ledger.StudentWeek;
import java.util.List;

/**
 * Who gets how much of what, week by week, in the form that the command line writes.
 *
 * @param version  version of the form
 * @param students a line for each student who takes part in anything, or is taken out of a lesson, and each week
 * @param classes  a line for each class of these students and each of these weeks
 * @param staff    a line for each member of staff on duty in an intervention and each such week
 * @param notHeld  meetings of which somebody entered that they were not held, in order of date; empty means none
 */
record LedgerResponse(
        int version,
        List<StudentWeek> students,
        List<ClassWeek> classes,
        List<StaffWeek> staff,
        List<Delivery> notHeld) {
    static LedgerResponse of(Ledger ledger) {
        return new LedgerResponse(
                LedgerJsonWriter.VERSION, ledger.students(), ledger.classes(), ledger.staff(), ledger.notHeld());
    }
}
