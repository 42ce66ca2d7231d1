package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.command.ArgumentValidator;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.api.planning.explanation.ExplainedFault;
import dk.grundskema.api.planning.explanation.FaultMender;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.SeatVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a timetable against its problem, independent of how it was made; or, without a timetable, whether facts of the problem contradict each other. */
@Command(name = "check", sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private @Nullable Path timetableFile;

    @Option(names = "--mended", paramLabel = "FILE", descriptionKey = "mended")
    private @Nullable Path mendedFile;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param context context of the command */
    public CheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        if (timetableFile == null) {
            if (mendedFile != null) {
                throw new ArgumentValidator(spec, context.commandTexts()).invalidArgument("usage.mended-without-plan");
            }
            return checkProblem(intake.finish());
        }
        intake.timetable(timetableFile);
        if (mendedFile != null) {
            intake.checkDestination(mendedFile, problemFile);
            intake.checkDestination(mendedFile, timetableFile);
        }
        ValidInput taken = intake.finish();
        Timetable timetable = Objects.requireNonNull(taken.timetable());
        var texts = taken.texts().withNames(context.names(taken.problem()).withTimetable(timetable));
        var verdict = TimetableVerdict.of(context.planning(), taken.problem(), timetable);
        var report = new VerdictPrinter(context.screen(), texts);
        report.print(verdict);
        StaffingProofs proofs = context.planning().staffingProofs();
        var proved = new StaffingProofPrinter(context.screen(), texts);
        List<SeatVerdict> seats = proved.printOpenSeats(
                proofs, taken.problem(), timetable, proofs.boundOpenSeats(taken.problem(), timetable));
        List<ExplainedFault> explained = proved.printFaults(context.planning(), taken.problem(), timetable);
        report.printDisagreements(verdict, "check.disagree");
        if (mendedFile != null) {
            writeMended(mendedFile, taken, timetable, seats, explained);
        }
        return (verdict.hasNoFaults() ? ExitStatus.FINE : ExitStatus.FAULTS).code();
    }

    /** Writes the timetable with everything mended that can be, and prints what is left. */
    private void writeMended(
            Path file, ValidInput taken, Timetable timetable, List<SeatVerdict> seats, List<ExplainedFault> explained) {
        PlanningFacade planning = context.planning();
        Optional<Timetable> mended = FaultMender.mend(planning, taken.problem(), timetable, seats, explained);
        if (mended.isEmpty()) {
            context.screen().printLine(taken.texts().text("check.nothing-mended", file));
            return;
        }
        Path target = context.resolve(file);
        OutputNotWrittenException.throwIfAny(target, planning.write(mended.get(), target));
        context.screen()
                .printLine(taken.texts()
                        .text(
                                "check.mended",
                                file,
                                planning.checkTimetable(taken.problem(), timetable)
                                        .size(),
                                planning.checkTimetable(taken.problem(), mended.get())
                                        .size()));
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
