package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.plugins.intensivecourse.CourseBuilder.smallCourse;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.requirement.RequirementContractTest;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.DayOfWeek;
import java.util.List;

class IntensiveCourseContractTest extends RequirementContractTest<IntensiveCourseParameters> {
    @Override
    protected InterventionPlugin<IntensiveCourseParameters> plugin() {
        return new IntensiveCoursePlugin();
    }

    @Override
    protected Requirements<IntensiveCourseParameters> requirements() {
        return IntensiveCourseRequirements.REQUIREMENTS;
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                smallCourse().problem(),
                smallCourse()
                        .danish()
                        .person("per", "pedagogue")
                        .sizes(2, 2, 2)
                        .mentoring(2, 2, 45, 1)
                        .room("r1")
                        .room("r2")
                        .problem(),
                smallCourse()
                        .dates("2026-10-10", "2026-10-11")
                        .lockSeat("turbo/course-lesson/turbo-group-1/2026-10-10/1", 0, "pia")
                        .lockSeat("turbo/course-lesson/turbo-group-1/2026-10-11/1", 1, "bo")
                        .mentoring(3, 1, 60, 4)
                        .problem());
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                smallCourse().dates("2026-10-05", "2026-12-24").problem(),
                smallCourse()
                        .dates()
                        .weeks(5)
                        .courseRooms("nowhere")
                        .staff("nobody")
                        .participant("stranger", 10)
                        .problem(),
                smallCourse()
                        .noLessons()
                        .sizes(10, 11, 2)
                        .usable("14:00", "14:20", DayOfWeek.MONDAY)
                        .site("away")
                        .problem());
    }
}
