package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonsByPersonTest {
    private static final StudentId IDA = new StudentId("ida");
    private static final StudentId OLE = new StudentId("ole");
    private static final StaffId MH = new StaffId("MH");
    private static final StaffId LK = new StaffId("LK");

    /** Ida is in 4A and in the French course in weeks 33 and 34; Ole's class is 4A, though no member list says so. */
    private static Problem problem() {
        return school().teacher("MH", awayOn(LocalDate.of(2026, 8, 12)))
                .teacher("LK")
                .student("ida", "4A", awayOn(LocalDate.of(2026, 8, 13)))
                .student("ole", "4A", Availability.always())
                .group("4A", Group.Kind.CLASS, "ida")
                .group("french", Group.Kind.COURSE, weeks(33, 34), "ida")
                .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35), "Dansk", "4A", "MH")
                .lesson("fra", time(DayOfWeek.TUESDAY, "08:00", "08:45", 33, 34, 35), "Fransk", "french", "LK")
                .lesson("yard", time(DayOfWeek.MONDAY, "10:00", "10:20", 33), "Dansk", Lesson.Kind.BUSY, "4A", "LK")
                .build();
    }

    private static Availability awayOn(LocalDate date) {
        return new Availability(
                List.of(), List.of(new Period(date, date, Collections.emptySortedSet(), null, LocalTime.NOON)));
    }

    private static List<String> ids(Collection<Lesson> lessons) {
        return lessons.stream().map(one -> one.id().value()).toList();
    }

    @Test
    void aStudentHasTheLessonsOfTheClassAndOfEachCourse() {
        var own = LessonsByPerson.of(problem());

        assertThat(ids(own.of(IDA))).containsExactly("dan", "fra", "yard");
        assertThat(ids(own.of(OLE))).containsExactly("dan", "yard");
        assertThat(ids(own.of(new GroupId("french")))).containsExactly("fra");
        assertThat(ids(own.of(LK))).containsExactly("fra", "yard");
        assertThat(own.of(new StaffId("nobody"))).isEmpty();
    }

    @Test
    void lessonOverlapsByAMinuteInAWeekOfTheStudent() {
        var own = LessonsByPerson.of(problem());

        assertThat(ids(own.overlapping(IDA, time(DayOfWeek.MONDAY, "08:44", "09:15", 35))))
                .containsExactly("dan");
        assertThat(own.overlapping(IDA, time(DayOfWeek.MONDAY, "08:45", "09:15", 35)))
                .isEmpty();
        assertThat(own.overlapping(IDA, time(DayOfWeek.MONDAY, "07:30", "08:00", 35)))
                .isEmpty();
        assertThat(own.overlapping(IDA, time(DayOfWeek.MONDAY, "08:00", "08:45", 36)))
                .isEmpty();
        assertThat(ids(own.overlapping(IDA, time(DayOfWeek.TUESDAY, "08:00", "08:30", 34, 35))))
                .containsExactly("fra");
        assertThat(own.overlapping(IDA, time(DayOfWeek.TUESDAY, "08:00", "08:30", 35)))
                .isEmpty();
        assertThat(ids(own.overlapping(MH, time(DayOfWeek.MONDAY, "08:10", "08:20", 33))))
                .containsExactly("dan");
    }

    @Test
    void yardDutyIsNoTeachingOfASubject() {
        var own = LessonsByPerson.of(problem());

        assertThat(own.teachers(IDA, " dansk ")).containsExactly(MH);
        assertThat(own.teachers(OLE, "Fransk")).isEmpty();
        assertThat(own.teachers(IDA)).containsExactly(MH, LK);
        assertThat(own.teachers(OLE)).containsExactly(MH);
    }

    @Test
    void personIsFreeWithoutLessonsAbsenceAndOtherDutiesInAllWeeks() {
        var free = new FreeTime(problem());

        assertThat(free.isFree(MH, time(DayOfWeek.MONDAY, "08:45", "09:15", 33)))
                .isTrue();
        assertThat(free.isFree(MH, time(DayOfWeek.MONDAY, "08:44", "09:15", 36, 33)))
                .isFalse();
        assertThat(free.isFree(MH, time(DayOfWeek.WEDNESDAY, "11:59", "12:30", 33)))
                .isFalse();
        assertThat(free.isFree(MH, time(DayOfWeek.WEDNESDAY, "12:00", "12:30", 33)))
                .isTrue();
        assertThat(free.isAvailable(MH, time(DayOfWeek.MONDAY, "08:00", "08:45", 33)))
                .isTrue();
        free.addBusyTime(MH, time(DayOfWeek.FRIDAY, "08:00", "09:00", 33));
        assertThat(free.isFree(MH, time(DayOfWeek.FRIDAY, "08:30", "09:30", 33)))
                .isFalse();
        assertThat(free.isFree(MH, time(DayOfWeek.FRIDAY, "08:30", "09:30", 34)))
                .isTrue();
    }

    @Test
    void studentIsFreeWithoutLessonsAndAbsence() {
        var free = new FreeTime(problem());

        assertThat(free.isFree(IDA, time(DayOfWeek.THURSDAY, "08:00", "08:30", 33)))
                .isFalse();
        assertThat(free.isFree(OLE, time(DayOfWeek.THURSDAY, "08:00", "08:30", 33)))
                .isTrue();
        assertThat(free.isFree(OLE, time(DayOfWeek.MONDAY, "08:00", "08:30", 33)))
                .isFalse();
        assertThat(free.isAvailable(IDA, time(DayOfWeek.MONDAY, "08:00", "08:30", 33)))
                .isTrue();
    }

    @Test
    void meetingPastMidnightOverlapsTheNextMorning() {
        var night = time(DayOfWeek.SUNDAY, "22:00", "07:00", 33);

        assertThat(MeetingTimeOverlap.overlaps(night, time(DayOfWeek.MONDAY, "06:59", "08:00", 34)))
                .isTrue();
        assertThat(MeetingTimeOverlap.overlaps(time(DayOfWeek.MONDAY, "07:00", "08:00", 34), night))
                .isFalse();
    }
}
