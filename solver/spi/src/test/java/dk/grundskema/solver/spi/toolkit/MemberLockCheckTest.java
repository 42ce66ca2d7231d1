package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberLockCheckTest {
    private static final String RED = "cafe/red";

    private static List<StudentId> students(String... ids) {
        return Stream.of(ids).map(StudentId::new).toList();
    }

    /** A group of two at most, with Ann as a given member. */
    private static Demand demand() {
        var red = new Group(
                new GroupId(RED), "Red", Group.Kind.SMALL_GROUP, List.of(GroupMember.always(new StudentId("ann"))));
        var grouping = new Grouping(
                new InterventionId("cafe"), List.of(red), students("bo", "cy"), 1, 2, false, Map.of(), Map.of());
        return new Demand(List.of(), List.of(), List.of(grouping), List.of(), List.of(), Map.of());
    }

    private static List<Finding> findings(SchoolBuilder school) {
        var found = new FindingCollector("cafe", school.build());
        MemberLockCheck.check(school.build(), demand(), found, "pairs");
        return found.all();
    }

    private static SchoolBuilder schoolWhereAnnAvoidsCy() {
        return school().student(aStudent("ann").neverWith("cy")).student("bo").student("cy");
    }

    @Test
    void givenAndLockedStudentsHavePlacesUpToTheLargestSize() {
        assertThat(findings(schoolWhereAnnAvoidsCy())).isEmpty();
        assertThat(findings(schoolWhereAnnAvoidsCy().memberLock("ann", RED).memberLock("bo", RED)))
                .isEmpty();
        assertThat(findings(schoolWhereAnnAvoidsCy().memberLock("cy", "cafe/blue")))
                .isEmpty();
        assertThat(findings(schoolWhereAnnAvoidsCy().memberLock("bo", RED).memberLock("cy", RED)))
                .contains(Finding.error("cafe.too-many-pins", "/parameters/pairs", "Red", 3, 2));
    }

    @Test
    void twoStudentsOfAGroupWhoMustNotBeTogetherAreAnError() {
        assertThat(findings(schoolWhereAnnAvoidsCy().memberLock("cy", RED)))
                .containsExactly(Finding.error("cafe.pinned-veto", "/parameters/pairs", students("ann", "cy")));
    }

    @Test
    void demandIsNotBuiltAfterAnError() {
        var problem = schoolWhereAnnAvoidsCy().memberLock("cy", RED).build();
        var found = new FindingCollector("cafe", problem);
        MemberLockCheck.check(problem, MemberLockCheckTest::demand, found, "pairs");
        assertThat(found.all()).hasSize(1);

        MemberLockCheck.check(
                problem,
                () -> {
                    throw new AssertionError("There is an error already.");
                },
                found,
                "pairs");
        assertThat(found.all()).hasSize(1);
    }
}
