package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.documents.timetable.SmallCampFixture;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers of students when a problem is replaced: Ida, Jens, Kaj and Liv. */
final class AssignedStudentNumbersTest {
    private static final StudentId SOMEBODY = new StudentId("somebody");

    private final SortedMap<Integer, StudentId> assigned = new TreeMap<>();

    private static Problem saying(@Nullable Integer... numbers) {
        var plan = new SmallCampFixture();
        plan.numbers = Arrays.asList(numbers);
        return plan.problem();
    }

    private static Problem nobody() {
        var plan = new SmallCampFixture();
        plan.hasStudents = false;
        return plan.problem();
    }

    private Iterable<Integer> numbers(Problem before, Problem after) {
        return new AssignedStudentNumbers(assigned).assign(before, after);
    }

    @Test
    void newStudentGetsTheStatedNumberIfUnusedAndElseTheNextHighest() {
        assigned.put(7, SOMEBODY);
        assertThat(numbers(nobody(), saying(null, 9, 7, null))).containsExactly(10, 9, 11, 12);
    }

    @Test
    void presentStudentKeepsTheKnownNumberDespiteStatedOrAssignedOnes() {
        assigned.put(1, SmallCampFixture.LIV);
        assigned.put(9, SmallCampFixture.IDA);
        assertThat(numbers(saying(null, null, null, null), saying(4, 3, 2, 1))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void returningStudentGetsTheLowestOwnNumberThatIsFree() {
        assigned.put(5, SmallCampFixture.IDA);
        assigned.put(6, SmallCampFixture.IDA);
        assigned.put(3, SmallCampFixture.KAJ);
        assertThat(numbers(nobody(), saying(null, null, null, null))).containsExactly(5, 7, 3, 8);
    }

    @Test
    void aboveTheHighestNumberIsTheLowestThatNobodyHad() {
        assigned.put(Student.HIGHEST_NUMBER, SOMEBODY);
        assigned.put(2, SOMEBODY);
        assertThat(numbers(nobody(), saying(null, null, 3, null))).containsExactly(1, 4, 3, 5);
    }

    @Test
    void newStudentIsRefusedWhenAllNumbersAreUsed() {
        for (int number : List.of(1, 2, 4, 6)) {
            assigned.put(number, SOMEBODY);
        }
        Problem four = saying(null, null, null, null);
        assertThat(new AssignedStudentNumbers(assigned, 8).assign(nobody(), four))
                .containsExactly(7, 8, 3, 5);
        assertThatThrownBy(() -> new AssignedStudentNumbers(assigned, 7).assign(nobody(), four))
                .isInstanceOfSatisfying(RefusalException.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(409);
                    assertThat(refusal.findings()).extracting(one -> one.code()).containsExactly("plan.no-number-left");
                });
    }

    @Test
    void assignedNumberStaysWithItsFirstStudent() {
        assigned.put(2, SOMEBODY);
        assertThat(new AssignedStudentNumbers(assigned)
                        .withNumbersOf(saying(null, null, 12, null))
                        .whose())
                .containsEntry(1, SmallCampFixture.IDA)
                .containsEntry(2, SOMEBODY)
                .containsEntry(12, SmallCampFixture.KAJ)
                .containsEntry(4, SmallCampFixture.LIV)
                .hasSize(4);
    }
}
