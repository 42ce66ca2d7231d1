package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lessons of students who are named in them, or who come to them by several groups. */
class LessonsByPersonStudentsTest {
    private static final StudentId IDA = new StudentId("ida");
    private static final StudentId OLE = new StudentId("ole");

    private static List<String> ids(Collection<Lesson> lessons) {
        return lessons.stream().map(one -> one.id().value()).toList();
    }

    @Test
    void lessonThatNamesAStudentBelongsToTheStudentInAllItsWeeks() {
        Problem problem = school().student("ida")
                .student("ole")
                .lesson("extra", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Danish", "", "MH")
                .changeLastLesson(lesson -> lesson.student("ida"))
                .teacher("MH")
                .build();
        var own = LessonsByPerson.of(problem);

        assertThat(ids(own.of(IDA))).containsExactly("extra");
        assertThat(own.of(OLE)).isEmpty();
        assertThat(ids(own.overlapping(IDA, time(DayOfWeek.MONDAY, "08:30", "08:45", 34))))
                .containsExactly("extra");
    }

    @Test
    void lessonOfTwoGroupsOfAStudentIsInTheWeeksOfBoth() {
        Problem problem = school().student("ida")
                .student("ole")
                .group("first", Group.Kind.COURSE, weeks(33), "ida")
                .group("second", Group.Kind.COURSE, weeks(35), "ida")
                .lesson("band", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34, 35), "Danish", "first")
                .changeLastLesson(lesson -> lesson.group("second"))
                .build();
        var own = LessonsByPerson.of(problem);

        assertThat(ids(own.of(IDA))).containsExactly("band");
        for (int week : List.of(33, 35)) {
            assertThat(ids(own.overlapping(IDA, time(DayOfWeek.MONDAY, "08:30", "08:45", week))))
                    .containsExactly("band");
        }
        assertThat(own.overlapping(IDA, time(DayOfWeek.MONDAY, "08:30", "08:45", 34)))
                .isEmpty();
    }

    @Test
    void morningLessonOverlapsTheNightBefore() {
        var night = time(DayOfWeek.SUNDAY, "22:00", "07:00", 33);
        var morning = time(DayOfWeek.MONDAY, "06:59", "08:00", 34);

        assertThat(MeetingTimeOverlap.overlaps(morning, night)).isTrue();
        assertThat(MeetingTimeOverlap.overlaps(night, morning)).isTrue();
    }
}
