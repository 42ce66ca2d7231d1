package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a timetable against its problem, independent of how it was made; or, without a timetable, whether facts of the problem contradict each other. */
@Command(name = "check", sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private @Nullable Path timetableFile;

    /** @param context context of the command */
    public CheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        if (timetableFile == null) {
            return checkProblem(intake.finish());
        }
        intake.timetable(timetableFile);
        ValidInput taken = intake.finish();
        Timetable timetable = Objects.requireNonNull(taken.timetable());
        var texts = taken.texts().withNames(context.names(taken.problem()).withTimetable(timetable));
        var verdict = TimetableVerdict.of(context.planning(), taken.problem(), timetable);
        var report = new VerdictPrinter(context.screen(), texts);
        report.print(verdict);
        report.printWishBound(verdict, context.planning().boundWishes(taken.problem(), timetable));
        StaffingProofs proofs = context.planning().staffingProofs();
        var proved = new StaffingProofPrinter(context.screen(), texts);
        proved.printOpenSeats(proofs, taken.problem(), timetable, proofs.boundOpenSeats(taken.problem(), timetable));
        proved.printFaults(context.planning(), taken.problem(), timetable);
        report.printDisagreements(verdict, "check.disagree");
        return (verdict.hasNoFaults() ? ExitStatus.FINE : ExitStatus.FAULTS).code();
    }

    /** Prints what is known before planning: shortages that are counted, contradictions, and changes that resolve them. */
    private int checkProblem(ValidInput taken) {
        List<Finding> shortages = context.planning().precheck(taken.problem());
        new FindingPrinter(context.screen(), taken.texts()).printFindings("solve.precheck", "", shortages);
        ExitStatus counted = shortages.stream().allMatch(one -> one.severity() == Severity.INFO)
                ? ExitStatus.FINE
                : ExitStatus.FAULTS;
        StaffingProofs proofs = context.planning().staffingProofs();
        if (!proofs.isAvailable()) {
            context.screen().printLine(taken.texts().text("proof.unavailable"));
            return counted.code();
        }
        boolean isContradicted =
                new StaffingProofPrinter(context.screen(), taken.texts()).printConflicts(proofs, taken.problem());
        if (!isContradicted) {
            context.screen().printLine(taken.texts().text("proof.no-conflict"));
        }
        return (isContradicted ? ExitStatus.FAULTS : counted).code();
    }
}
