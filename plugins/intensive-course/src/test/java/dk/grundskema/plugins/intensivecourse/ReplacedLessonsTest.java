package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplacedLessonsTest {
    /** Class 4a on Mondays in two weeks, and a busy time on Tuesday; school is from week 33 to 36. */
    private final SchoolBuilder school = school().weeks(4)
            .teacher("mh")
            .student("a", "4a", Availability.always())
            .student("b", "4a", Availability.always())
            .student("c")
            .group("4a", Group.Kind.CLASS, "a", "b")
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34), "DAN", "4a", "mh")
            .lesson("test", time(DayOfWeek.TUESDAY, "08:00", "08:45", 33), "", Lesson.Kind.BUSY, "4a");

    /** A lesson at the same time on each date. */
    private record DailyLesson(LocalTime start, LocalTime end) {
        MeetingTime on(LocalDate date) {
            return MeetingTime.on(date, start, end);
        }
    }

    private List<Finding> findings(DailyLesson... lessons) {
        var problem = school.build();
        var findings = new FindingCollector("cafe", problem);
        var dates =
                List.of(LocalDate.parse("2026-08-10"), LocalDate.parse("2026-08-11"), LocalDate.parse("2026-08-17"));
        var times = dates.stream()
                .flatMap(date -> Arrays.stream(lessons).map(one -> one.on(date)))
                .toList();
        ReplacedLessons.check(problem, problem.students(), times, findings, "dates");
        return findings.all();
    }

    private static DailyLesson lesson(String start, String end) {
        return new DailyLesson(LocalTime.parse(start), LocalTime.parse(end));
    }

    @Test
    void eachClassIsNamedOnceForAnyNumberOfItsStudents() {
        assertThat(findings(lesson("08:00", "08:30"), lesson("08:30", "09:15")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.code()).isEqualTo("cafe.replaces-lessons");
                    assertThat(one.arguments())
                            .containsExactly(new GroupId("4a"), 2, "Lesson dan", LocalDate.parse("2026-08-10"));
                });
    }

    @Test
    void adjacentTimesReplaceNoLesson() {
        assertThat(findings(lesson("08:45", "09:30"))).isEmpty();
        assertThat(findings(lesson("08:44", "09:30"))).hasSize(1);
    }

    @Test
    void participantsWithoutLessonsAreReportedAndUnknownOnesRefused() {
        var problem = school.build();
        var findings = new FindingCollector("cafe", problem);
        var some = List.of(
                new Participant(new StudentId("a"), 5),
                new Participant(new StudentId("c"), 5),
                new Participant(new StudentId("x"), 5));

        CourseParticipants.check(some, problem, findings, "students");

        assertThat(findings.all())
                .extracting(one -> one.code() + " " + one.pointer())
                .containsExactly(
                        "cafe.student-without-timetable /parameters/students/1",
                        "cafe.unknown-student /parameters/students/2/studentId");
        assertThat(CourseParticipants.classes(some, problem)).containsExactly(new GroupId("4a"));
    }
}
