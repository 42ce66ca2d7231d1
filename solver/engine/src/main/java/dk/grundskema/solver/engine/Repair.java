package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan that was repaired.
 *
 * @param timetable  the plan from now on
 * @param changes    what differs from the plan that was in use
 * @param personDays changed person-days, without those of whoever is away on the days of the absence: these are the same in
 *     each repair
 * @param isMended   whether each required seat that fell open is taken without any rule being broken that wasn't before
 * @param isLeast    whether it is mended, and no other way of giving seats away changes fewer person-days
 */
public record Repair(
        Timetable timetable, ChangeSet changes, SortedSet<PersonDay> personDays, boolean isMended, boolean isLeast) {
    /** Copies the set. */
    public Repair {
        personDays = Collections.unmodifiableSortedSet(new TreeSet<>(personDays));
    }
}
