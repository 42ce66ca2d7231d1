package dk.grundskema.api.cli.solve;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.report.StaffingProofPrinter;
import dk.grundskema.api.cli.report.TimetableVerdict;
import dk.grundskema.api.cli.report.VerdictPrinter;
import dk.grundskema.api.documents.fidelity.BreakdownFormatter;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.proof.ConflictReport;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.StaffingConflict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One solver run, from a valid problem to the written timetable and the printed results.
 *
 * @param context     context of the command
 * @param taken    valid input
 * @param limits   when the command ends, if there is a limit of time, or the solver
 * @param began    when the command began
 * @param seed     random seed of the search
 * @param searches number of parallel searches
 * @param now      moment before which the earlier plan stays as it is; {@code null} means that everything may change
 */
public record SolveCommandRun(
        CommandContext context,
        ValidInput taken,
        SolveLimits limits,
        Instant began,
        long seed,
        int searches,
        @Nullable LocalDateTime now) {
    /**
     * The result.
     *
     * @param timetable the written timetable
     * @param outcome   exit status of the command
     */
    public record SolveCommandResult(Timetable timetable, ExitStatus outcome) {}

    /** Solves the problem, writes the timetable to the file, checks it and prints the results. */
    public SolveCommandResult run(Path file) {
        context.screen()
                .printLine(context.screen()
                        .bold(taken.texts().text("solve.begins", taken.problem().title())));
        Optional<CompletableFuture<RemedyReport>> remedies = printPrecheck();
        var request =
                new SolveRequest(taken.problem(), taken.hash(), limitsOfSolver(), seed, searches, taken.timetable());
        Timetable timetable = solve(request);
        if (context.environment().interruption().isRequested()) {
            context.screen().printLine(taken.texts().text("solve.interrupted"));
        }
        OutputNotWrittenException.throwIfAny(file, context.planning().write(timetable, file));
        if (!context.environment().interruption().isRequested()) {
            remedies.ifPresent(report -> new StaffingProofPrinter(context.screen(), taken.texts())
                    .printRemediesBeforePlanning(result(report)));
        }
        var outcome = checkAndReport(timetable, file);
        printComparison(timetable);
        return new SolveCommandResult(timetable, outcome);
    }

    private Timetable solve(SolveRequest request) {
        LocalDateTime moment = now;
        if (moment == null) {
            return new SolveMonitor(
                            context.environment(), taken.texts(), context.planning(), context.planning()::startSolve)
                    .run(request);
        }
        Timetable continued = new SolveMonitor(
                        context.environment(),
                        taken.texts(),
                        context.planning(),
                        (all, listener) -> context.planning().continuePlan(all, moment, listener))
                .run(request);
        return ChangePlanner.withFiguresOfWholePlan(context.planning(), taken.problem(), continued);
    }

    /**
     * Returns the limits without the time for everything besides the search, so that the command ends after the time that the user chose. Filling
     * open seats, writing and checking take about twice as long as reading and the pre-check did. The search has at least half of the time.
     */
    private SolveLimits limitsOfSolver() {
        Duration time = limits.time();
        if (time == null) {
            return limits;
        }
        Duration before = Duration.between(began, context.environment().clock().instant());
        Duration left = time.minus(before.multipliedBy(3));
        Duration half = time.dividedBy(2);
        return new SolveLimits(left.compareTo(half) < 0 ? half : left, limits.steps(), limits.unimproved());
    }

    /** Waits for a result; a failure is the one that it failed with, so that messages name it. */
    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Prints the changes from the earlier plan, if there is one. */
    private void printComparison(Timetable timetable) {
        if (taken.timetable() != null) {
            PlanNameResolver names = context.names(taken.problem())
                    .withTimetable(taken.timetable())
                    .withTimetable(timetable);
            new ComparisonPrinter(context.screen(), taken.texts().withNames(names), names)
                    .print(taken.timetable(), timetable);
        }
    }

    /**
     * Prints what is known before solving: shortages, contradictions, and what is gone from the earlier timetable. Returns the search for changes that
     * help against contradictions, which takes some seconds and so runs beside the solver; empty if there is no contradiction.
     */
    private Optional<CompletableFuture<RemedyReport>> printPrecheck() {
        new FindingPrinter(context.screen(), taken.texts())
                .printFindings("solve.precheck", "", context.planning().precheck(taken.problem()));
        StaffingProofs proofs = context.planning().staffingProofs();
        ConflictReport report = proofs.findConflicts(taken.problem());
        List<StaffingConflict> conflicts = report.conflicts();
        new StaffingProofPrinter(context.screen(), taken.texts()).printConflicts(report);
        if (taken.timetable() != null) {
            Texts texts = taken.texts().withNames(context.names(taken.problem()).withTimetable(taken.timetable()));
            new FindingPrinter(context.screen(), texts)
                    .printFindings(
                            "solve.left-out",
                            taken.timetableFile(),
                            context.planning().differencesFromEarlier(taken.problem(), taken.timetable()));
        }
        if (conflicts.isEmpty()) {
            return Optional.empty();
        }
        context.screen().printLine(taken.texts().text("solve.remedies-follow"));
        return Optional.of(CompletableFuture.supplyAsync(() -> proofs.findRemedies(taken.problem(), conflicts)));
    }

    private ExitStatus checkAndReport(Timetable timetable, Path file) {
        PlanNameResolver names = context.names(taken.problem()).withTimetable(timetable);
        Texts texts = taken.texts().withNames(names);
        var verdict = TimetableVerdict.of(context.planning(), taken.problem(), timetable);
        var report = new VerdictPrinter(context.screen(), texts);
        var reports = context.planning().fidelityReports(taken.problem(), timetable);
        report.print(verdict, new BreakdownFormatter(texts.withNames(names.forTables())).toViews(reports));
        context.screen()
                .printLine(texts.text("solve.written", context.resolve(file).toAbsolutePath()));
        if (!verdict.disagreements().isEmpty()) {
            report.printDisagreements(verdict, "solve.disagree");
            return ExitStatus.OWN_FAILURE;
        }
        return verdict.hasNoFaults() ? ExitStatus.FINE : ExitStatus.FAULTS;
    }
}
