package dk.grundskema.api.service.timetable;

import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.StoredDocument;
import java.util.Locale;

/**
 * A timetable as a caller sees it.
 *
 * @param plan      the plan
 * @param problem   the problem that belongs to it
 * @param timetable the timetable
 * @param students  naming of students
 * @param language  language of the texts
 */
public record ViewedTimetable(
        Plan plan,
        StoredDocument.StoredProblem problem,
        StoredDocument.StoredTimetable timetable,
        PlanNameResolver.StudentNaming students,
        Locale language) {
    /** Returns the tag of the content: equal tags mean equal views. */
    public String tag() {
        return "\"%.16s-%.16s-%s%s\""
                .formatted(
                        problem.hash(),
                        timetable.hash(),
                        language.getLanguage(),
                        students == PlanNameResolver.StudentNaming.NAMES ? "-n" : "");
    }
}
