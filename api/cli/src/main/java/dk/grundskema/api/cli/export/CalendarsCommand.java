package dk.grundskema.api.cli.export;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the calendars of a timetable. */
@Command(name = "calendars", sortOptions = false)
public final class CalendarsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Parameters(index = "2", paramLabel = "DIR", descriptionKey = "folder")
    private Path folder = Path.of("");

    @Mixin
    private final OpenSeatsOption openSeats = new OpenSeatsOption();

    /** @param context context of the command */
    public CalendarsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var calendars = new CalendarOutputFolder(context, folder);
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        openSeats.check(context, intake, timetableFile);
        intake.addFindings(folder, calendars.refusals());
        ValidInput taken = intake.finish();
        calendars.writeFiles(taken, Objects.requireNonNull(taken.timetable()));
        return ExitStatus.FINE.code();
    }
}
