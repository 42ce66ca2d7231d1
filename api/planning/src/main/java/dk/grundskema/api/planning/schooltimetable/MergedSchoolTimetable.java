package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import java.util.List;

/**
 * The problem of a plan in use with a new timetable of the school.
 *
 * @param problem  the problem: interventions, locks, students and everything entered by hand are those of the plan. That of the plan itself if there is
 *     an error
 * @param findings what the planner should know, with empty pointers: who and what was not found in the other timetable, and which names are nearly equal
 */
public record MergedSchoolTimetable(Problem problem, List<Finding> findings) {
    /** Copies the list. */
    public MergedSchoolTimetable {
        findings = List.copyOf(findings);
    }
}
