package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.MemberLockCheck;
import java.util.List;

/** Validates an intervention. Reports all findings at once. */
final class SmallGroupsValidation {
    private SmallGroupsValidation() {}

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem) {
        SmallGroupsParameters parameters = intervention.parameters();
        var frame = new SmallGroupsContext(intervention, problem, List.of());
        var findings = new FindingCollector("small-groups", problem);
        findings.checkReferences(parameters, "");
        GuideFigures.WEEKS.check(parameters.weeks(), findings, "weeks");
        GuideFigures.SESSIONS.check(parameters.sessionsPerWeek(), findings, "sessionsPerWeek");
        GuideFigures.MINUTES.check(parameters.sessionMinutes(), findings, "sessionMinutes");
        GuideFigures.SIZE.check(parameters.smallest(), findings, "smallest");
        GuideFigures.SIZE.check(parameters.largest(), findings, "largest");
        Candidate.check(parameters.candidates(), problem, findings, "candidates");
        Gathering.check(parameters.gatherings(), problem, findings, "gatherings");
        findings.errorUnless(!frame.weeks.isEmpty(), "no-weeks", "firstWeek");
        if (!frame.weeks.isEmpty()) {
            frame.tutors.check(frame.weeks, findings, "tutors");
            frame.pools.forEach(pool -> check(pool, frame, findings));
            MemberLockCheck.check(
                    problem, SmallGroupsExpansion.of(intervention, problem, List.of()), findings, "candidates");
        }
        return findings.all();
    }

    private static void check(CandidatePool pool, SmallGroupsContext frame, FindingCollector findings) {
        String subject = pool.subject();
        int count = pool.candidates().size();
        int smallest = frame.parameters.smallest();
        boolean hasTutor = !frame.tutors.trainedIn(subject, frame.weeks).all().isEmpty();
        boolean hasTime = !frame.times(pool).isEmpty();
        findings.errorUnless(hasTutor, "no-tutor", "tutors", subject);
        findings.warnIf(count < smallest, "too-few", "candidates", subject, count, smallest);
        findings.errorUnless(hasTime, "no-time", "usable", subject, count);
        if (!hasTime) {
            frame.suggestTimes(pool.candidates(), subject, findings);
        }
    }
}
