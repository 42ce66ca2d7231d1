package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;

/** What the documents ask of co-teaching and what a finished timetable gives of it, and the same class by class. */
final class CoTeachingFidelity {
    private CoTeachingFidelity() {}

    static FidelityReport of(Intervention<CoTeachingParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new FinishedCoTeaching(intervention, problem, timetable);
        CoTeachingParameters parameters = intervention.parameters();
        var why = new WhyShort(parameters, problem, timetable, finished);
        var asks = new ArrayList<Ask>();
        asks.addAll(new AmountFidelity(parameters, finished, why).asks());
        asks.addAll(new ManyHoursFidelity(parameters, finished).asks());
        asks.addAll(new AroundFidelity(intervention, finished).asks());
        var classes = new ClassBreakdown(parameters, finished, why).breakdown();
        var people = new PeopleBreakdown(parameters, finished).breakdown();
        return new FidelityReport(intervention.id(), asks, List.of(classes, people));
    }
}
