package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.testkit.MeetingTimes;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchoolWeeksTest {
    /** Class 4a on Mondays in two weeks, and a busy time on Tuesday; school is from week 33 to 36. */
    private final SchoolBuilder school = school().weeks(4)
            .teacher("mh")
            .student("a", "4a", Availability.always())
            .student("b", "4a", Availability.always())
            .student("c")
            .group("4a", Group.Kind.CLASS, "a", "b")
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34), "DAN", "4a", "mh")
            .lesson("test", time(DayOfWeek.TUESDAY, "08:00", "08:45", 33), "", Lesson.Kind.BUSY, "4a");

    @Test
    void datesOutsideTheWeeksAreRefused() {
        var findings = new FindingCollector("cafe", school.build());
        findings.checkDates(
                List.of(
                        LocalDate.parse("2026-08-09"),
                        LocalDate.parse("2026-08-10"),
                        LocalDate.parse("2026-09-06"),
                        LocalDate.parse("2026-09-07")),
                school.build(),
                "dates");

        assertThat(findings.all())
                .extracting(Finding::pointer)
                .containsExactly("/parameters/dates/0", "/parameters/dates/3");
    }

    @Test
    void datesOfAHolidayAreFromMondayToFriday() {
        var weeks = SchoolWeeks.of(school.build());

        assertThat(weeks.holidayDates(1))
                .hasSize(5)
                .startsWith(LocalDate.parse("2026-08-24"))
                .endsWith(LocalDate.parse("2026-08-28"));
        assertThat(weeks.holidayDates(3)).hasSize(10);
        assertThat(SchoolWeeks.areWeekends(List.of(LocalDate.parse("2026-08-22"), LocalDate.parse("2026-08-23"))))
                .isTrue();
        assertThat(SchoolWeeks.areWeekends(List.of(LocalDate.parse("2026-08-22"), LocalDate.parse("2026-08-21"))))
                .isFalse();
    }

    @Test
    void teacherOfAGroupIsInItsLessonsNotInItsBusyTimes() {
        assertThat(LessonsByPerson.of(school.build()).teachers(new GroupId("4a")))
                .extracting(Object::toString)
                .containsExactly("mh");
        assertThat(LessonsByPerson.of(school.build()).teachers(new GroupId("5b")))
                .isEmpty();
    }

    @Test
    void tooShortUsableTimeIsReportedUnlessThereAreNoMeetings() {
        var problem = school.build();
        var weeks = new TreeSet<>(List.of(MeetingTimes.week(33)));
        var usable = List.of(UsableTime.afterSchool());
        var findings = new FindingCollector("cafe", problem);

        UsableTime.check(usable, 120, weeks, problem, findings, "usable");
        UsableTime.check(List.of(), 0, weeks, problem, findings, "usable");
        UsableTime.check(List.of(), 45, new TreeSet<>(), problem, findings, "usable");
        assertThat(findings.all()).isEmpty();

        UsableTime.check(usable, 121, weeks, problem, findings, "usable");
        assertThat(findings.all()).extracting(Finding::code).containsExactly("cafe.no-usable-time");
        assertThat(UsableTime.afterSchool().days()).hasSize(4);
    }
}
