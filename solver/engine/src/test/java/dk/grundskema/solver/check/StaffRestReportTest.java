package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.staff;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.check.StaffRestReport.MissingRest;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaffRestReportTest {
    private static Scenario working(String... times) {
        var scenario = aScenario();
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).by("anna"));
        }
        return scenario;
    }

    private static StaffRestReport annas(Scenario scenario) {
        return new TimetableChecker(FixturePlugin::byType)
                .rests(scenario.problem(), scenario.timetable()).stream()
                        .filter(one -> one.staff().equals(staff("anna")))
                        .findFirst()
                        .orElseThrow();
    }

    private static Interval from(String start, String end) {
        return Interval.between(LocalDateTime.parse(start), LocalDateTime.parse(end), ZoneId.of("Europe/Copenhagen"));
    }

    @Test
    void adjacentAndOverlappingDutiesAreOneWorkPeriod() {
        StaffRestReport anna =
                annas(working("2026-09-07 08:00-10:00", "2026-09-07 10:00-12:00", "2026-09-07 11:00-11:30"));
        assertThat(anna.work()).containsExactly(from("2026-09-07T08:00", "2026-09-07T12:00"));
        assertThat(anna.shortest()).isNull();
        assertThat(anna.tooLong()).isEmpty();
    }

    @Test
    void shortestRestIsBetweenTwoDaysOfWorkNotAPauseWithinOne() {
        StaffRestReport anna = annas(working(
                "2026-09-07 08:00-10:00",
                "2026-09-07 11:00-20:00",
                "2026-09-08 08:00-21:00",
                "2026-09-09 08:00-12:00"));
        assertThat(anna.shortest()).isEqualTo(from("2026-09-08T21:00", "2026-09-09T08:00"));
        assertThat(anna.tooLong()).isEmpty();
    }

    @Test
    void tooShortRestIsTheLongestPauseOfTheWorkPeriod() {
        StaffRestReport anna =
                annas(working("2026-09-07 10:00-20:00", "2026-09-07 21:00-23:00", "2026-09-08 09:59-16:00"));
        Interval rest = from("2026-09-07T23:00", "2026-09-08T09:59");
        assertThat(anna.shortest()).isEqualTo(rest);
        assertThat(anna.tooLong())
                .containsExactly(new MissingRest(false, from("2026-09-07T10:00", "2026-09-08T16:00"), rest, 1));
    }

    @Test
    void tooLongWorkWithoutPauseHasNoRest() {
        StaffRestReport anna = annas(working("2026-09-07 08:00-22:00"));
        assertThat(anna.tooLong())
                .containsExactly(new MissingRest(
                        false,
                        from("2026-09-07T08:00", "2026-09-07T22:00"),
                        from("2026-09-07T08:00", "2026-09-07T08:00"),
                        60));
    }

    @Test
    void sevenDaysWithoutADayOffAreReported() {
        StaffRestReport anna = annas(working(
                "2026-09-07 08:00-12:00",
                "2026-09-08 08:00-12:00",
                "2026-09-09 08:00-12:00",
                "2026-09-10 08:00-12:00",
                "2026-09-11 08:00-12:00",
                "2026-09-12 08:00-12:00",
                "2026-09-13 08:00-12:00",
                "2026-09-15 08:00-12:00"));
        assertThat(anna.tooLong())
                .extracting(MissingRest::isWeekly, MissingRest::run)
                .containsExactly(tuple(true, from("2026-09-07T08:00", "2026-09-13T12:00")));
        assertThat(anna.free()).containsExactly(from("2026-09-13T12:00", "2026-09-15T08:00"));
    }

    @Test
    void minutesOfTwoLessonsAtTheSameTimeCountOnce() {
        StaffRestReport anna = annas(aScenario()
                .lesson(aLesson("l").at("2026-09-07 08:00-09:00").by("anna"))
                .lesson(aLesson("m").at("2026-09-07 08:30-10:00").by("anna")));
        assertThat(anna.taughtMinutes()).isEqualTo(120);
    }

    @Test
    void lessonsAreWorkButAloneNoFault() {
        StaffRestReport anna = annas(
                aScenario().lesson(aLesson("l").at("2026-09-07 08:00-22:00").by("anna")));
        assertThat(anna.work()).containsExactly(from("2026-09-07T08:00", "2026-09-07T22:00"));
        assertThat(anna.taughtMinutes()).isEqualTo(14 * 60);
        assertThat(anna.taught()).containsExactly(Map.entry(new IsoWeek(2026, 37), 14 * 60L));
        assertThat(anna.tooLong()).isEmpty();
    }
}
