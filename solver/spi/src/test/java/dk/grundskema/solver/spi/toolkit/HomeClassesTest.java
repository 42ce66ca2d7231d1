package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.toolkit.SchoolProblem.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Availability;
import java.util.Arrays;
import java.util.List;
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
    void aClassHasWhoeverItNamesAndWhoeverNamesIt() {
        assertThat(classes.members(new GroupId("4a"))).isEqualTo(some("ida", "eva"));
        assertThat(classes.members(new GroupId("9z"))).isEmpty();
    }

    @Test
    void everybodyOfSomeGroupsAndBesidesIsThereOnceButForThoseLeftOut() {
        assertThat(classes.members(groups("4a", "choir"), some("ole", "zoe"), List.of()))
                .isEqualTo(some("ida", "eva", "ole", "zoe"));
        assertThat(classes.members(groups("4a"), some("zoe", "ole"), some("ida", "zoe")))
                .isEqualTo(some("eva", "ole"));
    }
}
