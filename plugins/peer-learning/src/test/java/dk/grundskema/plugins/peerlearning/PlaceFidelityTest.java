package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** Places of meetings in a finished timetable. */
class PlaceFidelityTest {
    /** Ida's class has Danish with MH in the small room on Mondays at 8, Ole's Maths with LK without a room. */
    private static final Problem PROBLEM = school().teacher("MH")
            .teacher("LK")
            .room("small", 4)
            .room("large", 20)
            .room("hall", 100)
            .student("ida", "4a", Availability.always())
            .student("ole", "4b", Availability.always())
            .student("eva", "4a", Availability.always())
            .group("4a", Group.Kind.CLASS, "ida", "eva")
            .group("4b", Group.Kind.CLASS, "ole")
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Danish", "4a", "MH")
            .inRoom("small")
            .lesson("mat", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34), "Maths", "4b", "LK")
            .lesson("duty", time(DayOfWeek.TUESDAY, "08:00", "09:00", 33), "", Lesson.Kind.BUSY, "4b", "MH")
            .build();

    private static long places(CafeTimetableBuilder plan) {
        var finished = plan.finished(PROBLEM);
        return new PlaceFidelity(finished, PROBLEM).capacity(finished.meetings().getFirst());
    }

    @Test
    void aMeetingHasThePlacesOfItsRoomsOrOfItsStudentsLessons() {
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
