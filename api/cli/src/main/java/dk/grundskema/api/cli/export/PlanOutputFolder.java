package dk.grundskema.api.cli.export;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;

/** Output folder for files that are made from a plan. */
public interface PlanOutputFolder {
    /** Returns the folder, as the user typed it; it need not exist. */
    Path given();

    /** Returns the reasons why the folder cannot be used that are known without the plan. */
    List<Finding> refusals();

    /**
     * Checks, before there is a plan, that its files can be written, as far as their names are known.
     *
     * @throws BadInputException if the folder contains other files with these names
     */
    default void checkWritable(ValidInput taken) {}

    /**
     * Writes the files of a plan and prints how to use them.
     *
     * @throws BadInputException if the folder contains other files with these names
     */
    void writeFiles(ValidInput taken, Timetable timetable);
}
