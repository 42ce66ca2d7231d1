package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.RoomBuilder.aRoom;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomCheckTest {
    @Test
    void a_room_that_was_not_among_those_to_choose_from_is_of_the_wrong_kind() {
        assertThat(faults(aScenario().meeting(aMeeting("m").room("r").rooms("x", "y"))))
                .containsExactly(hard("core.room-kind", 1, session("m"), room("r")));
    }

    @Test
    void any_of_the_rooms_to_choose_from_will_do() {
        assertThat(faults(aScenario().meeting(aMeeting("m").room("y").rooms("x", "y"))))
                .isEmpty();
    }

    @Test
    void a_session_that_needs_a_room_and_has_none_lacks_one() {
        assertThat(faults(aScenario().meeting(aMeeting("m").rooms("x"))))
                .containsExactly(medium("core.missing-room", 1, session("m")));
    }

    @Test
    void a_session_that_needs_no_room_lacks_none() {
        assertThat(faults(aScenario().meeting(aMeeting("m")))).isEmpty();
    }

    @Test
    void a_session_that_is_not_held_lacks_no_room() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").rooms("x").required(false).notHeld())))
                .isEmpty();
    }

    @Test
    void a_room_holds_as_many_students_as_it_has_places() {
        assertThat(faults(aScenario()
                        .room(aRoom("r").capacity(3))
                        .group("class", "s", "t")
                        .formed("team", "t", "u")
                        .meeting(aMeeting("m").room("r").group("class", "team").student("s"))))
                .isEmpty();
    }

    @Test
    void each_student_beyond_that_costs_one() {
        assertThat(faults(aScenario()
                        .room(aRoom("r").capacity(2))
                        .group("class", "s", "t")
                        .formed("team", "t", "u")
                        .meeting(aMeeting("m").room("r").group("class", "team").student("v"))))
                .containsExactly(hard("core.room-capacity", 2, session("m"), room("r")));
    }
}
