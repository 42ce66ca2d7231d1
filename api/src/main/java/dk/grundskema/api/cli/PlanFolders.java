package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folders that a solve fills beside the plan itself. Whether they can be is found out before anything is solved.
 *
 * @param desk      what it works with
 * @param calendars folder of calendars, as the user named it; {@code null} means that none are wanted
 */
record PlanFolders(Desk desk, @Nullable Path calendars) {
    /** Notes what speaks against the folders themselves. */
    void look(Intake intake) {
        if (calendars != null) {
            intake.note(calendars, new CalendarFolder(desk, calendars).refusals());
        }
    }

    /**
     * Makes sure that the files can be written.
     *
     * @throws BadInputException if others' files are in the way
     */
    void expect(Taken taken) {
        if (calendars != null) {
            new CalendarFolder(desk, calendars).expect(taken);
        }
    }

    /** Writes what is wanted of a plan, and says what to do with it. */
    void fill(Taken taken, Timetable timetable) {
        if (calendars != null) {
            new CalendarFolder(desk, calendars).fill(taken, timetable);
        }
    }
}
