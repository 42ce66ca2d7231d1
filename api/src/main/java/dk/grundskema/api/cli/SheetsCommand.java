package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes sheets of a finished timetable for walls and printers. */
@Command(name = "sheets", sortOptions = false)
final class SheetsCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Parameters(index = "2", paramLabel = "DIR", descriptionKey = "folder")
    private Path folder = Path.of("");

    /** @param desk what it works with */
    SheetsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var sheets = new SheetFolder(desk, folder);
        var intake = new Intake(desk);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        intake.note(folder, sheets.refusals());
        Taken taken = intake.done();
        sheets.fill(taken, Objects.requireNonNull(taken.timetable()));
        return Outcome.FINE.code();
    }
}
