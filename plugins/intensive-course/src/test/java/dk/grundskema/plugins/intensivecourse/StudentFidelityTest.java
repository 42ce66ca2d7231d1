package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requirements on each student, and their results in a finished timetable. */
class StudentFidelityTest {
    private static final StudentId IDA = new StudentId("ida");
    private static final StudentId OLE = new StudentId("ole");

    /** Ida has Danish with MH on Mondays at 8 in two weeks, and is busy at 10; Ole, who lives in town, has no lessons. */
    private final Problem problem = school().teacher("MH")
            .teacher("LK")
            .student("ida", "4a", Availability.always())
            .site("town")
            .student(aStudent("ole").site("town"))
            .group("4a", Group.Kind.CLASS)
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Danish", "4a", "MH")
            .lesson("duty", time(DayOfWeek.MONDAY, "10:00", "11:00", 33, 34), "", Lesson.Kind.BUSY, "4a", "LK")
            .build();

    private Ask asked(CafeTimetableBuilder plan, Consumer<StudentFidelity> what) {
        var asks = new StudentFidelity(
                CafeTimetableBuilder.CAFE,
                problem,
                plan.timetable(),
                Stream.of("ida", "nobody", "ole").map(StudentId::new).toList());
        what.accept(asks);
        assertThat(asks.build().interventionId()).isEqualTo(CafeTimetableBuilder.CAFE.id());
        assertThat(asks.build().asks()).hasSize(1);
        return asks.build().asks().getFirst();
    }

    private static Shortfall at(StudentId who, long shortBy, String why, Object... arguments) {
        return new Shortfall(List.of(who), shortBy, Reason.of("cafe.why." + why, arguments));
    }

    @Test
    void asksConcernOnlyStudentsWhoExist() {
        var asks = new StudentFidelity(
                CafeTimetableBuilder.CAFE, problem, plan().timetable(), List.of(new StudentId("nobody"), OLE));

        assertThat(asks.students()).extracting(one -> one.id().value()).containsExactly("ole");
        assertThat(asks.finished().meetings()).isEmpty();
        asks.asks().notApplicable("tea", FidelityReportBuilder.productDefault(), "cups");
        assertThat(asks.build().asks()).extracting(Ask::code).containsExactly("cafe.ask.tea");
    }

    @Test
    void eachOrdinaryLessonThatADateReplacesIsCounted() {
        Ask outside = asked(
                plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:59", "10:30", 33, 34, 35))
                        .withStudents("ida", "ole")
                        .meeting("night/1", "night", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))
                        .withStudents("ida"),
                asks -> asks.outsideLessons("outside", FidelityReportBuilder.productDefault(), "open"));

