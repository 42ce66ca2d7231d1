package dk.grundskema.api.server.views;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import java.util.Locale;

/**
 * A timetable as somebody looks at it.
 *
 * @param plan      the plan whose it is
 * @param problem   what it is judged by
 * @param timetable the timetable
 * @param students  what students are called
 * @param language  in which language
 */
record Shown(
        Plan plan, Kept.OfProblem problem, Kept.OfTimetable timetable, Names.OfStudents students, Locale language) {
    /** Whoever looks with the same of these sees the same. */
    String tag() {
        return "\"%.16s-%.16s-%s%s\""
                .formatted(
                        problem.hash(),
                        timetable.hash(),
                        language.getLanguage(),
                        students == Names.OfStudents.NAMES ? "-n" : "");
    }
}
