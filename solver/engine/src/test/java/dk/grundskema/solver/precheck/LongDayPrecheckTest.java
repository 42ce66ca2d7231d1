package dk.grundskema.solver.precheck;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongDayPrecheckTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    private static final String TEN_HOURS = "2026-09-07 08:00-18:00";

    private static WorkRules longestDay(int minutes, Level level) {
        return new WorkRules(11, 35, null, null, null, 48, 17, LocalTime.of(17, 0))
                .withDateLimits(new DutyLimit(minutes, level), null, null);
    }

    private static MeetingBuilder duty(String id, String at, String... people) {
        return aMeeting(id).at(at).asking(true).candidates(people);
    }

    private static List<Finding> findings(Scenario scenario) {
        return new LongDayPrecheck(scenario.problem(), scenario.demands()).findings();
    }

    private static Finding longDuty(String place, int limit, LocalDate... dates) {
        return Finding.warning(
                "precheck.long-duty",
                place,
                List.of(dates),
                LocalTime.parse("08:00"),
                LocalTime.parse("18:00"),
                Duration.ofHours(10),
                Duration.ofMinutes(limit));
    }

    @Test
    void dutyLongerThanAnybodysDayIsReportedOnceWithAllItsDates() {
        assertThat(findings(aScenario()
                        .work(longestDay(599, Level.HARD))
                        .meeting(duty("n", "2026-09-08 08:00-18:00", "anna", "bo"))
                        .meeting(duty("m", TEN_HOURS, "anna", "bo"))))
                .containsExactly(longDuty("/work/longestDay/minutes", 599, MONDAY, MONDAY.plusDays(1)));
        assertThat(findings(aScenario().work(longestDay(600, Level.HARD)).meeting(duty("m", TEN_HOURS, "anna"))))
                .isEmpty();
    }

    @Test
    void ownRulesOfAPersonAreNamedWithTheLongestDayAmongThoseWhoMayTakeIt() {
        assertThat(findings(aScenario()
                        .work(longestDay(480, Level.HARD))
                        .staff(aStaffMember("anna").work(longestDay(540, Level.HARD)))
                        .meeting(duty("m", TEN_HOURS, "anna", "bo"))))
                .containsExactly(longDuty("/staff/0/work/longestDay/minutes", 540, MONDAY));
    }

    @Test
    void limitAndItsPlaceAreThoseOfTheSamePerson() {
        assertThat(findings(aScenario()
                        .work(longestDay(480, Level.HARD))
                        .staff(aStaffMember("anna").work(longestDay(360, Level.HARD)))
                        .meeting(duty("m", TEN_HOURS, "anna", "bo"))))
                .containsExactly(longDuty("/work/longestDay/minutes", 480, MONDAY));
    }

    @Test
    void onePersonWhoMayTakeItIsEnough() {
        assertThat(findings(aScenario()
                        .work(longestDay(480, Level.HARD))
                        .staff(aStaffMember("anna").work(WorkRules.defaults()))
                        .meeting(duty("m", TEN_HOURS, "anna", "bo"))))
                .isEmpty();
    }

    @Test
    void guidelinesWishesAndPeopleWithLessonsAreNotReported() {
        for (Level level : List.of(Level.MEDIUM, Level.SOFT)) {
            assertThat(findings(aScenario().work(longestDay(480, level)).meeting(duty("m", TEN_HOURS, "anna"))))
                    .isEmpty();
        }
        assertThat(findings(aScenario()
                        .work(longestDay(480, Level.HARD))
                        .lesson(aLesson("l").at("2026-09-07 07:00-08:00").by("anna"))
                        .meeting(duty("m", TEN_HOURS, "anna"))))
                .isEmpty();
    }
}
