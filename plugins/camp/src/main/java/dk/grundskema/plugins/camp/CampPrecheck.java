package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.List;

/** What is short by counting. */
final class CampPrecheck {
    private CampPrecheck() {}

    static List<Finding> of(Intervention<CampParameters> camp, Problem problem) {
        return List.of();
    }
}
