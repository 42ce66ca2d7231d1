package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;

/** Compares a finished timetable with what the documents ask of a camp, theme by theme. */
final class CampFidelity {
    private CampFidelity() {}

    static FidelityReport of(Intervention<CampParameters> intervention, Problem problem, Timetable timetable) {
        var camp = new FinishedCamp(intervention, problem, timetable);
        var whoCould = new DutyFeasibility(camp, timetable);
        var asks = new ArrayList<Ask>();
        asks.addAll(new StaffingFidelity(camp, whoCould).asks());
        asks.addAll(new StaffTeamFidelity(camp, whoCould).asks());
        asks.addAll(new StructureFidelity(camp).asks());
        asks.addAll(new TeachingFidelity(camp).asks());
        asks.addAll(new CharacterTraitsFidelity(camp).asks());
        asks.addAll(new HabitsFidelity(camp).asks());
        asks.addAll(new ConversationFidelity(camp).asks());
        asks.add(new VisitFidelity(camp).ask());
        asks.addAll(OutsideTimetableFidelity.asks());
        return new FidelityReport(intervention.id(), asks);
    }
}
