package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.util.ArrayList;
import java.util.List;

/** Validates an intervention on its own and against the rest of the problem. Returns all findings at once. */
final class CoTeachingValidation {
    /** Maximum length in characters of any id. */
    private static final int LONGEST_ID = 120;

    private CoTeachingValidation() {}

    static List<Finding> of(Intervention<CoTeachingParameters> intervention, Problem problem) {
        var context = new CoTeachingContext(intervention, problem);
        var findings = new FindingCollector("co-teaching", problem);
        new ClassValidator(context, findings).check();
        new PoolValidator(context, findings).check();
        new PeriodValidator(context, findings).check();
        var all = new ArrayList<>(checkIds(context));
        all.addAll(findings.all());
        return List.copyOf(all);
    }

    /** Session ids consist of the ids of the intervention and a lesson or class, and a week; they must be short enough. */
    private static List<Finding> checkIds(CoTeachingContext context) {
        int longest = 0;
        for (ClassNeed need : context.parameters().classes()) {
            longest = Math.max(longest, need.groupId().value().length());
            longest = context.eligible(need).stream()
                    .map(Lesson::id)
                    .map(LessonId::value)
                    .mapToInt(String::length)
                    .reduce(longest, Math::max);
        }
        int length = context.id().value().length() + longest;
        int most = LONGEST_ID - "/preparation//2026-W33#0".length();
        return length > most ? List.of(Finding.error("co-teaching.id-too-long", "/id", length, most)) : List.of();
    }

    /** Returns the ids of all classes as text. */
    static List<String> groupIds(Problem problem) {
        return problem.groups().stream().map(one -> one.id().value()).toList();
    }

    /** Returns the ids of all staff as text. */
    static List<String> staffIds(Problem problem) {
        return problem.staff().stream().map(one -> one.id().value()).toList();
    }

    /** Returns whether a class gets co-teaching. */
    static boolean isCoTaught(CoTeachingParameters parameters, GroupId group) {
        return parameters.classes().stream().anyMatch(need -> need.groupId().equals(group));
    }
}
