package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.MemberLockCheck;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.util.List;

/** Validates an intervention. Reports all findings at once. */
final class SmallGroupsValidation {
    private SmallGroupsValidation() {}

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem) {
        SmallGroupsParameters parameters = intervention.parameters();
        var context = new SmallGroupsContext(intervention, problem, List.of());
        var findings = new FindingCollector("small-groups", problem);
        findings.checkReferences(parameters, "");
        GuideFigures.WEEKS.check(parameters.weeks(), findings, "weeks");
        GuideFigures.SESSIONS.check(parameters.sessionsPerWeek(), findings, "sessionsPerWeek");
        GuideFigures.MINUTES.check(parameters.sessionMinutes(), findings, "sessionMinutes");
        GuideFigures.SIZE.check(parameters.smallest(), findings, "smallest");
        GuideFigures.SIZE.check(parameters.largest(), findings, "largest");
        Candidate.check(parameters.candidates(), problem, findings, "candidates");
        Gathering.check(parameters.gatherings(), problem, findings, "gatherings");
        int tutorSeats = parameters.sessionsPerWeek() + TalkPhase.values().length;
        findings.warnIf(
                parameters.tutorsPerGroup() > tutorSeats,
                "more-tutors-than-sessions",
                "tutorsPerGroup",
                parameters.tutorsPerGroup(),
                tutorSeats);
        checkDays(context, findings);
        findings.errorUnless(!context.weeks.isEmpty(), "no-weeks", "firstWeek");
        if (!context.weeks.isEmpty()) {
            context.tutors.check(context.weeks, findings, "tutors");
            context.pools.forEach(pool -> check(pool, context, findings));
            MemberLockCheck.check(
                    problem, SmallGroupsExpansion.of(intervention, problem, List.of()), findings, "candidates");
        }
        return findings.all();
    }

    /** Reports that no plan with all sessions has one session a day: an error if that is required, a warning if it is a guideline. */
    private static void checkDays(SmallGroupsContext context, FindingCollector findings) {
        RuleStrength strength = context.parameters.oneSessionADay();
        int sessions = context.parameters.sessionsPerWeek();
        long days = SmallGroupsContext.weekdays(context.usable);
        boolean isShort = days > 0 && days < sessions;
        findings.errorUnless(
                !isShort || strength != RuleStrength.REQUIREMENT, "few-days", "oneSessionADay", sessions, days);
        findings.warnIf(isShort && strength == RuleStrength.GUIDELINE, "few-days", "oneSessionADay", sessions, days);
    }

    private static void check(CandidatePool pool, SmallGroupsContext context, FindingCollector findings) {
        String subject = pool.subject();
        int count = pool.candidates().size();
        int smallest = context.parameters.smallest();
        boolean hasTutor =
                !context.tutors.trainedIn(subject, context.weeks).all().isEmpty();
        boolean hasTime = !context.groupTimes(pool).isEmpty();
        findings.errorUnless(hasTutor, "no-tutor", "tutors", subject);
        findings.warnIf(count < smallest, "too-few", "candidates", subject, count, smallest);
        findings.errorUnless(hasTime, "no-time", "usable", subject, count);
        if (!hasTime) {
            context.suggestTimes(pool.candidates(), subject, findings);
        }
    }
}
