package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.testkit.LessonBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoTeachingExpansionTest {
    private static Demand expand(CoTeachingSchoolBuilder school, DateSpan... interruptions) {
        return new CoTeachingPlugin().expand(school.intervention(), school.problem(), List.of(interruptions));
    }

    private static List<String> ids(Demand demand, String kind) {
        return demand.sessions().stream()
                .filter(session -> session.kind().equals(kind))
                .map(session -> session.id().value())
                .toList();
    }

    private static CoTeachingSchoolBuilder oneLesson() {
        return smallSchool()
                .lesson("a", "1a", "DAN", DayOfWeek.MONDAY, "08:00", "ann")
                .person("mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1)), List.of(coTeacher("mia", 10)));
    }

    @Test
    void lessonIsASessionWithAnOptionalSeatInAllItsWeeks() {
        Demand demand = expand(oneLesson());
        Session session = demand.sessions().getFirst();
        Seat seat = demand.seats().getFirst();

        assertThat(session.id().value()).isEqualTo("co/lesson/a/2026-W33");
        assertThat(session.kind()).isEqualTo("lesson");
        assertThat(session.form()).isEqualTo("one-assists");
        assertThat(session.lesson()).isNotNull();
        assertThat(session.required()).as("a plan may leave it out").isFalse();
        assertThat(session.times().getFirst().weeks()).containsExactly(W33, W33.plus(1), W33.plus(2), W33.plus(3));
        assertThat(seat.role()).isEqualTo("co-teacher");
        assertThat(seat.required()).isFalse();
        assertThat(seat.candidates()).containsExactly(new StaffId("mia"));
    }

    @Test
    void bandsCoupledLessonsAndLessonsWithTwoAdultsOrNoneAreNeverTaken() {
        var school = oneLesson()
                .lesson("two", "1a", "DAN", DayOfWeek.TUESDAY, "08:00", "ann", "bob")
                .lesson("none", "1a", "DAN", DayOfWeek.TUESDAY, "09:00")
                .lesson("coupled", "1a", "DAN", DayOfWeek.TUESDAY, "10:00", "ann")
                .lesson("band", "1a", "DAN", DayOfWeek.TUESDAY, "11:00", "ann")
                .lesson("busy", "1a", "DAN", DayOfWeek.TUESDAY, "12:00", "ann")
                .group("1b")
                .change("coupled", lesson -> lesson.group("1b"))
                .change("band", LessonBuilder::part)
                .change("busy", LessonBuilder::busy);

        assertThat(ids(expand(school), "lesson")).containsExactly("co/lesson/a/2026-W33");
    }

    @Test
    void weeksAreSplitAtInterruptions() {
        var camp = new DateSpan(LocalDate.of(2026, 8, 19), LocalDate.of(2026, 8, 24));
        Demand demand = expand(oneLesson(), camp);

        assertThat(ids(demand, "lesson"))
                .containsExactly("co/lesson/a/2026-W33", "co/lesson/a/2026-W34", "co/lesson/a/2026-W36");
        assertThat(demand.sessions().stream()
                        .filter(session -> session.kind().equals("lesson"))
                        .map(session -> session.times().getFirst().weeks().size()))
                .containsExactly(1, 2, 1);
        assertThat(demand.neighbourhoods())
                .anySatisfy(one -> assertThat(one.seats())
                        .extracting(seat -> seat.value())
                        .containsExactly("co/lesson/a/2026-W33#0", "co/lesson/a/2026-W34#0", "co/lesson/a/2026-W36#0"));
    }

    @Test
    void interruptionOnAWeekendSplitsNoWeeks() {
        var saturday = new DateSpan(LocalDate.of(2026, 8, 22), LocalDate.of(2026, 8, 22));
        var untilSunday = new DateSpan(LocalDate.of(2026, 8, 21), LocalDate.of(2026, 8, 23));
        var sundayToMonday = new DateSpan(LocalDate.of(2026, 8, 23), LocalDate.of(2026, 8, 24));

        assertThat(ids(expand(oneLesson(), saturday), "lesson")).containsExactly("co/lesson/a/2026-W33");
        assertThat(ids(expand(oneLesson(), untilSunday), "lesson"))
                .containsExactly("co/lesson/a/2026-W33", "co/lesson/a/2026-W34", "co/lesson/a/2026-W35");
        assertThat(ids(expand(oneLesson(), sundayToMonday), "lesson"))
                .containsExactly("co/lesson/a/2026-W33", "co/lesson/a/2026-W35", "co/lesson/a/2026-W36");
    }

    @Test
    void spanWithoutSchoolWeekAndClosedDaysAreLeftOut() {
        var school = oneLesson().closed("2026-08-10").closed("2026-08-24");
        var camp = new DateSpan(LocalDate.of(2026, 8, 17), LocalDate.of(2026, 8, 17));

        assertThat(ids(expand(school, camp), "lesson")).containsExactly("co/lesson/a/2026-W34", "co/lesson/a/2026-W35");
    }

    @Test
    void preparationIsWithinWorkingHoursWhenBothSidesHaveAFreePerson() {
        Demand demand = expand(oneLesson());
        Session preparation = demand.sessions().get(1);

        assertThat(preparation.id().value()).isEqualTo("co/preparation/1a/2026-W33");
        assertThat(preparation.title()).isEqualTo("Shared preparation 1A");
        assertThat(preparation.times()).hasSize(9).allSatisfy(time -> {
            assertThat(time.start()).isBetween(LocalTime.of(8, 0), LocalTime.of(15, 15));
            assertThat(time.end()).isEqualTo(time.start().plusMinutes(45));
            assertThat(time.weeks()).hasSize(4);
        });
        assertThat(preparation.times())
                .as("ann teaches on Monday at eight")
                .noneMatch(time ->
                        time.weekday() == DayOfWeek.MONDAY && time.start().equals(LocalTime.of(8, 0)));
        assertThat(demand.seats().subList(1, 3)).extracting(Seat::role).containsExactly("co-teacher", "teacher");
        assertThat(demand.seats().get(2).candidates()).containsExactly(new StaffId("ann"));
    }

    @Test
    void weekInWhichAllCoTeachersAreAwayHasNoPreparationAndTheOthersKeepIt() {
        var course = new Period(LocalDate.of(2026, 8, 17), LocalDate.of(2026, 8, 21), new TreeSet<>(), null, null);
        var school = oneLesson().person("mia", 37, new Availability(List.of(), List.of(course)));

        assertThat(expand(school).sessions().get(1).times())
                .hasSize(9)
                .allSatisfy(time -> assertThat(time.weeks()).containsExactly(W33, W33.plus(2), W33.plus(3)));
    }

    @Test
    void adultWithALessonAtThatTimeIsNoCandidate() {
        var school =
                oneLesson().lesson("own", "9x", "DAN", DayOfWeek.MONDAY, "08:30", 45, week -> week.week() == 34, "mia");

        assertThat(expand(school).seats().getFirst().candidates()).isEmpty();
        var after = oneLesson().lesson("own", "9x", "DAN", DayOfWeek.MONDAY, "08:45", "mia");
        assertThat(expand(after).seats().getFirst().candidates()).containsExactly(new StaffId("mia"));
    }

    @Test
    void allHoursOfAPeriodGoToOneYear() {
        var period = new PriorityPeriod(
                "autumn", null, W33.plus(1), W33.plus(2), List.of(), new TreeSet<>(List.of(1)), List.of());
        var school = oneLesson().lesson("b", "4b", "DAN", DayOfWeek.MONDAY, "10:00", "bob");
        var plain = CoTeachingParameters.of(
                List.of(need("1a", CoTeachingType.TYPE_1), need("4b", CoTeachingType.TYPE_1)),
                List.of(coTeacher("mia", 10)));
        school.parameters(new CoTeachingParameters(
                null,
                null,
                45,
                plain.classes(),
                plain.pool(),
                List.of(),
                List.of(period),
                plain.preparation(),
                2,
                List.of(),
                null,
                List.of()));

        assertThat(ids(expand(school), "lesson"))
                .containsExactly(
                        "co/lesson/a/2026-W33",
                        "co/lesson/a/2026-W34",
                        "co/lesson/a/2026-W36",
                        "co/lesson/b/2026-W33",
                        "co/lesson/b/2026-W36");
    }

    @Test
    void advisorsMeetWhenAllAreFreeOutsideInterruptedWeeks() {
        var plain = oneLesson().intervention().parameters();
        var school = oneLesson()
                .weeks(4)
                .lesson("own", "9x", "DAN", DayOfWeek.TUESDAY, "08:00", 60, week -> true, "mia")
                .parameters(new CoTeachingParameters(
                        null,
                        null,
                        45,
                        plain.classes(),
                        plain.pool(),
                        List.of(),
                        List.of(),
                        plain.preparation(),
                        2,
                        List.of(),
                        new AdvisorsMeeting(2, 60, List.of()),
                        List.of(new Supervision("s", "Supervision", new StaffId("ann"), 1, 60, List.of()))));
        var camp = new DateSpan(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 10));
        var demand = expand(school, camp);
        var meeting = demand.sessions().stream()
                .filter(session -> session.kind().equals("advisors-meeting"))
                .findFirst()
                .orElseThrow();

        assertThat(meeting.times().getFirst().weeks()).containsExactly(W33.plus(1), W33.plus(3));
        assertThat(starts(meeting, DayOfWeek.TUESDAY)).containsExactly(LocalTime.of(9, 0));
        var supervision = demand.sessions().getLast();
        assertThat(supervision.times().getFirst().weeks()).hasSize(3);
        assertThat(supervision.title()).isEqualTo("Supervision");
        var course = new DateSpan(LocalDate.of(2026, 8, 15), LocalDate.of(2026, 8, 16));
        assertThat(expand(school, course).sessions().stream()
                        .filter(session -> session.kind().equals("advisors-meeting"))
                        .map(session -> session.times().getFirst().weeks()))
                .as("no meeting is on a weekend")
                .containsExactly(new TreeSet<>(List.of(W33, W33.plus(2))));
        assertThat(demand.seats().getLast().candidates()).containsExactly(new StaffId("mia"));
    }

    private static List<LocalTime> starts(Session session, DayOfWeek day) {
        var starts = new ArrayList<LocalTime>();
        for (MeetingTime time : session.times()) {
            if (time.weekday() == day) {
                starts.add(time.start());
            }
        }
        return starts;
    }
}
