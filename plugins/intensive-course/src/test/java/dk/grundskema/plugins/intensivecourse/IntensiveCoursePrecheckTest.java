package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.plugins.intensivecourse.CourseBuilder.smallCourse;
import static dk.grundskema.plugins.intensivecourse.CourseBuilder.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IntensiveCoursePrecheckTest {
    private static List<Finding> precheck(CourseBuilder course) {
        var plugin = new IntensiveCoursePlugin();
        return plugin.precheck(
                course.course(), course.problem(), plugin.expand(course.course(), course.problem(), List.of()));
    }

    @Test
    void dateWithoutATeacherOfASubjectIsNamed() {
        assertThat(precheck(smallCourse())).isEmpty();
        assertThat(precheck(smallCourse().personAway("ann", "2026-10-13", "DAN")))
                .containsExactly(Finding.warning(
                        "intensive-course.no-teacher-on",
                        "/parameters/staff",
                        "DAN",
                        new TreeSet<>(List.of(LocalDate.parse("2026-10-13"))),
                        List.of(new StaffId("ann"))));
    }

    @Test
    void anotherTeacherOfTheSubjectOrACourseWithoutTeachersNeedsNoWarning() {
        assertThat(precheck(smallCourse().personAway("ann", "2026-10-13", "DAN").person("eva", "DAN")))
                .isEmpty();
        assertThat(precheck(smallCourse().personAway("ann", "2026-10-13", "DAN").adults(0, 2)))
                .isEmpty();
    }

    /** On Monday, Danish is at 9:00 and at 9:45. */
    @Test
    void dateWithALessonThatSomebodyCanTeachIsNotNamed() {
        assertThat(precheck(smallCourse().personAway("ann", "2026-10-12", "09:00", "09:45", "DAN")))
                .isEmpty();
        assertThat(precheck(smallCourse().personAway("ann", "2026-10-12", "09:00", "10:30", "DAN")))
                .hasSize(1);
    }

    @Test
    void subjectThatNobodyCanTeachIsLeftToTheValidation() {
        assertThat(precheck(smallCourse().subjects(subject("DAN"), subject("ENG"))))
                .isEmpty();
    }
}
