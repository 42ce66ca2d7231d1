package dk.grundskema.solver.edit;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.fixture.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditAfterStudentLeftTest {
    private static Scenario morning() {
        return aScenario()
                .meeting(
                        aMeeting("early").at("2026-09-07 08:00-10:00").by("ane").candidates("ane", "bo"));
    }

    /** Pages could not show a timetable with a student that its problem lacks. */
    @Test
    void meetingOfAStudentWhoHasLeftGoesWithTheNextEdit() {
        Timetable then = morning()
                .meeting(aMeeting("talk").at("2026-09-07 13:00-13:30").student("dea"))
                .timetable();
        Workbench bench = Workbench.of(StepLimitedSolves.registry(), morning().problem(), then);
        var change = new ManualChange.SeatChange(new SessionId("early"), 0, new StaffId("bo"));

        var applied = (ManualChangeResult.AppliedChanges) bench.tryChanges(List.of(change), false);
        Timetable after = applied.timetable("hash");

        assertThat(after.meetings())
                .extracting(meeting -> meeting.sessionId().value())
                .containsExactly("early");
    }
}
