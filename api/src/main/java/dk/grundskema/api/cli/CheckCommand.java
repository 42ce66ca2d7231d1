package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a timetable against its problem, whoever made it. */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    /** @param desk what it works with */
    CheckCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var intake = new Intake(desk);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        Taken taken = intake.done();
        Timetable timetable = Objects.requireNonNull(taken.timetable());
        var texts = taken.texts().named(desk.names(taken.problem()).with(timetable));
        var verdict = new Verdict(timetable, desk.house().check(taken.problem(), timetable));
        var report = new Report(desk.screen(), texts);
        report.of(verdict);
        report.disagreements(verdict, "check.disagree");
        return (verdict.isFine() ? Outcome.FINE : Outcome.FAULTS).code();
    }
}
