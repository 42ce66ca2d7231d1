package dk.grundskema.api.cli.export;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.documents.file.ManagedFolder;
import dk.grundskema.api.exports.sheet.TimetableSheetWriter;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;

/**
 * Output folder for sheets.
 *
 * @param context  context of the command
 * @param given the folder, as the user typed it; it need not exist
 */
public record SheetOutputFolder(CommandContext context, Path given) implements PlanOutputFolder {
    private ManagedFolder folder() {
        return new ManagedFolder(context.resolve(given), TimetableSheetWriter.PURPOSE);
    }

    /** Returns the reasons why the folder, or a sheet that every plan has, cannot be written. */
    @Override
    public List<Finding> refusals() {
        return folder().findWriteObstacles(TimetableSheetWriter.ALWAYS);
    }

    @Override
    public void writeFiles(ValidInput taken, Timetable timetable) {
        var status = new PlanStatusCalculator(context.planning()).calculate(taken.problem(), timetable);
        var files = context.planExporter(taken.problem())
                .sheetBundle(timetable, new PlanStatusFormatter(context.texts()).sheetText(status))
                .files();
        var refusals = folder().findWriteObstacles(files.keySet());
        if (!refusals.isEmpty()) {
            throw new BadInputException(
                    LocatedFinding.inFile(given.toString(), refusals), context.names(taken.problem()));
        }
        OutputNotWrittenException.throwIfAny(given, folder().write(files));
        Path folder = context.resolve(given).toAbsolutePath().normalize();
        int ofDays = files.keySet().stream().anyMatch(TimetableSheetWriter::isDaySheet) ? 1 : 0;
        context.screen().printLine(taken.texts().text("sheets.written", files.size(), folder, ofDays));
        context.screen().printLine(taken.texts().text("sheets.next", folder.resolve(TimetableSheetWriter.INDEX)));
    }
}
