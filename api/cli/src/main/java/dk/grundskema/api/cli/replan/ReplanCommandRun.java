package dk.grundskema.api.cli.replan;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.report.TimetableVerdict;
import dk.grundskema.api.documents.problem.ChangedProblemFile;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.repair.OpenDays;
import dk.grundskema.solver.repair.PlanRepairer;
import dk.grundskema.solver.repair.RepairRequest;
import dk.grundskema.solver.repair.RepairResult;
import dk.grundskema.solver.repair.VacantSeat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One repair, from the absences to the written problem and timetable and the printed results.
 *
 * @param context        context of the command
 * @param taken       valid input
 * @param request     absences and current time
 * @param limits      time limits of the repair
 * @param problemFile file of the problem
 */
record ReplanCommandRun(
        CommandContext context, ValidInput taken, RepairRequest request, SolveLimits limits, Path problemFile) {
    /** Prints the candidates, repairs the plan, writes problem and timetable, and prints the changes. */
    ExitStatus run(Path timetableTarget, Path problemTarget) {
        PlanRepairer replan = context.planning().replan(request);
        PlanNameResolver names = context.names(taken.problem()).withTimetable(request.timetable());
        Texts texts = taken.texts().withNames(names);
        var open = new OpenSeatsPrinter(context.screen(), texts, names, taken.problem());
        List<OpenDays> days = replan.openDays();
        new OpenDaysPrinter(context.screen(), texts, names, taken.problem()).print(days);
        if (replan.vacantSeats().isEmpty()) {
            if (days.isEmpty()) {
                open.printNothingOpen(request.absences());
                return ExitStatus.FINE;
            }
            context.screen().printLine(texts.text("replan.days-only"));
            return ExitStatus.FAULTS;
        }
        open.print(request.absences(), replan.seatCandidates());
        ChangedProblemFile changed = context.planning().changedProblemFile(problemFile, replan.problem());
        RepairResult repair = replan.repair(limits, changed.hash());
        new RepairChangesPrinter(context.screen(), texts, names, taken.problem())
                .print(repair, absentStaff(replan.vacantSeats()));
        OutputNotWrittenException.throwIfAny(problemTarget, context.planning().write(changed.text(), problemTarget));
        OutputNotWrittenException.throwIfAny(
                timetableTarget, context.planning().write(repair.timetable(), timetableTarget));
        return checkAndReport(replan.problem(), repair.timetable(), timetableTarget, problemTarget);
    }

    private static List<Object> absentStaff(List<VacantSeat> vacantSeats) {
        return vacantSeats.stream().<Object>map(VacantSeat::staffId).distinct().toList();
    }

    private ExitStatus checkAndReport(Problem problem, Timetable timetable, Path timetableTarget, Path problemTarget) {
        Texts texts = taken.texts().withNames(context.names(problem).withTimetable(timetable));
        var verdict = TimetableVerdict.of(context.planning(), problem, timetable);
        printNewFaults(verdict, texts);
        context.screen().printLine(new PlanStatusFormatter(texts).line(verdict.status()));
        context.screen().printEmptyLine();
        context.screen()
                .printLine(texts.text(
                        "replan.written",
                        timetableTarget.toAbsolutePath().normalize(),
                        problemTarget.toAbsolutePath().normalize()));
        return verdict.hasNoFaults() ? ExitStatus.FINE : ExitStatus.FAULTS;
    }

    /** Prints only violations that the plan did not have before. */
    private void printNewFaults(TimetableVerdict verdict, Texts texts) {
        var known = new ArrayList<>(context.planning().checkTimetable(taken.problem(), request.timetable()));
        List<RuleViolation> fresh =
                verdict.faults().stream().filter(fault -> !known.remove(fault)).toList();
        var paragraphs = new FindingPrinter(context.screen(), texts);
        paragraphs.printFaults("replan.new-hard", faultsOf(fresh, Level.HARD));
        paragraphs.printFaults("replan.new-medium", faultsOf(fresh, Level.MEDIUM));
        if (fresh.isEmpty()) {
            context.screen().printLine(context.screen().green(texts.text("replan.holds")));
        }
        int old = verdict.faults().size() - fresh.size();
        if (old > 0) {
            context.screen().printLine(texts.text("replan.old-faults", old));
        }
        context.screen().printEmptyLine();
    }

    private static List<RuleViolation> faultsOf(List<RuleViolation> faults, Level level) {
        return faults.stream().filter(fault -> fault.level() == level).toList();
    }
}
