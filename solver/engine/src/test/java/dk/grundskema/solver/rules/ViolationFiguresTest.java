package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.charge;
import static dk.grundskema.solver.rules.RuleTrials.chargesWithFigures;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules and checker compute the figures of their texts independently; they must agree. */
class ViolationFiguresTest {
    private static List<List<Object>> agreed(String rule, Scenario scenario) {
        List<List<Object>> checked = new TimetableChecker(FixturePlugin::byType)
                .checkRules(scenario.problem(), scenario.timetable()).stream()
                        .filter(fault -> fault.rule().equals(rule))
                        .map(fault -> charge(fault.amount(), fault.arguments().toArray()))
                        .toList();
        assertThat(checked).isNotEmpty().containsExactlyInAnyOrderElementsOf(chargesWithFigures(rule, scenario));
        return checked;
    }

    private static Figure minutes(long minutes) {
        return Figure.ofMinutes(minutes);
    }

    @Test
    void hoursAreNamedWithTheirLimits() {
        var scenario = aScenario()
                .work(new WorkRules(11, 35, null, 4, 5, 1, 1, LocalTime.of(17, 0)))
                .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                .meeting(aMeeting("n").at("2026-09-07 12:00-16:01").by("anna"));

        assertThat(agreed("core.daily-hours", scenario).getFirst())
                .containsSubsequence(121L, minutes(361), minutes(240));
        assertThat(agreed("core.weekly-hours", scenario).getFirst())
                .containsSubsequence(61L, minutes(361), minutes(300));
        assertThat(agreed("core.average-hours", scenario).getFirst())
                .containsSubsequence(301L, minutes(361), minutes(60), new Figure(1), new Figure(1));
    }

    @Test
    void restIsNamedWithWhatIsRequiredAndWhatIsMissing() {
        var scenario = aScenario()
                .work(new WorkRules(11, 35, null, null, null, 168, 52, LocalTime.of(17, 0)))
                .meeting(aMeeting("a").at("2026-09-07 08:00-21:00").by("anna"))
                .meeting(aMeeting("b").at("2026-09-08 07:00-20:00").by("anna"))
                .meeting(aMeeting("standby")
                        .at("2026-09-08 20:00-00:30")
                        .work(false)
                        .by("anna"))
                .meeting(aMeeting("c").at("2026-09-09 01:00-08:00").by("anna"))
                .meeting(aMeeting("d").at("2026-09-10 08:00-16:00").by("anna"))
                .meeting(aMeeting("e").at("2026-09-11 08:00-16:00").by("anna"))
                .meeting(aMeeting("f").at("2026-09-12 08:00-16:00").by("anna"))
                .meeting(aMeeting("g").at("2026-09-13 08:00-16:00").by("anna"));

        assertThat(agreed("core.daily-rest", scenario))
                .singleElement(list(Object.class))
                .endsWith(minutes(300), minutes(660), minutes(360));
        assertThat(agreed("core.weekly-rest", scenario))
                .singleElement(list(Object.class))
                .endsWith(minutes(24 * 60), minutes(35 * 60), minutes(11 * 60));
    }

    @Test
    void breakIsNamedWithTheTimeThatTheWayTakes() {
        var scenario = aScenario()
                .travel("home", "away", 25)
                .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                .meeting(aMeeting("n").at("2026-09-07 10:10-11:00").site("away").by("anna"));

        assertThat(agreed("core.travel-time", scenario).getFirst()).endsWith(minutes(10), minutes(25));
    }

    @Test
    void peopleInARoomAreNamedWithItsPlaces() {
        var scenario = aScenario()
                .room(aRoom("r").capacity(2))
                .group("class", "s", "t", "u")
                .meeting(aMeeting("m").room("r").group("class").student("v"));

        assertThat(agreed("core.room-capacity", scenario).getFirst()).endsWith(new Figure(4), new Figure(2));
    }
}
