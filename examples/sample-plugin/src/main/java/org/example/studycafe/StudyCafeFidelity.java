package org.example.studycafe;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import java.util.List;

/** What is asked of a café and what a finished timetable gives of it. No document asks for one, so all of it is ours. */
final class StudyCafeFidelity {
    private StudyCafeFidelity() {}

    static FidelityReport of(Intervention<StudyCafeParameters> intervention, Problem problem, Timetable timetable) {
        int times = intervention.parameters().timesAWeek();
        List<Meeting> cafes = new FinishedIntervention(intervention, problem, timetable).meetings();
        var asks = new FidelityReportBuilder(StudyCafePlugin.ID);
        var everyWeek = asks.tally("every-week", FidelityReportBuilder.productDefault(), "times");
        for (IsoWeek week : PlannedWeeks.of(problem, null, problem.horizon().weeks(), List.of())) {
            long held = cafes.stream().filter(one -> one.weeks().contains(week)).count();
            everyWeek.addPlace(times, held, asks.reason("not-held"), week);
        }
        everyWeek.finish(times);
        var tutor = asks.tally("tutor", FidelityReportBuilder.productDefault(), "times");
        cafes.forEach(one -> tutor.addPlace(!FinishedIntervention.staff(one).isEmpty(), asks.reason("nobody"), one.sessionId()));
        tutor.finish();
        return asks.build(intervention);
    }
}
