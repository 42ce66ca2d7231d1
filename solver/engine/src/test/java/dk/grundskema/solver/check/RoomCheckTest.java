package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomCheckTest {
    @Test
    void roomOutsideTheAllowedOnesIsAFault() {
        assertThat(faults(aScenario().meeting(aMeeting("m").room("r").rooms("x", "y"))))
                .containsExactly(hard("core.room-kind", 1, session("m"), room("r")));
    }

    @Test
    void anyAllowedRoomIsNoFault() {
        assertThat(faults(aScenario().meeting(aMeeting("m").room("y").rooms("x", "y"))))
                .isEmpty();
    }

    @Test
    void missingRoomIsAFault() {
        assertThat(faults(aScenario().meeting(aMeeting("m").rooms("x"))))
                .containsExactly(medium("core.missing-room", 1, session("m")));
    }

    @Test
    void missingRoomIsNoFaultIfNoneIsNeeded() {
        assertThat(faults(aScenario().meeting(aMeeting("m")))).isEmpty();
    }

    @Test
    void missingRoomIsNoFaultIfTheSessionIsNotHeld() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").rooms("x").required(false).notHeld())))
                .isEmpty();
    }

    @Test
    void roomFilledToItsCapacityIsNoFault() {
        assertThat(faults(aScenario()
                        .room(aRoom("r").capacity(3))
                        .group("class", "s", "t")
                        .formed("team", "t", "u")
                        .meeting(aMeeting("m").room("r").group("class", "team").student("s"))))
                .isEmpty();
    }

    @Test
    void eachStudentBeyondTheCapacityCostsOne() {
        assertThat(faults(aScenario()
                        .room(aRoom("r").capacity(2))
                        .group("class", "s", "t")
                        .formed("team", "t", "u")
                        .meeting(aMeeting("m").room("r").group("class", "team").student("v"))))
                .containsExactly(hard("core.room-capacity", 2, session("m"), room("r")));
    }
}
