package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import java.util.List;

/**
 * The problem of a plan in use with a new timetable of the school.
 *
 * @param problem  the problem: interventions, locks, students and everything entered by hand are those of the plan. That of the plan itself if there is
 *     an error
 * @param findings what the planner should know, with empty pointers: who and what was not found in the other timetable, and which names are nearly equal
 * @param similar  names that are nearly equal
 */
public record MergedSchoolTimetable(Problem problem, List<Finding> findings, List<SimilarNames> similar) {
    /**
     * A name of the new timetable that the plan does not have, and a nearly equal one that only the plan has.
     *
     * @param kind     whose names they are
     * @param imported the name in the new timetable
     * @param present  the name in the plan
     */
    public record SimilarNames(ImportQuestion.Kind kind, String imported, String present) {}

    /** Copies the lists. */
    public MergedSchoolTimetable {
        findings = List.copyOf(findings);
        similar = List.copyOf(similar);
    }
}
