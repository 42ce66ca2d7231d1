package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;

/** Compares a finished timetable with what the documents ask of co-teaching, in total and class by class. */
final class CoTeachingFidelity {
    private CoTeachingFidelity() {}

    static FidelityReport of(Intervention<CoTeachingParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new FinishedCoTeaching(intervention, problem, timetable);
        CoTeachingParameters parameters = intervention.parameters();
        var why = new ShortageExplainer(parameters, problem, timetable, finished);
        var asks = new ArrayList<Ask>();
        asks.addAll(new AmountFidelity(parameters, finished, why).asks());
        asks.addAll(new CoTeachingQualityFidelity(parameters, finished).asks());
        asks.addAll(new AdultMeetingFidelity(intervention, finished).asks());
        var classes = new ClassBreakdown(parameters, finished, why).breakdown();
        var people = new CoTeacherBreakdown(parameters, finished).breakdown();
        return new FidelityReport(intervention.id(), asks, List.of(classes, people));
    }
}
