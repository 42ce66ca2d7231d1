package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.planning.ChangedProblem;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.FallenSeat;
import dk.grundskema.solver.engine.OpenDays;
import dk.grundskema.solver.engine.Repair;
import dk.grundskema.solver.engine.Replan;
import dk.grundskema.solver.engine.ReplanRequest;
import dk.grundskema.solver.engine.SolveLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One repair from an absence to a written pair of problem and timetable, and what is to be said of it.
 *
 * @param desk        what it works with
 * @param taken       what was taken in
 * @param request     who is away, and when it is now
 * @param limits      when the repair ends at the latest
 * @param problemFile the file of the problem
 */
record ReplanJob(Desk desk, Taken taken, ReplanRequest request, SolveLimits limits, Path problemFile) {
    /** Says who could take what, repairs the plan, writes problem and timetable, says what changes. */
    Outcome run(Path timetableTarget, Path problemTarget) {
        Replan replan = desk.house().replan(request);
        Names names = desk.names(taken.problem()).with(request.timetable());
        Texts texts = taken.texts().named(names);
        var open = new OpenSeatsView(desk.screen(), texts, names, taken.problem());
        List<OpenDays> days = replan.openDays();
        new OpenDaysView(desk.screen(), texts, names, taken.problem()).say(days);
        if (replan.fallen().isEmpty()) {
            if (days.isEmpty()) {
                open.nothing(request.absences());
                return Outcome.FINE;
            }
            desk.screen().say(texts.text("replan.days-only"));
            return Outcome.FAULTS;
        }
        open.say(request.absences(), replan.whoCould());
        ChangedProblem changed = desk.house().changed(problemFile, replan.problem());
        Repair repair = replan.repair(limits, changed.hash());
        new ChangesView(desk.screen(), texts, names, taken.problem()).say(repair, absentees(replan.fallen()));
        CannotWriteException.throwIfAny(problemTarget, desk.house().write(changed.text(), problemTarget));
        CannotWriteException.throwIfAny(timetableTarget, desk.house().write(repair.timetable(), timetableTarget));
        return judge(replan.problem(), repair.timetable(), timetableTarget, problemTarget);
    }

    private static List<Object> absentees(List<FallenSeat> fallen) {
        return fallen.stream().<Object>map(FallenSeat::staffId).distinct().toList();
    }

    private Outcome judge(Problem problem, Timetable timetable, Path timetableTarget, Path problemTarget) {
        Texts texts = taken.texts().named(desk.names(problem).with(timetable));
        var verdict = new Verdict(timetable, desk.house().check(problem, timetable));
        tellNew(verdict, texts);
        desk.screen()
                .say(texts.text(
                        "replan.written",
                        timetableTarget.toAbsolutePath().normalize(),
                        problemTarget.toAbsolutePath().normalize()));
        return verdict.isFine() ? Outcome.FINE : Outcome.FAULTS;
    }

    /** What was wrong before is known; what is new is said. */
    private void tellNew(Verdict verdict, Texts texts) {
        var known = new ArrayList<>(desk.house().check(taken.problem(), request.timetable()));
        List<Fault> fresh =
                verdict.faults().stream().filter(fault -> !known.remove(fault)).toList();
        var paragraphs = new Paragraphs(desk.screen(), texts);
        paragraphs.list("replan.new-hard", of(fresh, Level.HARD));
        paragraphs.list("replan.new-medium", of(fresh, Level.MEDIUM));
        if (fresh.isEmpty()) {
            desk.screen().say(desk.screen().green(texts.text("replan.holds")));
        }
        int old = verdict.faults().size() - fresh.size();
        if (old > 0) {
            desk.screen().say(texts.text("replan.old-faults", old));
        }
        desk.screen().gap();
    }

    private static List<Fault> of(List<Fault> faults, Level level) {
        return faults.stream().filter(fault -> fault.level() == level).toList();
    }
}
