package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.MeetingChecks;
import java.time.LocalDate;
import java.util.List;

/** The hard and medium rules of a course, re-derived from parameters and finished timetable: it knows neither expansion nor rules. */
final class IntensiveCourseCheck {
    private IntensiveCourseCheck() {}

    static List<Fault> of(Intervention<IntensiveCourseParameters> course, Problem problem, Timetable timetable) {
        var checks = new MeetingChecks(course, problem, timetable);
        var asked = course.parameters();
        int groups = asked.baseGroups().countFor(asked.students().size());
        for (GroupId group : DemandDraft.groupIds(course, "group", groups)) {
            for (LocalDate date : asked.courseDates(problem)) {
                for (int i = 0; i < asked.baseTimetable().size(); i++) {
                    String id = "course-lesson/" + group + "/" + date + "/" + (i + 1);
                    checks.asPlanned(
                            "timetable", id, asked.baseTimetable().get(i).on(date), group);
                }
            }
        }
        checks.able("unqualified", "course-lesson", asked::isAble);
        checks.enough(
                "mentor-course",
                "mentor",
                asked.mentees(course),
                asked.mentoring().dates());
        return checks.all();
    }
}
