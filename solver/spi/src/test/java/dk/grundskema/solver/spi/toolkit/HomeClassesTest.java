package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Availability;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeClassesTest {
    private final HomeClasses classes = new HomeClasses(school().student("eva", "4a", Availability.always())
            .student("ida")
            .student("ole")
            .group("4a", Group.Kind.CLASS, "ida")
            .group("choir", Group.Kind.COURSE, "ole", "ida")
            .build());

    private static List<StudentId> some(String... ids) {
        return Arrays.stream(ids).map(StudentId::new).toList();
    }

    private static List<GroupId> groups(String... ids) {
        return Arrays.stream(ids).map(GroupId::new).toList();
    }

    @Test
    void classHasItsMembersAndStudentsWhoNameIt() {
        assertThat(classes.members(new GroupId("4a"))).isEqualTo(some("ida", "eva"));
        assertThat(classes.members(new GroupId("9z"))).isEmpty();
    }

    @Test
    void membersAndExtraStudentsAreThereOnceWithoutThoseLeftOut() {
        assertThat(classes.members(groups("4a", "choir"), some("ole", "zoe"), List.of()))
                .isEqualTo(some("ida", "eva", "ole", "zoe"));
        assertThat(classes.members(groups("4a"), some("zoe", "ole"), some("ida", "zoe")))
                .isEqualTo(some("eva", "ole"));
    }

    @Test
    void groupsTakePartIfAllTheirMembersDoAndOtherwiseSingleStudents() {
        var session = classes.withParticipants(session(), groups("choir"), some("eva"), some("zoe"))
                .build();
        assertThat(session.groups()).isEqualTo(groups("choir"));
        assertThat(session.students()).isEqualTo(some("eva"));

        var without = classes.withParticipants(session(), groups("choir"), List.of(), some("ida"))
                .build();
        assertThat(without.groups()).isEmpty();
        assertThat(without.students()).isEqualTo(some("ole"));

        var named = classes.withParticipants(session(), groups("4a", "choir"), List.of(), List.of())
                .build();
        assertThat(named.groups()).as("eva names her class alone").isEqualTo(groups("choir"));
        assertThat(named.students()).isEqualTo(some("ida", "eva"));
    }

    private static Session.Builder session() {
        return Session.builder(
                        new SessionId("cafe/open"), new InterventionId("cafe"), "open", "Café", new SiteId("school"))
                .at(time(DayOfWeek.MONDAY, "08:00", "08:45", 33));
    }

    @Test
    void studentsAreWithTheirClassAndNotWithItsNamesakeAtAnotherSchool() {
        assertThat(classes.studentsByClassName(some("ida", "eva", "ole")).keySet())
                .containsExactly("", "Class 4a");
        assertThat(classes.hasClass(new StudentId("ida"))).isTrue();
        assertThat(classes.hasClass(new StudentId("ole"))).isFalse();
        var namesakes = new HomeClasses(school().student("ida")
                .student("ole")
                .group("north-4a", "4A", Group.Kind.CLASS, List.of(GroupMember.always(new StudentId("ida"))))
                .group("south-4a", "4A", Group.Kind.CLASS, List.of(GroupMember.always(new StudentId("ole"))))
                .build());
        assertThat(namesakes.studentsByClassName(some("ole", "ida")))
                .isEqualTo(Map.of("4A (north-4a)", some("ida"), "4A (south-4a)", some("ole")));
        assertThat(namesakes.studentsByClassName(some("ole")).keySet()).containsExactly("4A");
    }
}
