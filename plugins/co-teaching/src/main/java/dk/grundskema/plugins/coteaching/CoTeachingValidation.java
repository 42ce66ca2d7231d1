package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FindingList;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an intervention or doesn't fit the rest of the problem, all at once. */
final class CoTeachingValidation {
    /** Longest id of anything, in characters. */
    private static final int LONGEST_ID = 120;

    private CoTeachingValidation() {}

    static List<Finding> of(Intervention<CoTeachingParameters> intervention, Problem problem) {
        var frame = new CoTeachingFrame(intervention, problem);
        var findings = new FindingList("co-teaching", problem);
        new ClassChecks(frame, findings).check();
        new PoolChecks(frame, findings).check();
        new PeriodChecks(frame, findings).check();
        var all = new ArrayList<>(ids(frame));
        all.addAll(findings.all());
        return List.copyOf(all);
    }

    /** Ids of sessions are put together of the intervention's, a lesson's or class's, and a week; they must be short enough. */
    private static List<Finding> ids(CoTeachingFrame frame) {
        int longest = 0;
        for (ClassNeed need : frame.parameters().classes()) {
            longest = Math.max(longest, need.groupId().value().length());
            longest = frame.eligible(need).stream()
                    .map(Lesson::id)
                    .map(LessonId::value)
                    .mapToInt(String::length)
                    .reduce(longest, Math::max);
        }
        int length = frame.id().value().length() + longest;
        int most = LONGEST_ID - "/preparation//2026-W33#0".length();
        return length > most ? List.of(Finding.error("co-teaching.id-too-long", "/id", length, most)) : List.of();
    }

    /** Ids of all classes, as text. */
    static List<String> groups(Problem problem) {
        return problem.groups().stream().map(one -> one.id().value()).toList();
    }

    /** Ids of all staff, as text. */
    static List<String> staff(Problem problem) {
        return problem.staff().stream().map(one -> one.id().value()).toList();
    }

    /** Whether a class is one of those that get co-teaching. */
    static boolean isAsked(CoTeachingParameters parameters, GroupId group) {
        return parameters.classes().stream().anyMatch(need -> need.groupId().equals(group));
    }
}
