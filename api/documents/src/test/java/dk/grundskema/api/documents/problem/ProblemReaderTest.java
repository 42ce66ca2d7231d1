package dk.grundskema.api.documents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.problem.WalkPlugin.Ground;
import dk.grundskema.api.documents.problem.WalkPlugin.Stop;
import dk.grundskema.api.documents.problem.WalkPlugin.WalkParameters;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A problem file becomes the problem that it says, with defaults for the rest. */
final class ProblemReaderTest {
    @TempDir
    Path folder;

    @Test
    void aGoodFileIsReadWithEverythingInItAndTheDefaultsOfTheRest() {
        Problem problem = WalkProblemFixture.readValid(WalkProblemFixture.VALID);
        assertThat(problem.horizon().zone()).isEqualTo(ZoneId.of("Europe/Copenhagen"));
        assertThat(problem.language()).isEqualTo(Language.DA);
        assertThat(problem.horizon().closedDays()).hasSize(1);
        assertThat(problem.rooms().getFirst().availability()).isEqualTo(Availability.always());
        assertThat(problem.rooms().getFirst().kind()).isEqualTo("classroom");
        assertThat(problem.staff().getFirst().contractHours()).isEqualTo(37);
        assertThat(problem.staff().getFirst().language()).isEqualTo(Language.DA);
        assertThat(problem.staff().getFirst().work()).isNull();
        assertThat(problem.work()).isEqualTo(WorkRules.defaults());
        assertThat(problem.weights()).containsEntry("core.wishes", 20L);
        assertThat(problem.groups().getFirst().members().get(1).weeks()).containsExactly(new IsoWeek(2026, 38));
        WalkParameters walk =
                (WalkParameters) problem.interventions().getFirst().parameters();
        assertThat(walk.kilometres()).isEqualTo(8);
        assertThat(walk.speed()).isEqualTo(4.5);
        assertThat(walk.start()).isEqualTo(LocalTime.of(8, 45));
        assertThat(walk.stops()).containsExactly(new Stop("Bakken", 15));
        assertThat(walk.extras()).containsEntry("vand", new Stop("Kilden", 15));
        assertThat(walk.shares()).isEqualTo(Map.of(Ground.BEACH, 3));
        assertThat(walk.team()).isNull();
    }

    @Test
    void aStudentsNumberIsReadAndWrittenWhereThereIsOne() {
        List<Student> students = WalkProblemFixture.readValid(
                        WalkProblemFixture.with("\"name\": \"Ida Lund\",", "\"name\": \"Ida Lund\", \"number\": 7,"))
                .students();
        assertThat(students).extracting(Student::number).containsExactly(7, null, null);
        assertThat(RecordWriter.toJson(students.getFirst()).fields()).containsEntry("number", Json.fromJava(7));
        assertThat(RecordWriter.toJson(students.getLast()).fields()).doesNotContainKey("number");
    }

    @ParameterizedTest
    @CsvSource({
        "0, value.out-of-range /students/0/number",
        "1000000, value.out-of-range /students/0/number",
        "9, student.number-twice /students/1/number",
        "7.5, value.not-whole /students/0/number",
        "\"7\", value.wrong-type /students/0/number"
    })
    void aNumberThatNoStudentCanHaveIsFoundInItsPlace(String number, String finding) {
        assertThat(WalkProblemFixture.codesAndPointers(WalkProblemFixture.with(
                                "\"name\": \"Ida Lund\",", "\"name\": \"Ida Lund\", \"number\": " + number + ",")
                        .replace("\"Jens Friis\",", "\"Jens Friis\", \"number\": 9,")))
                .containsExactly(finding);
    }

    @Test
    void anExplicitNullTakesAwayALimitThatHasADefault() {
        Problem problem = WalkProblemFixture.readValid(WalkProblemFixture.VALID);
        assertThat(problem.staff().get(1).work()).isNotNull();
        assertThat(Objects.requireNonNull(problem.staff().get(1).work()).hoursPerDay())
                .isNull();
        assertThat(problem.work().minutesPerDay()).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 600", "10.0, 10, 600", "7.40, 7.4, 444", "7.333, 7.333, 440", "1e1, 10, 600"})
    void hoursOfADayHaveMinutesAndAreWrittenInTheShortestForm(String read, String written, long minutes) {
        WorkRules rules = Objects.requireNonNull(WalkProblemFixture.readValid(
                        WalkProblemFixture.VALID.replace("\"hoursPerDay\": null", "\"hoursPerDay\": " + read))
                .staff()
                .get(1)
                .work());

        assertThat(rules.hoursPerDay()).hasToString(written);
        assertThat(rules.minutesPerDay()).isEqualTo(minutes);
    }

    @Test
    void parametersThatAreLeftOutAreTheDefaults() {
        Problem problem = WalkProblemFixture.readValid(WalkProblemFixture.with(
                "\"parameters\": {\"kilometres\": 8, \"stops\": [{\"name\": \"Bakken\"}], \"extras\": {\"vand\": {\"name\": \"Kilden\"}}, \"shares\": {\"BEACH\": 3}}",
                "\"parameterVersion\": 3"));
        assertThat(((WalkParameters) problem.interventions().getFirst().parameters()).kilometres())
                .isEqualTo(5);
    }

    @Test
    void parametersOfAnEarlierVersionAreBroughtToThePresentOne() {
        Problem problem = WalkProblemFixture.readValid(WalkProblemFixture.with(
                "\"parameters\": {\"kilometres\": 8,", "\"parameterVersion\": 2, \"parameters\": {\"miles\": 9,"));
        assertThat(((WalkParameters) problem.interventions().getFirst().parameters()).kilometres())
                .isEqualTo(9);
    }

    @Test
    void enumsAreReadInLowerCaseAndWithHyphensAsText() {
        assertThat(WalkProblemFixture.readValid(WalkProblemFixture.with("\"CLASS\"", "\"class\""))
                        .groups()
                        .getFirst()
                        .kind()
                        .name())
                .isEqualTo("CLASS");
        assertThat(WalkProblemFixture.readValid(WalkProblemFixture.with("\"TUESDAY\"", "\"Tuesday\""))
                        .lessons()
                        .getFirst()
                        .time()
                        .weekday()
                        .name())
                .isEqualTo("TUESDAY");
    }

    @Test
    void theHashDependsOnContentAlone() {
        String hash = ((ReadResult.Success<Problem>) WalkProblemFixture.READER.read(WalkProblemFixture.VALID)).hash();
        assertThat(hash).hasSize(64);
        assertThat(hashOf(WalkProblemFixture.VALID.replaceAll("\\s+(?=[\"\\[{}\\]])", " ")))
                .isEqualTo(hash);
        assertThat(hashOf(WalkProblemFixture.with(
                        "\"weeks\": 3, \"closedDays\": [\"2026-09-14\"]",
                        "\"closedDays\": [\"2026-09-14\"], \"weeks\": 3.0")))
                .isEqualTo(hash);
        assertThat(hashOf("\uFEFF" + WalkProblemFixture.VALID)).isEqualTo(hash);
        assertThat(hashOf(WalkProblemFixture.with("\"weeks\": 3", "\"weeks\": 4")))
                .isNotEqualTo(hash);
    }

    private String hashOf(String text) {
        try {
            var read = WalkProblemFixture.READER.read(Files.writeString(folder.resolve("hash.json"), text));
            assertThat(read.findings()).isEmpty();
            return ((ReadResult.Success<Problem>) read).hash();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
