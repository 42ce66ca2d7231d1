package dk.grundskema.solver.repair;

import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A repaired plan.
 *
 * @param timetable the plan from now on
 * @param changes differences from the plan in use
 * @param personDays changed person-days, without the days of the absences, which every repair changes
 * @param isMended whether each required vacant seat is filled without new rule violations
 * @param isLeast whether it is mended, and no other assignment of seats changes fewer person-days
 */
public record RepairResult(
        Timetable timetable, ChangeSet changes, SortedSet<PersonDay> personDays, boolean isMended, boolean isLeast) {
    /** Copies the set. */
    public RepairResult {
        personDays = Collections.unmodifiableSortedSet(new TreeSet<>(personDays));
    }
}
