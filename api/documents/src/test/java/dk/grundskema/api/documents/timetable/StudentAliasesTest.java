package dk.grundskema.api.documents.timetable;

import static dk.grundskema.api.documents.timetable.SmallCampFixture.IDA;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.JENS;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.KAJ;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.LIV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which number each student is called. */
final class StudentAliasesTest {
    private static List<@Nullable Integer> numbers(String text) {
        List<@Nullable Integer> numbers = new ArrayList<>();
        for (String each : text.split(" ", -1)) {
            numbers.add(each.equals("-") ? null : Integer.valueOf(each));
        }
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({
        "- - -, 1 2 3",
        "- 7 -, 1 7 3",
        "2 - -, 2 4 3",
        "3 - - -, 3 2 5 4",
        "- - 1 2, 3 4 1 2",
        "4 5 6 - - -, 4 5 6 7 8 9",
        "10 - 2 - -, 10 3 2 4 5"
    })
    void givenNumberIsKeptAndOthersGetTheirPlaceOrTheNextFreeNumber(String said, String called) {
        assertThat(StudentAliases.assignNumbers(numbers(said))).isEqualTo(numbers(called));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHundredThousandWhosePlacesAreTakenAreCountedInNoTime() {
        int many = 100_000;
        List<@Nullable Integer> said = new ArrayList<>();
        for (int i = 0; i < 2 * many; i++) {
            said.add(i < many ? Integer.valueOf(many + 1 + i) : null);
        }
        assertThat(StudentAliases.assignNumbers(said)).doesNotHaveDuplicates().endsWith(3 * many);
    }

    private static Json.JsonObject written(String students) {
        if (JsonTreeParser.parse("{\"title\": \"Camp\", \"students\": " + students + "}")
                instanceof ReadResult.Success<Json> good) {
            return (Json.JsonObject) good.value();
        }
        throw new AssertionError(students);
    }

    @Test
    void numbersAreWrittenBehindNamesOrInTheirPlaceAndAllElseStays() {
        assertThat(ProblemStudentNumbers.withExplicitNumbers(written("""
                        [{"id": "a", "name": "A", "school": "s"}, {"number": 1, "id": "b", "name": "B"}, {"id": "c"}]""")))
                .isEqualTo(written("""
                        [{"id": "a", "name": "A", "number": 2, "school": "s"}, {"number": 1, "id": "b", "name": "B"},
                         {"id": "c", "number": 3}]"""))
                .hasToString(written("""
                        [{"id": "a", "name": "A", "number": 2, "school": "s"}, {"number": 1, "id": "b", "name": "B"},
                         {"id": "c", "number": 3}]""").toString());
    }

    /** Also for JSON that the problem reader has not checked. */
    @Test
    void invalidNumberCountsAsNone() {
        assertThat(ProblemStudentNumbers.numbersOf(written("""
                        [{"number": "7"}, {"number": 1e99}, {"number": 0}, {"number": null}, 5, {"number": 9}, {"number": 9},
                         {"number": 1000000}, {"number": 2.5}]"""))).containsExactly(1, 2, 3, 4, 5, 9, 7, 8, 10);
        assertThat(ProblemStudentNumbers.numbersOf(new Json.JsonObject(Map.of())))
                .isEmpty();
    }

    @Test
    void aProblemsStudentsAreCalledAsItSays() {
        var plan = new SmallCampFixture();
        plan.numbers = Arrays.asList(null, 12, null, 3);
        var aliases = StudentAliases.of(plan.problem());
        assertThat(aliases.all()).containsOnly(entry(IDA, 1), entry(JENS, 12), entry(KAJ, 4), entry(LIV, 3));
        assertThat(aliases.all().keySet()).containsExactly(IDA, JENS, KAJ, LIV);
        assertThat(aliases.number(JENS)).hasValue(12);
        assertThat(aliases.number(new StudentId("nobody"))).isEmpty();
    }
}
