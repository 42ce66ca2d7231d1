package dk.grundskema.api.cli.solve;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.export.CalendarOutputFolder;
import dk.grundskema.api.cli.export.OpenSeatsOption;
import dk.grundskema.api.cli.export.PlanOutputFolder;
import dk.grundskema.api.cli.export.SheetOutputFolder;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Output folders of a solver run besides the plan itself. They are checked before the solver starts.
 *
 * @param context    context of the command
 * @param folders the folders, in the order in which they are filled
 * @param openSeats whether they are also filled if seats of the plan are open
 */
public record PlanOutputFolders(CommandContext context, List<PlanOutputFolder> folders, OpenSeatsOption openSeats) {
    /** Copies the list. */
    public PlanOutputFolders {
        folders = List.copyOf(folders);
    }

    /**
     * Returns the requested folders.
     *
     * @param sheets    folder of sheets, as the user typed it; {@code null} means no sheets
     * @param calendars folder of calendars, likewise
     * @param openSeats whether they are also filled if seats of the plan are open
     */
    public static PlanOutputFolders of(
            CommandContext context, @Nullable Path sheets, @Nullable Path calendars, OpenSeatsOption openSeats) {
        Stream<PlanOutputFolder> wanted = Stream.concat(
                Stream.ofNullable(sheets).map(folder -> new SheetOutputFolder(context, folder)),
                Stream.ofNullable(calendars).map(folder -> new CalendarOutputFolder(context, folder)));
        return new PlanOutputFolders(context, wanted.toList(), openSeats);
    }

    /** Adds the reasons why folders cannot be used to the input's findings. */
    public void noteRefusals(CommandInput intake) {
        folders.forEach(folder -> intake.addFindings(folder.given(), folder.refusals()));
    }

    /**
     * Checks that the files can be written, as far as their names are known.
     *
     * @throws BadInputException if a folder contains other files with these names
     */
    public void checkWritable(ValidInput taken) {
        folders.forEach(folder -> folder.checkWritable(taken));
    }

    /**
     * Writes the requested files of a plan and prints how to use them. If seats are open and that is not confirmed, names these and writes nothing.
     *
     * @return the outcome of the solver run; bad input, if other files were in the way
     */
    public ExitStatus writeFiles(ValidInput taken, SolveCommandRun.SolveCommandResult result) {
        ExitStatus outcome = result.outcome();
        List<Finding> refusals =
                folders.isEmpty() ? List.of() : openSeats.refusals(context, taken.problem(), result.timetable());
        if (!refusals.isEmpty()) {
            new FindingPrinter(context.screen(), taken.texts()).printFindings(LocatedFinding.inFile("", refusals));
            folders.forEach(
                    folder -> context.screen().printLine(taken.texts().text("solve.folder-refused", folder.given())));
            return outcome;
        }
        for (PlanOutputFolder folder : folders) {
            if (!wasWritten(folder, taken, result.timetable())) {
                outcome = ExitStatus.BAD_INPUT;
            }
        }
        return outcome;
    }

    private boolean wasWritten(PlanOutputFolder folder, ValidInput taken, Timetable timetable) {
        try {
            folder.writeFiles(taken, timetable);
            return true;
        } catch (BadInputException refused) {
            new FindingPrinter(context.screen(), taken.texts()).printFindings(refused.findings());
            context.screen().printLine(taken.texts().text("solve.folder-refused", folder.given()));
            return false;
        }
    }
}
