package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a timetable against its problem, whoever made it. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private CommonOptions common = new CommonOptions();

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
        Taken taken = intake.checkable();
        var verdict = new Verdict(taken.timetable(), desk.checker().check(taken.problem(), taken.timetable()));
        var report = new Report(desk.screen(), taken.texts());
        report.of(verdict);
        report.disagreements(verdict, "check.disagree");
        return (verdict.isFine() ? Outcome.FINE : Outcome.FAULTS).code();
    }
}
