package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.api.fidelity.BreakdownWording;
import dk.grundskema.api.house.Names;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * One solve from a good problem to a written timetable and what is to be said of it.
 *
 * @param desk     what it works with
 * @param taken    what was taken in
 * @param limits   when the solve ends
 * @param seed     seed of the search
 * @param searches how many searches run side by side
 */
record SolveJob(Desk desk, Taken taken, SolveLimits limits, long seed, int searches) {
    /**
     * What came of it.
     *
     * @param timetable the timetable that was written
     * @param outcome   how the command is to end
     */
    record Result(Timetable timetable, Outcome outcome) {}

    /** Solves, writes the timetable to the file, lets the checker look at it, says everything. */
    Result run(Path file) {
        desk.screen()
                .say(desk.screen()
                        .bold(taken.texts().text("solve.begins", taken.problem().title())));
        beforehand();
        var request = new SolveRequest(taken.problem(), taken.hash(), limits, seed, searches, taken.timetable());
        Timetable timetable = new WatchedSolve(desk.here(), taken.texts(), desk.house()::start).run(request);
        if (desk.here().interruption().happened()) {
            desk.screen().say(taken.texts().text("solve.interrupted"));
        }
        CannotWriteException.throwIfAny(file, desk.house().write(timetable, file));
        var outcome = judge(timetable, file);
        compared(timetable);
        return new Result(timetable, outcome);
    }

    /** What of the earlier plan has changed, if there is one. */
    private void compared(Timetable timetable) {
        if (taken.timetable() != null) {
            Names names = desk.names(taken.problem()).with(taken.timetable()).with(timetable);
            new ComparisonView(desk.screen(), taken.texts().named(names), names)
                    .say(ChangeSet.between(taken.timetable(), timetable));
        }
    }

    /** What can be said before anything is solved: what is short, and what of the earlier timetable is gone. */
    private void beforehand() {
        tell("solve.precheck", "", desk.house().precheck(taken.problem()), taken.texts());
        if (taken.timetable() != null) {
            Texts texts = taken.texts().named(desk.names(taken.problem()).with(taken.timetable()));
            tell(
                    "solve.left-out",
                    taken.timetableFile(),
                    desk.house().leftOut(taken.problem(), taken.timetable()),
                    texts);
        }
    }

    private void tell(String headingKey, String file, List<Finding> findings, Texts texts) {
        if (!findings.isEmpty()) {
            desk.screen().say(desk.screen().bold(texts.text(headingKey, findings.size())));
            desk.screen().gap();
            new Paragraphs(desk.screen(), texts).tell(Placed.in(file, findings));
        }
    }

    private Outcome judge(Timetable timetable, Path file) {
        Names names = desk.names(taken.problem()).with(timetable);
        Texts texts = taken.texts().named(names);
        var verdict = new Verdict(timetable, desk.house().check(taken.problem(), timetable));
        var report = new Report(desk.screen(), texts);
        var reports = desk.house().reports(taken.problem(), timetable);
        report.of(verdict, new BreakdownWording(texts.named(names.inTables())).views(reports));
        desk.screen().say(texts.text("solve.written", desk.resolve(file).toAbsolutePath()));
        if (!verdict.disagreements().isEmpty()) {
            report.disagreements(verdict, "solve.disagree");
            return Outcome.OWN_FAILURE;
        }
        return verdict.isFine() ? Outcome.FINE : Outcome.FAULTS;
    }
}
