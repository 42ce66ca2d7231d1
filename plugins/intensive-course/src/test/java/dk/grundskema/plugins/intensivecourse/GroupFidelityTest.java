package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Requirements on groups and their meetings, and their results in a finished timetable. */
class GroupFidelityTest {
    private static final GroupId RED = new GroupId("cafe/red");
    private static final GroupId BLUE = new GroupId("cafe/blue");

    private final Problem problem = school().teacher("MH")
            .teacher("LK")
            .student("ida")
            .student("ole")
            .student("eva")
            .build();

    /** Red meets twice 45 minutes in week 33 and once in week 34, blue once 44 minutes in week 33; the meeting at night counts for neither. */
    private final CafeTimetableBuilder plan = plan().formedGroup("cafe/red", "ida", "ole")
            .formedGroup(
                    "cafe/blue",
                    GroupMember.always(new StudentId("eva")),
                    new GroupMember(new StudentId("ole"), weeks(34)))
            .meeting("open/red/1", "open", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34))
            .ofGroups("cafe/red")
            .subject("Danish")
            .seat("tutor", "MH")
            .meeting("open/red/2", "open", time(DayOfWeek.TUESDAY, "08:00", "08:45", 33))
            .ofGroups("cafe/red")
            .subject("Maths")
            .seat("tutor", "MH")
            .seat("helper", "LK")
            .meeting("open/blue/1", "open", time(DayOfWeek.MONDAY, "08:00", "08:44", 33))
            .ofGroups("cafe/blue")
            .withStudents("ida")
            .subject("Danish")
            .seat("tutor", "LK")
            .meeting("night/red", "night", time(DayOfWeek.MONDAY, "18:00", "23:00", 33, 35))
            .ofGroups("cafe/red");

    private Ask asked(CafeTimetableBuilder plan, Consumer<GroupFidelity> what) {
        var asks = new FidelityReportBuilder("cafe");
        what.accept(new GroupFidelity(asks, plan.finished(problem), problem, "open"));
        return asks.build(CafeTimetableBuilder.CAFE).asks().getFirst();
    }

    private static Shortfall at(long shortBy, Reason why, Object... where) {
        return new Shortfall(List.of(where), shortBy, why);
    }

    private static Reason why(String name, Object argument) {
        return Reason.of("cafe.why." + name, argument);
    }

    @Test
    void wholeLessonsAreCountedForEachGroupAndWeek() {
        Ask week = asked(plan, asks -> asks.lessonsPerWeek("a-week", FidelityReportBuilder.productDefault(), 2, 45));

        assertThat(week.code()).isEqualTo("cafe.ask.a-week");
        assertThat(week.unit()).isEqualTo("lessons");
        assertThat(week.asked()).isEqualTo(6);
        assertThat(week.arguments()).containsExactly(2);
        assertThat(week.places())
                .containsExactly(
                        at(2, why("few-lessons", 0L), BLUE, week(33)), at(1, why("few-lessons", 1L), RED, week(34)));
        assertThat(asked(plan, asks -> asks.lessonsPerWeek("a-week", FidelityReportBuilder.productDefault(), 2, 44))
                        .places())
                .as("44 minutes are a lesson of 44")
                .containsExactly(
                        at(1, why("few-lessons", 1L), BLUE, week(33)), at(1, why("few-lessons", 1L), RED, week(34)));
    }

    @Test
    void totalLessonsAreThoseOfAllWeeks() {
        Ask three = asked(plan, asks -> asks.lessonsInAll("in-all", FidelityReportBuilder.productDefault(), 3, 45));

        assertThat(three.asked()).isEqualTo(6);
        assertThat(three.arguments()).containsExactly(3);
        assertThat(three.places()).containsExactly(at(3, why("few-lessons", 0L), BLUE));
        assertThat(asked(plan, asks -> asks.lessonsInAll("in-all", FidelityReportBuilder.productDefault(), 4, 45))
                        .places())
                .containsExactly(at(4, why("few-lessons", 0L), BLUE), at(1, why("few-lessons", 3L), RED));
    }

    @Test
    void onlyWeeksWithLessonsCount() {
        Ask two = asked(plan, asks -> asks.enoughWeeks("weeks", FidelityReportBuilder.productDefault(), 2));

        assertThat(two.unit()).isEqualTo("weeks");
        assertThat(two.arguments()).containsExactly(2);
        assertThat(two.places()).containsExactly(at(1, why("few-weeks", 1), BLUE));
        assertThat(asked(plan, asks -> asks.enoughWeeks("weeks", FidelityReportBuilder.productDefault(), 1))
                        .status())
                .isEqualTo(Ask.Status.MET);
    }

    @Test
    void lessonThatNobodyTeachesIsNotGiven() {
        var untaught = plan().formedGroup("cafe/red", "ida")
                .meeting("open/red/1", "open", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34))
                .ofGroups("cafe/red")
                .seat("tutor", null);

        assertThat(asked(untaught, asks -> asks.enoughWeeks("weeks", FidelityReportBuilder.productDefault(), 2))
                        .places())
                .containsExactly(at(2, why("few-weeks", 0), RED));
        assertThat(asked(untaught, asks -> asks.lessonsInAll("in-all", FidelityReportBuilder.productDefault(), 2, 45))
                        .places())
                .containsExactly(at(2, why("few-lessons", 0L), RED));
    }

    @Test
    void meetingWithTooFewAdultsIsShort() {
        Ask two = asked(plan, asks -> asks.enoughAdults("adults", FidelityReportBuilder.productDefault(), 2));

        assertThat(two.asked()).isEqualTo(3);
        assertThat(two.arguments()).containsExactly(2);
        assertThat(two.places())
                .containsExactly(
                        at(1, why("few-adults", 1), new SessionId("cafe/open/red/1")),
                        at(1, why("few-adults", 1), new SessionId("cafe/open/blue/1")));
        assertThat(asked(plan, asks -> asks.enoughAdults("adults", FidelityReportBuilder.productDefault(), 1))
                        .status())
                .isEqualTo(Ask.Status.MET);
    }

    @Test
    void meetingWithTooManyStudentsIsShort() {
        assertThat(asked(plan, asks -> asks.atMostStudents("few", FidelityReportBuilder.productDefault(), 2))
                        .status())
                .isEqualTo(Ask.Status.MET);
        Ask one = asked(plan, asks -> asks.atMostStudents("few", FidelityReportBuilder.productDefault(), 1));
        assertThat(one.arguments()).containsExactly(1);
        assertThat(one.places())
                .containsExactly(
                        at(1, why("many-students", 2), new SessionId("cafe/open/red/1")),
                        at(1, why("many-students", 2), new SessionId("cafe/open/red/2")),
                        at(1, why("many-students", 2), new SessionId("cafe/open/blue/1")));
    }

    @Test
    void meetingWithoutQualifiedAdultIsShort() {
        Qualification danish = (who, role, subject) -> role.equals("tutor")
                && subject.equals("Danish")
                && who.id().value().equals("MH");

        assertThat(asked(
                                plan,
                                asks -> asks.qualifiedAdult(
                                        "able", FidelityReportBuilder.productDefault(), "tutor", danish))
                        .places())
                .containsExactly(
                        at(1, why("nobody-able", "Maths"), new SessionId("cafe/open/red/2")),
                        at(1, why("nobody-able", "Danish"), new SessionId("cafe/open/blue/1")));
        assertThat(asked(
                                plan,
                                asks -> asks.qualifiedAdult(
                                        "able", FidelityReportBuilder.productDefault(), "helper", danish))
                        .places())
                .hasSize(3);
    }

    @Test
    void withoutMeetingsNothingIsAsked() {
        assertThat(asked(plan(), asks -> asks.lessonsInAll("in-all", FidelityReportBuilder.productDefault(), 3, 45))
                        .status())
                .isEqualTo(Ask.Status.NOT_APPLICABLE);
    }
}
