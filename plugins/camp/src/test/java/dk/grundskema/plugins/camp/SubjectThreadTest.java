package dk.grundskema.plugins.camp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectThreadTest {
    private static final List<String> SEVEN = List.of("1", "2", "3", "4", "5", "6", "7");

    private static List<String> thread(List<String> steps, int weeks, int modules) {
        return IntStream.range(0, weeks)
                .mapToObj(week -> IntStream.range(0, modules)
                        .mapToObj(
                                module -> String.join("+", SubjectThread.stepsOf(steps, week, weeks, module, modules)))
                        .toList()
                        .toString())
                .toList();
    }

    @Test
    void sevenStepsTakeThreeWeeksAsThreeTwoAndTwo() {
        assertThat(thread(SEVEN, 3, 3)).containsExactly("[1, 2, 3]", "[4, 4, 5]", "[6, 6, 7]");
    }

    @Test
    void sevenStepsTakeFourWeeksAsTwoTwoTwoAndOne() {
        assertThat(thread(SEVEN, 4, 2)).containsExactly("[1, 2]", "[3, 4]", "[5, 6]", "[7, 7]");
    }

    @Test
    void fewerModulesThanStepsJoinThem() {
        assertThat(thread(SEVEN, 3, 2)).containsExactly("[1, 2+3]", "[4, 5]", "[6, 7]");
        assertThat(thread(SEVEN, 1, 1)).containsExactly("[1+2+3+4+5+6+7]");
    }

    @Test
    void moreWeeksThanStepsStayWithAStep() {
        assertThat(thread(List.of("1", "2"), 4, 1)).containsExactly("[1]", "[1]", "[2]", "[2]");
    }

    @Test
    void subjectWithoutStepsHasNoThread() {
        assertThat(SubjectThread.stepsOf(List.of(), 0, 3, 0, 3)).isEmpty();
    }
}
