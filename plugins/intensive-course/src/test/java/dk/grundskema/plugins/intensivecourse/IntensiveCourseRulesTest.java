package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.plugins.intensivecourse.CourseBuilder.smallCourse;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IntensiveCourseRulesTest {
    private static final String LESSON = "turbo/course-lesson/turbo-group-1/2026-10-12/";
    private static final String TUESDAY = "turbo/course-lesson/turbo-group-1/2026-10-13/";
    private static final String MENTOR = "turbo/mentor/turbo-mentees-1/";

    private static RuleBench bench(CourseBuilder course) {
        return RuleBench.of(new IntensiveCoursePlugin(), course.problem());
    }

    /** In the second half of October, when school is on again. */
    private static MeetingTime weeklyTime(DayOfWeek day, Integer... weeks) {
        var in = new TreeSet<IsoWeek>();
        Arrays.stream(weeks).forEach(week -> in.add(new IsoWeek(2026, week)));
        return new MeetingTime(in, day, LocalTime.of(14, 0), LocalTime.of(14, 45));
    }

    private static List<RuleViolation> checked(RuleBench bench, String rule) {
        return bench.pluginViolations(bench.timetable()).stream()
                .filter(fault -> fault.rule().equals("intensive-course." + rule))
                .toList();
    }

    private static long checkedAmount(RuleBench bench, String rule) {
        return checked(bench, rule).stream().mapToLong(RuleViolation::amount).sum();
    }

    @Test
    void lessonLockedToAnotherTimeCostsOneInRuleAndCheck() {
        var elsewhere = MeetingTime.on(LocalDate.parse("2026-10-12"), LocalTime.of(15, 0), LocalTime.of(15, 45));
        assertThat(bench(smallCourse()).penalty("intensive-course.timetable")).isZero();
        assertThat(checked(bench(smallCourse()), "timetable")).isEmpty();

        var bench = bench(smallCourse().lockTime(LESSON + "2", elsewhere));

        assertThat(bench.penalty("intensive-course.timetable")).isEqualTo(1);
        assertThat(checkedAmount(bench, "timetable")).isEqualTo(1);
    }

    @Test
    void eachLessonWhoseTeacherLacksTheSubjectCostsOne() {
        var bench = bench(smallCourse()).seat(LESSON + "1#0", "bo"); // DAN in the first two lessons

        assertThat(bench.penalty("intensive-course.unqualified")).isEqualTo(2);
        assertThat(checkedAmount(bench, "unqualified")).isEqualTo(2);

        bench.seat(LESSON + "1#0", "ann");
        assertThat(bench.penalty("intensive-course.unqualified")).isZero();
        assertThat(checked(bench, "unqualified")).isEmpty();

        bench.seat(LESSON + "1#0", null);
        assertThat(bench.penalty("intensive-course.unqualified")).isZero();
    }

    @Test
    void oneQualifiedTeacherIsEnoughInEitherSeat() {
        var bench = bench(smallCourse().adults(2, 0));

        assertThat(bench.seat(LESSON + "1#0", "bo").seat(LESSON + "1#1", "ann").penalty("intensive-course.unqualified"))
                .isZero();
        assertThat(bench.seat(LESSON + "1#0", "ann").seat(LESSON + "1#1", "bo").penalty("intensive-course.unqualified"))
                .isZero();
        assertThat(checked(bench, "unqualified")).isEmpty();
    }

    @Test
    void aPedagogueWithoutTheSkillCostsOneInEachLessonOfTheDay() {
        var bench = bench(smallCourse().lockSeat(LESSON + "1", 1, "bo"));

        assertThat(bench.penalty("intensive-course.unqualified")).isEqualTo(3);
        assertThat(checkedAmount(bench, "unqualified")).isEqualTo(3);
    }

    @Test
    void eachDateWithoutAMentorCostsOne() {
        var bench = bench(smallCourse().mentoring(2, 2, 45, 4));
        assertThat(bench.time(MENTOR + "1", null).time(MENTOR + "2", null).penalty("intensive-course.mentor-course"))
                .isEqualTo(4);
        assertThat(checkedAmount(bench, "mentor-course")).isEqualTo(4);

        bench.time(MENTOR + "1", weeklyTime(DayOfWeek.MONDAY, 44, 45))
                .time(MENTOR + "2", weeklyTime(DayOfWeek.TUESDAY, 44));
        assertThat(bench.places("intensive-course.mentor-course"))
                .containsExactly(List.of(new GroupId("turbo-mentees-1")));
        assertThat(bench.penalty("intensive-course.mentor-course")).isEqualTo(1);
        assertThat(checkedAmount(bench, "mentor-course")).isEqualTo(1);

        bench.time(MENTOR + "2", weeklyTime(DayOfWeek.TUESDAY, 44, 45));
        assertThat(bench.penalty("intensive-course.mentor-course")).isZero();
        assertThat(checked(bench, "mentor-course")).isEmpty();
    }

    @Test
    void studentsWithTheirOwnMentorAreChargedSeparately() {
        var bench = bench(smallCourse().mentoring(2, 1, 45, 1));
        for (String student : List.of("s1", "s2", "s3", "s4")) {
            bench.time("turbo/mentor/" + student + "/1", weeklyTime(DayOfWeek.MONDAY, 44, 45));
        }
        bench.time("turbo/mentor/s3/1", null);

        assertThat(bench.places("intensive-course.mentor-course")).containsExactly(List.of(new StudentId("s3")));
        assertThat(bench.penalty("intensive-course.mentor-course")).isEqualTo(2);
        assertThat(checkedAmount(bench, "mentor-course")).isEqualTo(2);
    }

    @Test
    void eachStudentNotTaughtByAnAdultOfTheGroupCostsOne() {
        var bench = bench(smallCourse());
        for (String student : List.of("s1", "s2", "s3", "s4")) {
            bench.join(student, "turbo-group-1");
        }
        assertThat(bench.penalty("intensive-course.known-adults")).isEqualTo(4);
        assertThat(bench.seat(LESSON + "3#0", "bo").penalty("intensive-course.known-adults"))
                .isEqualTo(2); // bo teaches 7b alone
        assertThat(bench.seat(LESSON + "3#0", null)
                        .seat(LESSON + "1#0", "ann")
                        .penalty("intensive-course.known-adults"))
                .isZero();
        bench.join("s3", null).seat(LESSON + "1#0", "bo");
        assertThat(bench.penalty("intensive-course.known-adults")).isEqualTo(1);
    }

    @Test
    void eachDifferentAdultOfAGroupCostsOne() {
        var bench = bench(smallCourse());
        assertThat(bench.penalty("intensive-course.few-faces")).isZero();
        bench.seat(LESSON + "1#0", "ann").seat(TUESDAY + "1#0", "ann");
        assertThat(bench.penalty("intensive-course.few-faces")).isEqualTo(1);
        bench.seat(LESSON + "3#0", "bo");
        assertThat(bench.penalty("intensive-course.few-faces")).isEqualTo(2);
    }

    @Test
    void meetingAfterTheCourseWithAnAdultOutsideTheCourseCostsOne() {
        var bench = bench(smallCourse().mentoring(2, 2, 45, 4))
                .time(MENTOR + "1", weeklyTime(DayOfWeek.MONDAY, 44, 45))
                .time(MENTOR + "2", weeklyTime(DayOfWeek.TUESDAY, 44, 45))
                .seat(MENTOR + "1#0", "ann");
        assertThat(bench.places("intensive-course.from-course")).containsExactly(List.of(new StaffId("ann")));
        assertThat(bench.penalty("intensive-course.from-course")).isEqualTo(2);
        assertThat(bench.seat(LESSON + "1#0", "bo").penalty("intensive-course.from-course"))
                .isEqualTo(2);
        assertThat(bench.seat(LESSON + "1#0", "ann").penalty("intensive-course.from-course"))
                .isZero();
    }

    @Test
    void theSecondMeetingWithAMentorOnADayCostsOne() {
        var bench = bench(smallCourse().mentoring(2, 2, 45, 4))
                .time(MENTOR + "1", weeklyTime(DayOfWeek.MONDAY, 44, 45))
                .time(MENTOR + "2", weeklyTime(DayOfWeek.TUESDAY, 44, 45));
        assertThat(bench.penalty("intensive-course.mentor-days")).isZero();
        bench.time(MENTOR + "2", weeklyTime(DayOfWeek.MONDAY, 44, 45));
        assertThat(bench.places("intensive-course.mentor-days"))
                .containsExactly(List.of(new GroupId("turbo-mentees-1"), DayOfWeek.MONDAY));
        assertThat(bench.penalty("intensive-course.mentor-days")).isEqualTo(1);
    }
}
