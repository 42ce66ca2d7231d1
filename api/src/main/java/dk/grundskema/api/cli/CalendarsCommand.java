package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes calendars of a finished timetable for phones. */
@Command(name = "calendars", sortOptions = false)
final class CalendarsCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Parameters(index = "2", paramLabel = "DIR", descriptionKey = "folder")
    private Path folder = Path.of("");

    /** @param desk what it works with */
    CalendarsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var calendars = new CalendarFolder(desk, folder);
        var intake = new Intake(desk);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        intake.note(folder, calendars.refusals());
        Taken taken = intake.done();
        calendars.fill(taken, Objects.requireNonNull(taken.timetable()));
        return Outcome.FINE.code();
    }
}
