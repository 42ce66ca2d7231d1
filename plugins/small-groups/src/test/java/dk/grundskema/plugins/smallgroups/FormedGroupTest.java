package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

class FormedGroupTest {
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

    @Test
    void groupsWithStudentsAreListedInTheOrderOfTheirNumbers() {
        var finished = plan().formedGroup("cafe/red/10", "ida")
                .formedGroup("cafe/red/2", "ole", "eva")
                .formedGroup("cafe/red/3", new GroupMember[0])
                .formedGroup("cafe/blue/11", "eva")
                .formedGroup("cafes/red/1", "ida")
                .meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))
                .ofGroups("cafe/blue/11", "cafe/red/2")
                .meeting("night/1", "night", time(DayOfWeek.MONDAY, "18:00", "19:00", 33))
                .ofGroups("cafe/red/2")
                .finished(PROBLEM);

        var formed = FormedGroup.of(finished);
        assertThat(formed)
                .extracting(FormedGroup::id)
                .extracting(GroupId::value)
                .containsExactly("cafe/blue/11", "cafe/red/2", "cafe/red/10");
        var red = formed.get(1);
        assertThat(red.parts()).containsExactly("red", "2");
        assertThat(red.members()).containsExactly(new StudentId("ole"), new StudentId("eva"));
        assertThat(red.meetings()).hasSize(2);
        assertThat(red.meetings("night"))
                .extracting(one -> one.sessionId().value())
                .containsExactly("cafe/night/1");
        assertThat(formed.getLast().meetings()).isEmpty();
    }
}
