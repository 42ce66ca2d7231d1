package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.plugins.intensivecourse.CourseBuilder.smallCourse;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntensiveCourseExpansionTest {
    private static Demand demand(CourseBuilder course, DateSpan... interruptions) {
        return new IntensiveCoursePlugin().expand(course.course(), course.problem(), List.of(interruptions));
    }

    private static List<Session> sessionsOfKind(Demand demand, String kind) {
        return demand.sessions().stream().filter(one -> one.kind().equals(kind)).toList();
    }

    private static List<String> seats(Demand demand, String role) {
        return demand.seats().stream()
                .filter(one -> one.role().equals(role))
                .map(one -> one.id().value().substring("turbo/".length()) + " x"
                        + one.sessions().size() + " " + one.candidates())
                .toList();
    }

    @Test
    void courseHasSevenLessonsADayInTheFirstTwoHolidayWeeksByDefault() {
        var lessons = sessionsOfKind(demand(smallCourse().dates().times()), "course-lesson");

        assertThat(lessons).hasSize(70);
        assertThat(lessons.getFirst().times().getFirst().firstDate()).isEqualTo(LocalDate.parse("2026-10-12"));
        assertThat(lessons.getLast().times().getFirst().firstDate()).isEqualTo(LocalDate.parse("2026-10-23"));
        assertThat(lessons).allMatch(Session::onClosedDays).allMatch(Session::required);
        assertThat(LessonTime.sevenLessons()).hasSize(7);
    }

    @Test
    void subjectsHaveTheirShareInOneBlockADayAndGroupsBeginWithDifferentOnes() {
        var course = smallCourse()
                .sizes(2, 2, 2)
                .subjects(new SubjectShare("DAN", 2, null, null), CourseBuilder.subject("MAT"));
        var lessons = sessionsOfKind(demand(course), "course-lesson");

        assertThat(lessons.subList(0, 6))
                .extracting(Session::subject)
                .containsExactly("DAN", "DAN", "MAT", "DAN", "DAN", "MAT");
        assertThat(lessons.subList(6, 12))
                .extracting(Session::subject)
                .containsExactly("MAT", "DAN", "DAN", "MAT", "DAN", "DAN");
    }

    @Test
    void teacherHasTheBlockOfASubjectAndPedagogueTheWholeDay() {
        var demand = demand(smallCourse());

        assertThat(seats(demand, "teacher"))
                .containsExactly(
                        "course-lesson/turbo-group-1/2026-10-12/1#0 x2 [ann, bo]",
                        "course-lesson/turbo-group-1/2026-10-12/3#0 x1 [ann, bo]",
                        "course-lesson/turbo-group-1/2026-10-13/1#0 x1 [ann, bo]",
                        "course-lesson/turbo-group-1/2026-10-13/2#0 x2 [ann, bo]");
        assertThat(seats(demand, "pedagogue"))
                .containsExactly(
                        "course-lesson/turbo-group-1/2026-10-12/1#1 x3 [pia]",
                        "course-lesson/turbo-group-1/2026-10-13/1#1 x3 [pia]");
        assertThat(demand.seats()).allMatch(Seat::required);
        assertThat(demand.neighbourhoods())
                .extracting(one -> one.seats().size())
                .containsExactly(4, 2);
    }

    @Test
    void onlyNamedStaffAreAdultsOfTheCourse() {
        assertThat(seats(demand(smallCourse().staff("bo", "pia")), "teacher")).allMatch(one -> one.endsWith("[bo]"));
        assertThat(seats(demand(smallCourse().staff("bo")), "pedagogue")).allMatch(one -> one.endsWith("[]"));
    }

    /** A course asks nothing of all its adults, so somebody new has no meetings besides the places that are taken. */
    @Test
    void onePersonMoreMayTakeEverySeatAndNoSeatIsForThatPersonAlone() {
        var nia = new StaffId("nia");
        var course = smallCourse()
                .person("nia", "DAN", "pedagogue")
                .staff("ann", "bo", "pia")
                .mentoring(2, 2, 45, 4, "bo");
        var plugin = new IntensiveCoursePlugin();
        var before = course.course();
        Demand after = plugin.expand(
                new Intervention<>(
                        before.id(), before.type(), before.title(), plugin.withOneMorePerson(before.parameters(), nia)),
                course.problem(),
                List.of());

        assertThat(after.sessions()).isEqualTo(demand(course).sessions());
        assertThat(after.seats())
                .extracting(Seat::id)
                .isEqualTo(demand(course).seats().stream().map(Seat::id).toList());
        assertThat(after.seats())
                .filteredOn(seat -> seat.candidates().contains(nia))
                .extracting(Seat::role)
                .contains("teacher", "pedagogue", "mentor");
        assertThat(after.seats()).noneMatch(seat -> seat.candidates().equals(List.of(nia)));
    }

    @Test
    void baseGroupsHoldEverybodyAndMenteesAreInSmallOnes() {
        var groupings = demand(smallCourse().participant("s1", 9)).groupings();

        assertThat(groupings).extracting(one -> one.groups().size()).containsExactly(1, 2);
        assertThat(groupings).extracting(Grouping::largest).containsExactly(14, 3);
        assertThat(groupings.getFirst().needOf(new StudentId("s1"))).isEqualTo(9);
        assertThat(groupings.getFirst().needOf(new StudentId("s2"))).isEqualTo(5);
        assertThat(groupings.getLast().needOf(new StudentId("s1"))).isEqualTo(9);
    }

    @Test
    void groupsBelowTheSmallestSizeAreStillFormed() {
        assertThat(demand(smallCourse().sizes(10, 14, 2)).groupings().getFirst().smallest())
                .isEqualTo(2);
        assertThat(demand(smallCourse().sizes(2, 3, null))
                        .groupings()
                        .getFirst()
                        .groups())
                .hasSize(2);
    }

    @Test
    void aMentorHasOneSeatInAllMeetingsOfTheMenteesInTheWeeksAfterTheCourse() {
        var demand = demand(smallCourse().mentoring(2, 2, 45, 4));
        var meetings = sessionsOfKind(demand, "mentor");

        assertThat(meetings).hasSize(2);
        assertThat(meetings.getFirst().times()).hasSize(12); // two back to back and the last, on four days
        assertThat(meetings.getFirst().times().getFirst().weeks())
                .containsExactly(new IsoWeek(2026, 44), new IsoWeek(2026, 45));
        assertThat(seats(demand, "mentor")).containsExactly("mentor/turbo-mentees-1/1#0 x2 [ann, bo, pia]");
        assertThat(seats(demand(smallCourse().mentoring(2, 2, 45, 4, "bo")), "mentor"))
                .allMatch(one -> one.endsWith("[bo]"));
    }

    @Test
    void withOneMenteeEachStudentHasMeetingsWithoutAGroup() {
        var demand = demand(smallCourse().mentoring(2, 2, 45, 1));

        assertThat(demand.groupings()).hasSize(1);
        assertThat(sessionsOfKind(demand, "mentor"))
                .hasSize(8)
                .allMatch(one -> one.groups().isEmpty());
        assertThat(sessionsOfKind(demand, "mentor").getFirst().students()).containsExactly(new StudentId("s1"));
    }

    @Test
    void mentorMeetingsSkipInterruptedWeeks() {
        var away = new DateSpan(LocalDate.parse("2026-10-26"), LocalDate.parse("2026-10-27"));

        assertThat(sessionsOfKind(demand(smallCourse(), away), "mentor")
                        .getFirst()
                        .times()
                        .getFirst()
                        .weeks())
                .containsExactly(new IsoWeek(2026, 45), new IsoWeek(2026, 46));
    }

    @Test
    void eachHomeClassIsHandedOverToOneOfItsTeachersWithinTwoWeeks() {
        var demand = demand(smallCourse());

        assertThat(sessionsOfKind(demand, "handover"))
                .extracting(Session::title)
                .containsExactly("Handover Class 7b", "Handover Class 8a");
        assertThat(seats(demand, "class-teacher"))
                .containsExactly("handover/7b#1 x1 [ann, bo]", "handover/8a#1 x1 [ann]");
        assertThat(seats(demand, "course-teacher")).allMatch(one -> one.endsWith("[ann, bo]"));
        assertThat(sessionsOfKind(demand, "handover").getFirst().times())
                .extracting(one -> one.weeks().first().week())
                .containsOnly(44, 45);
        assertThat(sessionsOfKind(demand(smallCourse().handover(0)), "handover"))
                .isEmpty();
    }

    @Test
    void withARoomForEachGroupEachKeepsItsOwn() {
        var two = demand(smallCourse().sizes(2, 2, 2).room("r1").room("r2"));
        assertThat(sessionsOfKind(two, "course-lesson").getFirst().rooms())
                .extracting(Object::toString)
                .containsExactly("r1");
        assertThat(sessionsOfKind(two, "course-lesson").getLast().rooms())
                .extracting(Object::toString)
                .containsExactly("r2");
        assertThat(sessionsOfKind(demand(smallCourse().sizes(2, 2, 2).room("r1")), "course-lesson")
                        .getLast()
                        .rooms())
                .extracting(Object::toString)
                .containsExactly("r1");
    }

    @Test
    void restOfTheCourseHoldsForItsAdultsAndADecisionExcusesFromItsLessonsOnly() {
        var rules = WorkRules.defaults();
        var demand = demand(smallCourse().work(rules).withDecision());

        assertThat(demand.work()).hasSize(3).containsValue(rules);
        assertThat(sessionsOfKind(demand, "course-lesson")).allMatch(one -> one.excuse() != null);
        assertThat(sessionsOfKind(demand, "mentor")).allMatch(one -> one.excuse() == null);
        assertThat(demand(smallCourse()).work()).isEmpty();
    }

    @Test
    void courseInterruptsItsDays() {
        var course = smallCourse();
        assertThat(new IntensiveCoursePlugin().interruptions(course.course(), course.problem()))
                .containsExactly(
                        new DateSpan(LocalDate.parse("2026-10-12"), LocalDate.parse("2026-10-12")),
                        new DateSpan(LocalDate.parse("2026-10-13"), LocalDate.parse("2026-10-13")));
    }

    @Test
    void mentorMeetingsAreInTheGivenUsableTime() {
        assertThat(sessionsOfKind(demand(smallCourse().usable("15:00", "16:00", DayOfWeek.FRIDAY)), "mentor")
                        .getFirst()
                        .times())
                .extracting(one -> one.weekday() + " " + one.start())
                .containsExactly("FRIDAY 15:00", "FRIDAY 15:15");
    }
}
