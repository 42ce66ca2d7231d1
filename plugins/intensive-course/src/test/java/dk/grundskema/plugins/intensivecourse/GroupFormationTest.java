package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.GroupSizes;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.testkit.MeetingTimes;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupFormationTest {
    record NoParameters() {}

    private static final Intervention<NoParameters> CAFE =
            new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new NoParameters());

    private static List<Finding> findings(int smallest, int largest, @Nullable Integer count, int students) {
        var findings = new FindingCollector("cafe", school().build());
        new GroupFormation(new GroupSizes(smallest, largest, count)).check(students, findings, "groups");
        return findings.all();
    }

    @Test
    void numberOfGroupsIsTheSmallestWithAPlaceForEverybodyUnlessGiven() {
        assertThat(new GroupFormation(new GroupSizes(10, 14, null)).groupCount(28))
                .isEqualTo(2);
        assertThat(new GroupFormation(new GroupSizes(10, 14, null)).groupCount(29))
                .isEqualTo(3);
        assertThat(new GroupFormation(new GroupSizes(10, 14, 1)).groupCount(29)).isEqualTo(1);
        assertThat(new GroupFormation(new GroupSizes(10, 14, 1)).placedCount(29))
                .isEqualTo(14);
        assertThat(new GroupFormation(new GroupSizes(10, 14, 3)).placedCount(29))
                .isEqualTo(29);
    }

    @Test
    void tooManyAndTooFewStudentsAreReported() {
        assertThat(findings(2, 4, 2, 8)).isEmpty();
        assertThat(findings(2, 4, 2, 9).getFirst().arguments()).containsExactly(9, 8);
        assertThat(findings(2, 4, 2, 4)).isEmpty();
        assertThat(findings(2, 4, 2, 3).getFirst().arguments()).containsExactly(3, 2, 2);
        assertThatThrownBy(() -> new GroupSizes(5, 4, null)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void vetoIsReportedIfAllFitIntoOneGroup() {
        var three = List.of(new StudentId("a"), new StudentId("b"), new StudentId("c"));
        var problem = school().student("b")
                .student("c")
                .student(aStudent("a").neverWith("c"))
                .build();
        var one = new FindingCollector("cafe", problem);
        new GroupFormation(new GroupSizes(2, 4, null)).check(three, problem, one, "groups");
        assertThat(one.all())
                .containsExactly(Finding.warning(
                        "cafe.veto-in-one-group",
                        "/parameters/groups",
                        List.of(new StudentId("a"), new StudentId("c"))));

        var two = new FindingCollector("cafe", problem);
        new GroupFormation(new GroupSizes(1, 4, 2)).check(three, problem, two, "groups");
        new GroupFormation(new GroupSizes(1, 2, 1)).check(three.subList(0, 2), problem, two, "groups");
        assertThat(two.all()).isEmpty();
        new GroupFormation(new GroupSizes(1, 2, 1)).check(three, problem, two, "groups");
        assertThat(two.all()).extracting(Finding::code).containsExactly("cafe.too-few-places");
    }

    @Test
    void participantsHaveTheirNeeds() {
        var some = List.of(new Participant(new StudentId("a"), 9), new Participant(new StudentId("b"), 1));

        assertThat(CourseParticipants.ids(some)).containsExactly(new StudentId("a"), new StudentId("b"));
        assertThat(CourseParticipants.needs(some))
                .containsEntry(new StudentId("a"), 9)
                .containsEntry(new StudentId("b"), 1);
    }

    @Test
    void groupHasItsOwnRoomIfThereAreEnough() {
        var rooms = List.of(new RoomId("r1"), new RoomId("r2"));
        assertThat(IntensiveCourseExpansion.roomsOfGroup(rooms, 2, 1)).containsExactly(new RoomId("r2"));
        assertThat(IntensiveCourseExpansion.roomsOfGroup(rooms, 3, 1)).isEqualTo(rooms);
        assertThat(IntensiveCourseExpansion.roomsOfGroup(List.of(), 1, 0)).isEmpty();
    }

    @Test
    void aSessionIsForAGroupOrForAStudent() {
        assertThat(IntensiveCourseExpansion.withParticipant(new GroupId("g"), session())
                        .build()
                        .groups())
                .containsExactly(new GroupId("g"));
        assertThat(IntensiveCourseExpansion.withParticipant(new StudentId("s"), session())
                        .build()
                        .students())
                .containsExactly(new StudentId("s"));
    }

    private static Session.Builder session() {
        return Session.builder(new SessionId("cafe/x"), CAFE.id(), "open", "Café", new SiteId("school"))
                .at(MeetingTimes.time(DayOfWeek.MONDAY, "15:00", "16:00", 33));
    }
}
