package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.FairLoad.Kind;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.fixture.Scenario;
import org.junit.jupiter.api.Test;

class FairLoadCalculatorTest {
    private static FairLoad load(Scenario scenario, Kind kind, String who) {
        return new Planner(PLUGINS)
                .fairLoads(scenario.problem(), scenario.timetable())
                .get(staff(who))
                .get(kind);
    }

    private static Scenario shared(String... times) {
        var scenario = aScenario()
                .staff(aStaffMember("anna").contract(30))
                .staff(aStaffMember("bo").contract(10));
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).by("anna").candidates("anna", "bo"));
        }
        return scenario;
    }

    @Test
    void hoursAreComparedWithTheShareOfTheContract() {
        Scenario scenario = shared("2026-09-07 08:00-12:00", "2026-09-08 08:00-12:00");
        assertThat(load(scenario, Kind.HOURS, "anna")).isEqualTo(new FairLoad(0, 480, 0, 360L));
        assertThat(load(scenario, Kind.HOURS, "bo")).isEqualTo(new FairLoad(0, 0, 0, 120L));
    }

    @Test
    void weekendEveningsCountTwiceAndNightsBeginWhereEveningsEnd() {
        Scenario scenario = shared("2026-09-12 16:00-23:30"); // a Saturday
        assertThat(load(scenario, Kind.EVENINGS, "anna").totalMinutes()).isEqualTo(360);
        assertThat(load(scenario, Kind.NIGHTS, "anna").totalMinutes()).isEqualTo(30);
        assertThat(load(scenario, Kind.WEEKENDS, "anna").totalMinutes()).isEqualTo(450);
    }

    @Test
    void lessonsArePartOfTheLoadAndOfTheShare() {
        Scenario scenario = shared("2026-09-07 08:00-12:00")
                .lesson(aLesson("l").at("2026-09-09 08:00-12:00").by("bo"));
        assertThat(load(scenario, Kind.HOURS, "bo")).isEqualTo(new FairLoad(240, 0, 0, 240L));
        assertThat(load(scenario, Kind.HOURS, "anna")).isEqualTo(new FairLoad(0, 240, 0, 240L));
    }

    @Test
    void personWithoutSharedDutiesHasNoShare() {
        Scenario scenario = shared("2026-09-07 08:00-12:00").staff(aStaffMember("carl"));
        assertThat(load(scenario, Kind.HOURS, "carl")).isEqualTo(new FairLoad(0, 0, 0, null));
    }
}
