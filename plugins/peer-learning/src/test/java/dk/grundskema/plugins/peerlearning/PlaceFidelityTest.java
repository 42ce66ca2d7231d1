package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.PROBLEM;
import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** Places of meetings in a finished timetable. */
class PlaceFidelityTest {
    private static long places(CafeTimetableBuilder plan) {
        var finished = plan.finished(PROBLEM);
        return new PlaceFidelity(finished, PROBLEM).capacity(finished.meetings().getFirst());
    }

    @Test
    void capacityIsThatOfItsRoomsOrOfTheRoomsOfItsStudentsLessons() {
        var monday = time(DayOfWeek.MONDAY, "08:00", "08:30", 33);

        assertThat(places(plan().meeting("open/1", "open", monday)
                        .inRoom("large", "small", "large")
                        .withStudents("ida")))
                .isEqualTo(24);
        assertThat(places(plan().meeting("open/1", "open", monday).withStudents("ida", "eva")))
                .as("one room for both")
                .isEqualTo(4);
        assertThat(places(plan().meeting("open/1", "open", monday).withStudents("ida", "ole")))
                .as("Ole's lesson has no room")
                .isEqualTo(Long.MAX_VALUE);
        assertThat(places(plan().meeting("open/1", "open", time(DayOfWeek.FRIDAY, "08:00", "08:30", 33))
                        .withStudents("ida")))
                .as("no lesson")
                .isZero();
    }
}
