package dk.grundskema.examples.comparison.courses;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.examples.comparison.courses.CourseParameters.Course;
import dk.grundskema.examples.comparison.courses.CourseParameters.CoursePeriod;
import dk.grundskema.examples.comparison.courses.CourseParameters.Curriculum;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.PluginContractTest;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.util.List;

class CourseContractTest extends PluginContractTest {
    @Override
    protected InterventionPlugin<?> plugin() {
        return new CoursePlugin();
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                campus(twoCourses("b", "b")).build(),
                locked(),
                CoursesGenerator.problem(CoursesSize.TINY, 1, PluginRegistry.of(List.of(plugin()))));
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                campus(twoCourses("b", "bb")).build(),
                campus(twoCourses("b", "philosophy")).build(),
                campus(twoCourses("b/1", "b/1")).build(),
                campus(new CourseParameters(1, 1, List.of(course("a", 2)), List.of()))
                        .build(),
                SchoolBuilder.school(1)
                        .intervention("courses", "courses", twoCourses("b", "b"))
                        .build());
    }

    static SchoolBuilder campus(CourseParameters parameters) {
        return SchoolBuilder.school(1)
                .room("small", 10)
                .room("large", 40)
                .intervention("courses", "courses", parameters);
    }

    /** Two courses of one curriculum and one teacher, on two days of three periods. */
    static CourseParameters twoCourses(String second, String inCurriculum) {
        return new CourseParameters(
                2,
                3,
                List.of(course("a", 3), course(second, 1)),
                List.of(new Curriculum("q", List.of("a", inCurriculum))));
    }

    private static Course course(String id, int lectures) {
        return new Course(id, "teacher", lectures, 2, 12, List.of(new CoursePeriod(DayOfWeek.TUESDAY, 2)));
    }

    /** All three lectures of a course and that of the other at one time, which breaks each hard rule. */
    private static Problem locked() {
        var campus = campus(twoCourses("b", "b"));
        var time = campus.time(DayOfWeek.MONDAY, "08:00", "09:00");
        for (String lecture : List.of("a/1", "a/2", "b/1")) {
            campus.lock(new SessionLock(
                    new SessionId("courses/lecture/" + lecture), time, new RoomId("small"), null, List.of()));
        }
        return campus.build();
    }
}
