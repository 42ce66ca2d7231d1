package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FinishedPairTest {
    record NoParameters() {}

    private static final KeptPair CONFIRMED = new KeptPair(some("a b"), new StaffId("MH"));
    private static final KeptPair PINNED = new KeptPair(some("c d"), null);

    private static List<StudentId> some(String ids) {
        return Arrays.stream(ids.split(" ")).map(StudentId::new).toList();
    }

    private static GroupMembers group(String id, String ids) {
        return new GroupMembers(
                new GroupId(id), some(ids).stream().map(GroupMember::always).toList());
    }

    private static List<FinishedPair> pairs(GroupMembers... groups) {
        return pairs(List.of(), groups);
    }

    /** Returns a meeting of the set in weeks. */
    private static Meeting meeting(Integer... weeks) {
        return new Meeting(
                new SessionId("cafe/peer-learning/tea/1"),
                null,
                new TreeSet<>(),
                new InterventionId("cafe"),
                PeerLearningExpansion.KIND,
                "",
                "Café",
                "",
                weeks(weeks),
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                LocalTime.of(9, 45),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    private static List<FinishedPair> pairs(List<Meeting> meetings, GroupMembers... groups) {
        var timetable = new Timetable(
                1,
                "0",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(groups),
                meetings,
                List.of());
        var finished = new FinishedIntervention(
                new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new NoParameters()),
                school().build(),
                timetable);
        return FinishedPair.of(finished, "tea", List.of(CONFIRMED, PINNED));
    }

    @Test
    void onlyPairsOfTheGivenSetAreRead() {
        assertThat(pairs(group("cafe/pair/tea/1", "x y"), group("cafe/pair/team/1", "a b"), group("b/pair/tea/1", "a")))
                .extracting(one -> one.id().value())
                .containsExactly("cafe/pair/tea/1");
    }

    @Test
    void pairIsConfirmedOnlyIfItEqualsThatOfTheParameters() {
        var pairs = pairs(
                group("cafe/pair/tea/1", "b a"),
                group("cafe/pair/tea/2", "d c"),
                group("cafe/pair/tea/3", "a b x"),
                group("cafe/pair/tea/4", "b c"));

        assertThat(pairs).extracting(FinishedPair::kept).containsExactly(CONFIRMED, PINNED, CONFIRMED, null);
        assertThat(pairs).extracting(FinishedPair::isConfirmed).containsExactly(true, false, false, false);
        assertThat(pairs.getFirst().confirmedBy()).contains(new StaffId("MH"));
        assertThat(pairs).extracting(FinishedPair::isFormed).containsExactly(false, false, false, true);
        assertThat(pairs.getLast().students()).isEqualTo(some("b c"));
    }

    @Test
    void aPairWhoseMembersChangeIsNotStable() {
        var id = new GroupId("cafe/pair/tea/1");
        var half = new GroupMembers(
                id, List.of(GroupMember.always(new StudentId("a")), new GroupMember(new StudentId("b"), weeks(33))));

        assertThat(pairs(List.of(meeting(33, 34)), half).getFirst().isStable()).isFalse();
        assertThat(pairs(List.of(meeting(33, 34)), group("cafe/pair/tea/1", "a b"))
                        .getFirst()
                        .isStable())
                .isTrue();
        assertThat(pairs(List.of(meeting(33)), half).getFirst().isStable())
                .as("the pair was the same in all weeks in which the set met")
                .isTrue();
    }

    @Test
    void aPairThatIsKeptHasTwoOrThreeDifferentStudents() {
        assertThat(new KeptPair(some("a b c"), null).students()).hasSize(3);
        for (String wrong : List.of("a", "a b c d", "a a")) {
            assertThatThrownBy(() -> new KeptPair(some(wrong), null))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("/students");
        }
    }
}
