package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.plugins.intensivecourse.CourseBuilder.smallCourse;
import static dk.grundskema.plugins.intensivecourse.CourseBuilder.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntensiveCourseValidationTest {
    private static List<Finding> findings(CourseBuilder course) {
        return new IntensiveCoursePlugin().validate(course.course(), course.problem());
    }

    private static List<Finding> findings(CourseBuilder course, String code) {
        return findings(course).stream()
                .filter(one -> one.code().equals("intensive-course." + code))
                .toList();
    }

    /** A course of the guide's length, four students instead of ten. */
    private static CourseBuilder full() {
        return smallCourse().dates().times().horizonWeeks(14).mentoring(8, 2, 45, 3);
    }

    @Test
    void missingMentorWeeksAreTheOnlyFindingOfACourseByTheGuide() {
        assertThat(findings(full())).extracting(Finding::code).containsExactly("intensive-course.few-mentor-weeks");
        assertThat(findings(full()).getFirst().arguments()).containsExactly(3, 8);
    }

    @Test
    void fewerLessonsOrWeeksThanTheGuideAsksAreAWarning() {
        var findings = findings(smallCourse());

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        "intensive-course.few-lessons",
                        "intensive-course.few-weeks",
                        "intensive-course.short-mentoring");
        assertThat(findings).noneMatch(Finding::isError);
        assertThat(findings.getFirst().arguments()).containsExactly(new IsoWeek(2026, 42), 6, 35, 0);
        assertThat(findings.get(1).arguments()).containsExactly(1, 2);
        assertThat(findings.getLast().arguments()).containsExactly(2, 2, 45);
    }

    @Test
    void fewerMentorWeeksMeetingsOrMinutesThanTheGuideAsksAreReported() {
        assertThat(findings(full().mentoring(7, 2, 45, 3), "short-mentoring")).hasSize(1);
        assertThat(findings(full().mentoring(8, 1, 45, 3), "short-mentoring")).hasSize(1);
        assertThat(findings(full().mentoring(8, 2, 44, 3), "short-mentoring")
                        .getFirst()
                        .arguments())
                .containsExactly(8, 2, 44);
        assertThat(findings(full(), "short-mentoring")).isEmpty();
    }

    @Test
    void weeksWithTooFewLessonsAreReportedOnceWithTheSmallestNumber() {
        var threeWeeks = smallCourse().dates("2026-10-12", "2026-10-19", "2026-10-20", "2026-10-26");

        assertThat(findings(threeWeeks.horizonWeeks(8), "few-lessons"))
                .extracting(Finding::arguments)
                .containsExactly(List.of(new IsoWeek(2026, 42), 3, 35, 2));
    }

    @Test
    void thirtyFiveLessonsInEachOfTwoWeeksAreEnoughAndADayLessIsReported() {
        assertThat(findings(full(), "few-lessons")).isEmpty();
        assertThat(findings(full(), "few-weeks")).isEmpty();
        var dayLess = full().dates(
                        "2026-10-12",
                        "2026-10-13",
                        "2026-10-14",
                        "2026-10-15",
                        "2026-10-19",
                        "2026-10-20",
                        "2026-10-21",
                        "2026-10-22");
        assertThat(findings(dayLess, "few-lessons").getFirst().arguments())
                .containsExactly(new IsoWeek(2026, 42), 28, 35, 1);
    }

    @Test
    void weekendsCountInTheTotal() {
        var weekends = smallCourse().dates("2026-10-10", "2026-10-11");
        assertThat(findings(weekends))
                .extracting(Finding::code)
                .containsExactly("intensive-course.few-lessons-in-all", "intensive-course.short-mentoring");
        assertThat(findings(weekends).getFirst().arguments()).containsExactly(6, 70);

        var tenDays = smallCourse()
                .times()
                .dates(
                        "2026-10-10",
                        "2026-10-11",
                        "2026-10-17",
                        "2026-10-18",
                        "2026-10-24",
                        "2026-10-25",
                        "2026-10-31",
                        "2026-11-01",
                        "2026-11-07",
                        "2026-11-08");
        assertThat(findings(tenDays, "few-lessons-in-all")).isEmpty();
    }

    @Test
    void lessonsThatWouldBeReplacedAreAnErrorForEachClass() {
        var course = smallCourse()
                .dates("2026-10-05", "2026-10-06", "2026-10-07")
                .times(time("08:00"), time("09:00"), time("13:30"));

        var replaced = findings(course, "replaces-lessons");

        assertThat(replaced)
                .allMatch(Finding::isError)
                .extracting(Finding::pointer)
                .containsOnly("/parameters/dates");
        assertThat(replaced)
                .extracting(Finding::arguments)
                .containsExactly(
                        List.of(new GroupId("7b"), 2, "Lesson dan-7b", LocalDate.parse("2026-10-05")),
                        List.of(new GroupId("8a"), 1, "Lesson dan-8a", LocalDate.parse("2026-10-07")));
        assertThat(findings(course.withDecision(), "replaces-lessons")).isEmpty();
    }

    @Test
    void aLessonThatEndsWhenTheCourseBeginsIsNotReplaced() {
        assertThat(findings(smallCourse().dates("2026-10-05").times(time("08:45")), "replaces-lessons"))
                .isEmpty();
        assertThat(findings(
                        smallCourse()
                                .dates("2026-10-05")
                                .times(new LessonTime(LocalTime.of(8, 44), LocalTime.of(9, 29))),
                        "replaces-lessons"))
                .hasSize(1);
    }

    @Test
    void tooFewHolidaysAndDatesOutsideAreErrors() {
        assertThat(findings(smallCourse().dates().weeks(3), "no-holiday")
                        .getFirst()
                        .arguments())
                .containsExactly(2, 3);
        assertThat(findings(smallCourse().dates().noLessons(), "no-holiday")
                        .getFirst()
                        .arguments())
                .containsExactly(0, 2);
        assertThat(findings(smallCourse().dates("2026-10-12", "2026-12-24"), "date-outside"))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/dates/1");
    }

    @Test
    void allFindingsAreReportedAtOnce() {
        var course = smallCourse()
                .student("s9", null)
                .participant("stranger", 1)
                .staff("nobody")
                .courseRooms("nowhere")
                .site("away")
                .times(time("09:00"), time("09:30"))
                .mentoring(9, 2, 45, 3, "noone")
                .sizes(2, 2, 2);

        assertThat(findings(course))
                .extracting(one -> one.code().substring("intensive-course.".length()) + " " + one.pointer())
                .contains(
                        "student-without-timetable /parameters/students/4",
                        "unknown-student /parameters/students/5/studentId",
                        "too-few-places /parameters/baseGroups",
                        "lesson-overlap /parameters/lessons/1",
                        "unknown-staff /parameters/staff/0",
                        "unknown-staff /parameters/mentoring/mentors/0",
                        "unknown-room /parameters/rooms/0",
                        "unknown-site /parameters/site",
                        "no-teacher /parameters/subjects/0",
                        "no-teacher /parameters/subjects/1",
                        "no-pedagogue /parameters/pedagogues",
                        "few-mentor-weeks /parameters/mentoring/weeks");
    }

    @Test
    void groupsOfTooFewStudentsAreReported() {
        assertThat(findings(full().sizes(3, 14, 2), "small-groups").getFirst().arguments())
                .containsExactly(4, 2, 3);
        assertThat(findings(full().sizes(2, 14, 2), "small-groups")).isEmpty();
        assertThat(findings(full().sizes(1, 2, 1), "too-few-places").getFirst().arguments())
                .containsExactly(4, 2);
        assertThat(findings(full().sizes(1, 4, 1), "too-few-places")).isEmpty();
    }

    @Test
    void missingPedagogueOrClassTeacherIsReportedOnlyIfAsked() {
        var noPedagogue = full().pedagogueSkill("clown");
        assertThat(findings(noPedagogue, "no-pedagogue").getFirst().arguments()).containsExactly("clown");
        assertThat(findings(noPedagogue.adults(1, 0), "no-pedagogue")).isEmpty();

        var noTeacher = full().noLessons().dates("2026-10-12").lesson("x", "7b", DayOfWeek.MONDAY, "08:00", "ann");
        assertThat(findings(noTeacher, "no-class-teacher").getFirst().arguments())
                .containsExactly(new GroupId("8a"));
        assertThat(findings(noTeacher.handover(0), "no-class-teacher")).isEmpty();
    }

    @Test
    void usableTimeHasToBeLongEnoughForTheLongestMeeting() {
        assertThat(findings(full().usable("14:00", "14:44"), "no-usable-time")
                        .getFirst()
                        .arguments())
                .containsExactly(45);
        assertThat(findings(full().usable("14:00", "14:45"), "no-usable-time")).isEmpty();
        assertThat(findings(full().usable("14:00", "14:45").handover(46), "no-usable-time"))
                .hasSize(1);
    }

    @Test
    void studentsWithTooFewFreeTimesAreNamedWithTheThreeBestChanges() {
        var busy = full().usable("13:30", "14:15", DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);

        var findings = findings(busy).stream()
                .filter(one -> !one.code().endsWith("few-mentor-weeks"))
                .toList();

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        "intensive-course.few-usable-times",
                        "intensive-course.would-help",
                        "intensive-course.would-help",
                        "intensive-course.would-help");
        assertThat(findings.getFirst().arguments())
                .containsExactly(List.of(new StudentId("s1"), new StudentId("s2")), 0, 45, 2);
        assertThat(findings.getFirst().isError()).isFalse();
        assertThat(findings.get(1).arguments())
                .containsExactly(DayOfWeek.MONDAY, LocalTime.of(7, 0), LocalTime.of(7, 45), 2L);
        assertThat(findings(
                        full().usable("13:30", "14:15", DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                        "few-usable-times"))
                .isEmpty();
        assertThat(findings(busy.mentoring(0, 2, 45, 3), "few-usable-times")).isEmpty();
    }

    @Test
    void singleLessonInAHolidayIsReplaced() {
        var monday = MeetingTime.on(LocalDate.parse("2026-10-12"), LocalTime.of(9, 0), LocalTime.of(9, 45));
        assertThat(findings(smallCourse().lesson("test", "7b", monday), "replaces-lessons"))
                .hasSize(1);
    }

    @Test
    void parametersValidateThemselves() {
        assertThatThrownBy(() -> smallCourse().weeks(0).parameters()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> smallCourse().weeks(11).parameters()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> smallCourse().adults(5, 0).parameters()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> smallCourse().subjects().parameters()).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> smallCourse().mentoring(41, 2, 45, 3)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> smallCourse().dates("2026-10-12", "2026-10-12").parameters())
                .isInstanceOf(InvalidValueException.class);
    }
}
