package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.PROBLEM;
import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Groups, rooms, weeks and faults as a finished timetable has them. */
class FinishedInterventionGroupsTest {
    private static final StudentId IDA = new StudentId("ida");
    private static final StudentId OLE = new StudentId("ole");
    private static final GroupId RED = new GroupId("cafe/red/2");

    @Test
    void meetingsAreCountedWeekByWeek() {
        var finished = plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 35))
                .meeting("open/2", "open", time(DayOfWeek.TUESDAY, "08:00", "09:00", 33))
                .finished(PROBLEM);

        assertThat(FinishedIntervention.countByWeek(finished.meetings())).isEqualTo(Map.of(week(33), 2, week(35), 1));
        assertThat(FinishedIntervention.countByWeek(List.of())).isEmpty();
    }

    @Test
    void roomsAreTheFirstOfEachMeetingOnce() {
        var finished = plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))
                .inRoom("large", "hall")
                .meeting("open/2", "open", time(DayOfWeek.TUESDAY, "08:00", "09:00", 33))
                .meeting("open/3", "open", time(DayOfWeek.WEDNESDAY, "08:00", "09:00", 33))
                .inRoom("small")
                .meeting("open/4", "open", time(DayOfWeek.FRIDAY, "08:00", "09:00", 33))
                .inRoom("large")
                .finished(PROBLEM);

        assertThat(FinishedIntervention.rooms(finished.meetings()))
                .containsExactly(new RoomId("large"), new RoomId("small"));
    }

    @Test
    void groupIsFixedUnlessAMemberIsInItForSomeWeeks() {
        var finished = plan().formedGroup("cafe/red/2", GroupMember.always(IDA), new GroupMember(OLE, weeks(33)))
                .formedGroup("cafe/blue/1", "ida")
                .finished(PROBLEM);

        assertThat(finished.hasFixedMembers(RED)).isFalse();
        assertThat(finished.hasFixedMembers(new GroupId("cafe/blue/1"))).isTrue();
        assertThat(finished.hasFixedMembers(new GroupId("4a"))).isTrue();
        assertThat(finished.hasFixedMembers(new GroupId("nobody"))).isTrue();
    }

    @Test
    void studentInAGroupTwiceIsCountedOnce() {
        var finished = plan().formedGroup(
                        "cafe/red/2", new GroupMember(OLE, weeks(33)), new GroupMember(OLE, weeks(33, 34)))
                .finished(PROBLEM);

        assertThat(finished.members(RED)).containsExactly(OLE);
        assertThat(finished.members(RED, week(33))).containsExactly(OLE);
        assertThat(finished.members(RED, week(35))).isEmpty();
    }

    @Test
    void meetingsAreFoundByTheFirstPartAfterTheirKind() {
        var finished = plan().meeting("open/a/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))
                .meeting("open/b/a", "open", time(DayOfWeek.MONDAY, "10:00", "11:00", 33))
                .meeting("open", "open", time(DayOfWeek.MONDAY, "12:00", "13:00", 33))
                .meeting("night/a", "night", time(DayOfWeek.MONDAY, "18:00", "19:00", 33))
                .finished(PROBLEM);

        assertThat(finished.meetings("open", "a"))
                .extracting(one -> one.sessionId().value())
                .containsExactly("cafe/open/a/1");
    }

    @Test
    void simultaneousMeetingsAreInOrderOfIds() {
        var finished = plan().meeting("open/2", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))
                .meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33))
                .finished(PROBLEM);

        assertThat(finished.meetingsByDate("open"))
                .extracting(held -> held.meeting().sessionId().value())
                .containsExactly("cafe/open/1", "cafe/open/2");
    }

    @Test
    void givenGroupsHaveTheirMembers() {
        assertThat(plan().finished(PROBLEM).members(new GroupId("4a"))).containsExactly(IDA, new StudentId("eva"));
    }

    @Test
    void groupsAreFoundByThePrefixOfTheirPart() {
        var finished = plan().formedGroup("cafe/red/10", "ida")
                .formedGroup("cafe/red/2", "ole", "eva")
                .formedGroup("cafe/red/3", new GroupMember[0])
                .formedGroup("cafe/blue/11", "eva")
                .formedGroup("cafes/red/1", "ida")
                .finished(PROBLEM);

        assertThat(finished.groupsByPrefix("red/1"))
                .extracting(one -> one.id().value())
                .containsExactly("cafe/red/10");
        assertThat(finished.groupsByPrefix("red")).hasSize(3);
        assertThat(finished.groupsByPrefix("")).hasSize(4);
        assertThat(finished.idParts(RED)).containsExactly("red", "2");
        assertThat(finished.idParts(new GroupId("cafes/red/1"))).isEmpty();
    }
}
