package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import java.time.LocalDate;
import java.util.List;

/**
 * Re-derives the hard and medium rules of a course from parameters and finished timetable. Shares no code with the expansion or
 * the rules.
 */
final class IntensiveCourseCheck {
    private IntensiveCourseCheck() {}

    static List<RuleViolation> of(
            Intervention<IntensiveCourseParameters> course, Problem problem, Timetable timetable) {
        var checks = new MeetingCheck(course, problem, timetable);
        var asked = course.parameters();
        int groups = new GroupFormation(asked.baseGroups())
                .groupCount(asked.students().size());
        for (GroupId group : DemandBuilder.groupIds(course, "group", groups)) {
            for (LocalDate date : asked.courseDates(problem)) {
                for (int i = 0; i < asked.baseTimetable().size(); i++) {
                    String id = "course-lesson/" + group + "/" + date + "/" + (i + 1);
                    checks.notAsPlanned(
                            "timetable", id, asked.baseTimetable().get(i).on(date), group);
                }
            }
        }
        checks.nobodyQualified("unqualified", "course-lesson", asked::isAble);
        checks.tooFewDates(
                "mentor-course",
                "mentor",
                asked.mentees(course),
                asked.mentoring().dates());
        return checks.all();
    }
}
