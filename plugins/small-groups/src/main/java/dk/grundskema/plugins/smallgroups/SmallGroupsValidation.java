package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingList;
import java.util.List;

/** What is wrong with an intervention, all of it at once. */
final class SmallGroupsValidation {
    private SmallGroupsValidation() {}

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem) {
        var frame = new SmallGroupsFrame(intervention, problem, List.of());
        var findings = new FindingList("small-groups", problem);
        SmallGroupsParameters parameters = frame.parameters;
        for (int i = 0; i < parameters.candidates().size(); i++) {
            findings.student(parameters.candidates().get(i).studentId(), "candidates/" + i + "/studentId");
        }
        for (int i = 0; i < parameters.tutors().size(); i++) {
            findings.staff(parameters.tutors().get(i).staffId(), "tutors/" + i + "/staffId");
        }
        findings.unless(!parameters.candidates().isEmpty(), "no-candidates", "candidates");
        if (frame.weeks.isEmpty()) {
            findings.error("no-weeks", "firstWeek");
            return findings.all();
        }
        for (SmallGroupsFrame.Pool pool : frame.pools()) {
            findings.unless(!frame.times(pool).isEmpty(), "no-time", "usable", pool.subject());
        }
        return findings.all();
    }
}
