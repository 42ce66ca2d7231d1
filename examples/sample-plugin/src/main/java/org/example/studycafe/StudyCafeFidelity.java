package org.example.studycafe;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import java.util.List;

/** What is asked of a café and what a finished timetable gives of it. No document asks for one, so all of it is ours. */
final class StudyCafeFidelity {
    private StudyCafeFidelity() {}

    static FidelityReport of(Intervention<StudyCafeParameters> intervention, Problem problem, Timetable timetable) {
        int times = intervention.parameters().timesAWeek();
        List<Meeting> cafes = new Finished(intervention, problem, timetable).meetings();
        var asks = new Asks(StudyCafePlugin.ID);
        var everyWeek = asks.tally("every-week", Asks.ours(), "times");
        for (IsoWeek week : PlannedWeeks.of(problem, null, problem.horizon().weeks(), List.of())) {
            long held = cafes.stream().filter(one -> one.weeks().contains(week)).count();
            everyWeek.at(times, held, asks.why("not-held"), week);
        }
        everyWeek.done(times);
        var tutor = asks.tally("tutor", Asks.ours(), "times");
        cafes.forEach(one -> tutor.at(!Finished.staff(one).isEmpty(), asks.why("nobody"), one.sessionId()));
        tutor.done();
        return asks.report(intervention);
    }
}
