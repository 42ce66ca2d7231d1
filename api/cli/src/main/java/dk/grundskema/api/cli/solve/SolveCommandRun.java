package dk.grundskema.api.cli.solve;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.cli.report.TimetableVerdict;
import dk.grundskema.api.cli.report.VerdictPrinter;
import dk.grundskema.api.documents.fidelity.BreakdownFormatter;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * One solver run, from a valid problem to the written timetable and the printed results.
 *
 * @param desk     context of the command
 * @param taken    valid input
 * @param limits   when the solver ends
 * @param seed     random seed of the search
 * @param searches number of parallel searches
 */
public record SolveCommandRun(CommandContext desk, ValidInput taken, SolveLimits limits, long seed, int searches) {
    /**
     * The result.
     *
     * @param timetable the written timetable
     * @param outcome   exit status of the command
     */
    public record SolveCommandResult(Timetable timetable, ExitStatus outcome) {}

    /** Solves the problem, writes the timetable to the file, checks it and prints the results. */
    public SolveCommandResult run(Path file) {
        desk.screen()
                .printLine(desk.screen()
                        .bold(taken.texts().text("solve.begins", taken.problem().title())));
        printPrecheck();
        var request = new SolveRequest(taken.problem(), taken.hash(), limits, seed, searches, taken.timetable());
        Timetable timetable =
                new SolveMonitor(desk.environment(), taken.texts(), desk.house()::startSolve).run(request);
        if (desk.environment().interruption().isRequested()) {
            desk.screen().printLine(taken.texts().text("solve.interrupted"));
        }
        OutputNotWrittenException.throwIfAny(file, desk.house().write(timetable, file));
        var outcome = checkAndReport(timetable, file);
        printComparison(timetable);
        return new SolveCommandResult(timetable, outcome);
    }

    /** Prints the changes from the earlier plan, if there is one. */
    private void printComparison(Timetable timetable) {
        if (taken.timetable() != null) {
            PlanNameResolver names =
                    desk.names(taken.problem()).withTimetable(taken.timetable()).withTimetable(timetable);
            new ComparisonPrinter(desk.screen(), taken.texts().withNames(names), names)
                    .print(ChangeSet.between(taken.timetable(), timetable));
        }
    }

    /** Prints what is known before solving: shortages, and what is gone from the earlier timetable. */
    private void printPrecheck() {
        printFindings("solve.precheck", "", desk.house().precheck(taken.problem()), taken.texts());
        if (taken.timetable() != null) {
            Texts texts = taken.texts().withNames(desk.names(taken.problem()).withTimetable(taken.timetable()));
            printFindings(
                    "solve.left-out",
                    taken.timetableFile(),
                    desk.house().differencesFromEarlier(taken.problem(), taken.timetable()),
                    texts);
        }
    }

    private void printFindings(String headingKey, String file, List<Finding> findings, Texts texts) {
        if (!findings.isEmpty()) {
            desk.screen().printLine(desk.screen().bold(texts.text(headingKey, findings.size())));
            desk.screen().printEmptyLine();
            new FindingPrinter(desk.screen(), texts).printFindings(LocatedFinding.inFile(file, findings));
        }
    }

    private ExitStatus checkAndReport(Timetable timetable, Path file) {
        PlanNameResolver names = desk.names(taken.problem()).withTimetable(timetable);
        Texts texts = taken.texts().withNames(names);
        var verdict = new TimetableVerdict(timetable, desk.house().checkTimetable(taken.problem(), timetable));
        var report = new VerdictPrinter(desk.screen(), texts);
        var reports = desk.house().fidelityReports(taken.problem(), timetable);
        report.print(verdict, new BreakdownFormatter(texts.withNames(names.forTables())).toViews(reports));
        desk.screen().printLine(texts.text("solve.written", desk.resolve(file).toAbsolutePath()));
        if (!verdict.disagreements().isEmpty()) {
            report.printDisagreements(verdict, "solve.disagree");
            return ExitStatus.OWN_FAILURE;
        }
        return verdict.hasNoFaults() ? ExitStatus.FINE : ExitStatus.FAULTS;
    }
}
