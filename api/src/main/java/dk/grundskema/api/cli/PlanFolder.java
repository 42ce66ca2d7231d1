package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;

/** A folder that a command fills with files made of a plan. */
interface PlanFolder {
    /** The folder, as the user named it; it need not be there yet. */
    Path given();

    /** What speaks against the folder before anything is known of the plan. */
    List<Finding> refusals();

    /**
     * Makes sure, before there is a plan, that its files can be written, as far as their names are known.
     *
     * @throws BadInputException if others' files are in the way
     */
    default void expect(Taken taken) {}

    /**
     * Writes the files of a plan, and says what to do with them.
     *
     * @throws BadInputException if others' files are in the way
     */
    void fill(Taken taken, Timetable timetable);
}
