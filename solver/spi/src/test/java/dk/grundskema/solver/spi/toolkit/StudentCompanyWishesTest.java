package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudentCompanyWishesTest {
    private final Problem problem = school().student(
                    aStudent("a").wishedWith("b").neverWith("d"))
            .student(aStudent("b").wishedWith("c"))
            .student("c")
            .student(aStudent("d").wishedWith("c"))
            .student(aStudent("e").neverWith("b"))
            .build();

    private static List<StudentId> some(String ids) {
        return Arrays.stream(ids.split(" ")).map(StudentId::new).toList();
    }

    @Test
    void vetoCountsInBothDirectionsAmongGivenStudents() {
        var all = new StudentCompanyWishes(problem, some("a b c d e"));

        assertThat(all.isVetoed(new StudentId("a"), new StudentId("d"))).isTrue();
        assertThat(all.isVetoed(new StudentId("d"), new StudentId("a"))).isTrue();
        assertThat(all.isVetoed(new StudentId("a"), new StudentId("b"))).isFalse();
        assertThat(new StudentCompanyWishes(problem, some("a b")).isVetoed(new StudentId("a"), new StudentId("d")))
                .isFalse();
    }

    @Test
    void firstVetoedPairIsReturned() {
        var all = new StudentCompanyWishes(problem, some("a b c d e"));

        assertThat(all.firstVetoedPair(some("c d a"))).isEqualTo(some("a d"));
        assertThat(all.firstVetoedPair(some("e b a d"))).isEqualTo(some("b e"));
        assertThat(all.firstVetoedPair(some("a b c"))).isEmpty();
    }

    @Test
    void wishesThatContradictAVetoAreReturnedAsTheShortestChain() {
        assertThat(new StudentCompanyWishes(problem, some("a b c d e")).contradictions())
                .containsExactly(some("a b c d"));
        assertThat(new StudentCompanyWishes(problem, some("a b d")).contradictions())
                .as("without the one between them")
                .isEmpty();
        var found = new FindingCollector("cafe", problem);
        new StudentCompanyWishes(problem, some("a b c d")).contradictions(found, "wishes", "sets/0");
        assertThat(found.all()).containsExactly(Finding.warning("cafe.wishes", "/parameters/sets/0", some("a b c d")));
    }
}
