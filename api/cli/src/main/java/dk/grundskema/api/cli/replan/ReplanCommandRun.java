package dk.grundskema.api.cli.replan;

import dk.grundskema.api.cli.change.PreviewPrinter;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.documents.problem.ChangedProblemFile;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.change.ChangeFormatter;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.change.SeatCandidates;
import dk.grundskema.solver.engine.SolveLimits;
import java.nio.file.Path;
import java.util.List;

/**
 * One change because of absences, from the changed problem to the written files and the printed results.
 *
 * @param context     context of the command
 * @param taken       valid input
 * @param replan      the change
 * @param limits      limits of the search for the least change
 * @param problemFile file of the problem
 */
record ReplanCommandRun(CommandContext context, ValidInput taken, Replan replan, SolveLimits limits, Path problemFile) {
    /**
     * A change against which nothing speaks.
     *
     * @param operation the operation on the plan in use
     * @param problem   problem with the absences
     * @param absences  the absences
     */
    record Replan(ChangePlanner operation, Problem problem, List<Absence> absences) {
        /** Copies the list. */
        Replan {
            absences = List.copyOf(absences);
        }
    }

    /** Prints the candidates, plans the change, prints the preview, and writes problem and timetable. */
    ExitStatus run(Path timetableTarget, Path problemTarget) throws InterruptedException {
        ChangedProblemFile changed = context.planning().changedProblemFile(problemFile, replan.problem());
        PlanChanger changer = replan.operation().prepare(replan.problem(), changed.hash());
        Timetable before = replan.operation().timetable();
        PlanNameResolver names = context.names(replan.problem()).withTimetable(before);
        var open = new OpenSeatsPrinter(context.screen(), taken.texts().withNames(names), names, replan.problem());
        List<SeatCandidates> candidates = changer.seatCandidates();
        if (!candidates.isEmpty()) {
            open.print(replan.absences(), candidates);
        }
        int searches = Math.min(2, Runtime.getRuntime().availableProcessors());
        ChangePreview preview = replan.operation().plan(changer, replan.problem(), limits, searches);
        if (isWithoutDuty(preview)) {
            open.printNothingOpen(replan.absences());
            return ExitStatus.FINE;
        }
        print(preview, before);
        if (!candidates.isEmpty() && (changer.canProveLeast() || hasNewViolations(preview))) {
            context.screen().printLine(taken.texts().text(leastKey(preview)));
            context.screen().printEmptyLine();
        }
        Timetable kept = ChangePlanner.withFiguresOfWholePlan(
                context.planning(), replan.problem(), preview.after().timetable());
        OutputNotWrittenException.throwIfAny(problemTarget, context.planning().write(changed.text(), problemTarget));
        OutputNotWrittenException.throwIfAny(timetableTarget, context.planning().write(kept, timetableTarget));
        context.screen()
                .printLine(taken.texts()
                        .text(
                                "replan.written",
                                timetableTarget.toAbsolutePath().normalize(),
                                problemTarget.toAbsolutePath().normalize()));
        return preview.after().violations().isEmpty() ? ExitStatus.FINE : ExitStatus.FAULTS;
    }

    private static boolean isWithoutDuty(ChangePreview preview) {
        return preview.after().difference().dates().isEmpty()
                && preview.absentTeachers().isEmpty()
                && !hasNewViolations(preview);
    }

    private static boolean hasNewViolations(ChangePreview preview) {
        return !preview.newViolations(Level.HARD).isEmpty()
                || !preview.newViolations(Level.MEDIUM).isEmpty();
    }

    private void print(ChangePreview preview, Timetable before) {
        PlanNameResolver names =
                context.names(replan.problem()).withTimetable(preview.after().timetable());
        Texts texts = taken.texts().withNames(names);
        new ChangeFormatter(texts, names, preview, before.deliveries())
                .sections()
                .forEach(new PreviewPrinter(context.screen())::print);
    }

    private static String leastKey(ChangePreview preview) {
        if (preview.after().isLeast()) {
            return "repair.least";
        }
        return hasNewViolations(preview) ? "repair.not-mended" : "repair.perhaps-fewer";
    }
}
