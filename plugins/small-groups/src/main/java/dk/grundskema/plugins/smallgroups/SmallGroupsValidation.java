package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.Candidate;
import dk.grundskema.solver.spi.toolkit.CandidatePool;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.Gathering;
import dk.grundskema.solver.spi.toolkit.Pins;
import java.util.List;

/** What is wrong with an intervention, all of it at once. */
final class SmallGroupsValidation {
    private SmallGroupsValidation() {}

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem) {
        SmallGroupsParameters parameters = intervention.parameters();
        var frame = new SmallGroupsFrame(intervention, problem, List.of());
        var findings = new FindingList("small-groups", problem);
        findings.references(parameters, "");
        GuideC.WEEKS.check(parameters.weeks(), findings, "weeks");
        GuideC.SESSIONS.check(parameters.sessionsPerWeek(), findings, "sessionsPerWeek");
        GuideC.MINUTES.check(parameters.sessionMinutes(), findings, "sessionMinutes");
        GuideC.SIZE.check(parameters.smallest(), findings, "smallest");
        GuideC.SIZE.check(parameters.largest(), findings, "largest");
        Candidate.check(parameters.candidates(), problem, findings, "candidates");
        Gathering.check(parameters.gatherings(), problem, findings, "gatherings");
        findings.unless(!frame.weeks.isEmpty(), "no-weeks", "firstWeek");
        if (!frame.weeks.isEmpty()) {
            frame.tutors.check(frame.weeks, findings, "tutors");
            frame.pools.forEach(pool -> check(pool, frame, findings));
            Pins.check(problem, SmallGroupsExpansion.of(intervention, problem, List.of()), findings, "candidates");
        }
        return findings.all();
    }

    private static void check(CandidatePool pool, SmallGroupsFrame frame, FindingList findings) {
        String subject = pool.subject();
        int count = pool.candidates().size();
        int smallest = frame.parameters.smallest();
        boolean hasTutor = !frame.tutors.trained(subject, frame.weeks).all().isEmpty();
        boolean hasTime = !frame.times(pool).isEmpty();
        findings.unless(hasTutor, "no-tutor", "tutors", subject);
        findings.warnIf(count < smallest, "too-few", "candidates", subject, count, smallest);
        findings.unless(hasTime, "no-time", "usable", subject, count);
        if (!hasTime) {
            frame.tellWhatWouldHelp(pool.candidates(), subject, findings);
        }
    }
}
