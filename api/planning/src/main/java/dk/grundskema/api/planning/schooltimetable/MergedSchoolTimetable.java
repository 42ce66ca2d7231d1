package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Set;

/**
 * The problem of a plan in use with a new timetable of the school.
 *
 * @param problem  the problem: interventions, locks, students and everything entered by hand are those of the plan. That of the plan itself if there is
 *     an error
 * @param findings what the planner should know, with empty pointers: who and what was not found in the other timetable
 * @param wrong    errors of the mapping about what is in the plan, with their pointers in the mapping
 * @param unknown  errors of the mapping about what is not in these files, or not in this plan, likewise
 * @param questions what only the new timetable has, with what only the plan has
 * @param used      what the mapping's entries are about that only the new timetable has
 */
public record MergedSchoolTimetable(
        Problem problem,
        List<Finding> findings,
        List<Finding> wrong,
        List<Finding> unknown,
        List<ImportQuestion> questions,
        Set<ImportQuestion.Key> used) {
    /** Copies the collections. */
    public MergedSchoolTimetable {
        findings = List.copyOf(findings);
        wrong = List.copyOf(wrong);
        unknown = List.copyOf(unknown);
        questions = List.copyOf(questions);
        used = Set.copyOf(used);
    }

    /** Returns the problem of the plan, which stays as it is because of errors. */
    static MergedSchoolTimetable refused(Problem present, List<Finding> errors) {
        return new MergedSchoolTimetable(present, errors, List.of(), List.of(), List.of(), Set.of());
    }
}
