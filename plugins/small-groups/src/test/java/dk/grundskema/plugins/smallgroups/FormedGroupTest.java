package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.PROBLEM;
import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

class FormedGroupTest {
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

    @Test
    void studentWhoTakesThePlaceOfAnotherDoesNotMakeTheGroupLarger() {
        var formed = FormedGroup.of(plan().formedGroup(
                        "cafe/red/1",
                        GroupMember.always(new StudentId("eva")),
                        new GroupMember(new StudentId("ida"), weeks(33)),
                        new GroupMember(new StudentId("ole"), weeks(34)))
                .meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34))
                .ofGroups("cafe/red/1")
                .finished(PROBLEM));

        assertThat(formed)
                .singleElement()
                .satisfies(one -> assertThat(one.size()).isEqualTo(2))
                .satisfies(one -> assertThat(one.members()).hasSize(3));
    }
}