        assertThat(outside.code()).isEqualTo("cafe.ask.outside");
        assertThat(outside.unit()).isEqualTo("students");
        assertThat(outside.asked()).isEqualTo(2);
        assertThat(outside.places()).containsExactly(at(IDA, 1, "replaced", 2L));
    }

    @Test
    void meetingAdjacentToALessonReplacesNone() {
        Ask outside = asked(
                plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "09:00", "10:30", 33, 34))
                        .withStudents("ida"),
                asks -> asks.outsideLessons("outside", FidelityReportBuilder.productDefault(), "open"));

        assertThat(outside.status()).isEqualTo(Ask.Status.MET);
    }

    @Test
    void studentOfAnotherSiteIsShort() {
        assertThat(asked(plan(), asks -> asks.atOwnSchool("home", FidelityReportBuilder.productDefault(), null))
                        .places())
                .containsExactly(at(OLE, 1, "elsewhere", new SiteId("school")));
        assertThat(asked(
                                plan(),
                                asks -> asks.atOwnSchool(
                                        "home", FidelityReportBuilder.productDefault(), new SiteId("town")))
                        .places())
                .containsExactly(at(IDA, 1, "elsewhere", new SiteId("town")));
    }

    @Test
    void knownAdultIsOneWhoTeachesTheStudent() {
        Ask known = asked(
                plan().meeting("open/1", "open", time(DayOfWeek.FRIDAY, "08:00", "09:00", 33))
                        .withStudents("ida", "ole")
                        .seat("tutor", "LK")
                        .seat("tutor", "MH"),
                asks -> asks.knownAdult("known", FidelityReportBuilder.productDefault(), "open"));
        assertThat(known.places())
                .containsExactly(at(OLE, 1, "strangers", List.of(new StaffId("LK"), new StaffId("MH"))));

        Ask stranger = asked(
                plan().meeting("open/1", "open", time(DayOfWeek.FRIDAY, "08:00", "09:00", 33))
                        .withStudents("ida")
                        .seat("tutor", "LK"),
                asks -> asks.knownAdult("known", FidelityReportBuilder.productDefault(), "open"));
        assertThat(stranger.places())
                .as("yard duty is no teaching")
                .contains(at(IDA, 1, "strangers", List.of(new StaffId("LK"))));
    }

    @Test
    void allMeetingsOfAKindAreWithOnePerson() {
        var twoTutors = plan().meeting("open/1", "open", time(DayOfWeek.FRIDAY, "08:00", "09:00", 33))
                .withStudents("ida", "ole")
                .seat("tutor", "MH")
                .meeting("open/2", "open", time(DayOfWeek.FRIDAY, "10:00", "11:00", 33))
                .withStudents("ida")
                .seat("tutor", "LK")
                .meeting("night", "night", time(DayOfWeek.FRIDAY, "12:00", "13:00", 33))
                .withStudents("ole")
                .seat("tutor", "LK");

        assertThat(asked(twoTutors, asks -> asks.onePerson("one", FidelityReportBuilder.productDefault(), "open"))
                        .places())
                .containsExactly(at(IDA, 1, "several", 2));
        assertThat(asked(plan(), asks -> asks.onePerson("one", FidelityReportBuilder.productDefault(), "open"))
                        .places())
                .as("no tutor does not count as one tutor")
                .containsExactly(at(IDA, 1, "several", 0), at(OLE, 1, "several", 0));
    }

    @Test
    void adultWithoutMeetingOfTheOtherKindIsShort() {
        var afterwards = plan().meeting("training", "training", time(DayOfWeek.MONDAY, "12:00", "13:00", 33))
                .seat("participant", "MH")
                .meeting("open/1", "open", time(DayOfWeek.FRIDAY, "08:00", "09:00", 33))
                .withStudents("ida", "ole")
                .seat("tutor", "MH")
                .meeting("open/2", "open", time(DayOfWeek.FRIDAY, "10:00", "11:00", 33))
                .withStudents("ole")
                .seat("tutor", "LK");

        assertThat(asked(
                                afterwards,
                                asks -> asks.samePeopleAsIn(
                                        "trained", FidelityReportBuilder.productDefault(), "open", "training"))
                        .places())
                .containsExactly(at(OLE, 1, "others", List.of(new StaffId("MH"), new StaffId("LK"))));
        assertThat(asked(
                                plan(),
                                asks -> asks.samePeopleAsIn(
                                        "trained", FidelityReportBuilder.productDefault(), "open", "training"))
                        .places())
                .as("without meetings nobody has been in both")
                .containsExactly(at(IDA, 1, "others", List.of()), at(OLE, 1, "others", List.of()));
    }

    @Test
    void weekWithTheRequiredMinutesIsFull() {
        var plan = plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "12:00", "12:40", 33, 34))
                .withStudents("ida")
                .seat("mentor", "MH")
                .meeting("open/2", "open", time(DayOfWeek.TUESDAY, "12:00", "12:20", 33, 34))
                .withStudents("ida")
                .seat("mentor", "MH")
                .meeting("open/3", "open", time(DayOfWeek.TUESDAY, "12:20", "12:21", 34))
                .withStudents("ida", "ole")
                .seat("mentor", "MH")
                .meeting("open/4", "open", time(DayOfWeek.FRIDAY, "12:00", "13:00", 33, 34))
                .withStudents("ole")
                .seat("mentor", null);

        assertThat(asked(
                                plan,
                                asks -> asks.fullWeeks(
                                        "weeks", FidelityReportBuilder.productDefault(), "open", 2, 60, 2, 60L))
                        .places())
                .containsExactly(at(OLE, 2, "few-full-weeks", 0L));
        Ask more = asked(
                plan, asks -> asks.fullWeeks("weeks", FidelityReportBuilder.productDefault(), "open", 2, 61, 2, 61L));
        assertThat(more.places()).containsExactly(at(IDA, 1, "few-full-weeks", 1L), at(OLE, 2, "few-full-weeks", 0L));
        assertThat(more.unit()).isEqualTo("weeks");
        assertThat(more.arguments()).containsExactly(2, 61L);
    }
}
