package dk.grundskema.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.WalkPlugin.Ground;
import dk.grundskema.api.planning.WalkPlugin.Stop;
import dk.grundskema.api.planning.WalkPlugin.WalkParameters;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemReaderTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new WalkPlugin()));
    private static final String VALID = valid();

    private final ProblemReader reader = new ProblemReader(PLUGINS);

    @TempDir
    Path folder;

    static String valid() {
        try (var in = Objects.requireNonNull(ProblemReaderTest.class.getResourceAsStream("problem.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aGoodFileIsReadWithEverythingInItAndTheDefaultsOfTheRest() {
        Problem problem = good(VALID);
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
        List<Student> students = good(with("\"name\": \"Ida Lund\",", "\"name\": \"Ida Lund\", \"number\": 7,"))
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
        assertThat(found(with("\"name\": \"Ida Lund\",", "\"name\": \"Ida Lund\", \"number\": " + number + ",")
                        .replace("\"Jens Friis\",", "\"Jens Friis\", \"number\": 9,")))
                .containsExactly(finding);
    }

    @Test
    void anExplicitNullTakesAwayALimitThatHasADefault() {
        Problem problem = good(VALID);
        assertThat(problem.staff().get(1).work()).isNotNull();
        assertThat(Objects.requireNonNull(problem.staff().get(1).work()).hoursPerDay())
                .isNull();
        assertThat(problem.work().hoursPerDay()).isEqualTo(10);
    }

    @Test
    void parametersThatAreLeftOutAreTheDefaults() {
        Problem problem = good(with(
                "\"parameters\": {\"kilometres\": 8, \"stops\": [{\"name\": \"Bakken\"}], \"extras\": {\"vand\": {\"name\": \"Kilden\"}}, \"shares\": {\"BEACH\": 3}}",
                "\"parameterVersion\": 3"));
        assertThat(((WalkParameters) problem.interventions().getFirst().parameters()).kilometres())
                .isEqualTo(5);
    }

    @Test
    void parametersOfAnEarlierVersionAreBroughtToThePresentOne() {
        Problem problem = good(
                with("\"parameters\": {\"kilometres\": 8,", "\"parameterVersion\": 2, \"parameters\": {\"miles\": 9,"));
        assertThat(((WalkParameters) problem.interventions().getFirst().parameters()).kilometres())
                .isEqualTo(9);
    }

    @Test
    void enumsAreReadInLowerCaseAndWithHyphensAsText() {
        assertThat(good(with("\"CLASS\"", "\"class\""))
                        .groups()
                        .getFirst()
                        .kind()
                        .name())
                .isEqualTo("CLASS");
        assertThat(good(with("\"TUESDAY\"", "\"Tuesday\""))
                        .lessons()
                        .getFirst()
                        .time()
                        .weekday()
                        .name())
                .isEqualTo("TUESDAY");
    }

    @Test
    void theHashDependsOnContentAlone() {
        String hash = ((Read.Good<Problem>) reader.read(VALID)).hash();
        assertThat(hash).hasSize(64);
        assertThat(hashOf(VALID.replaceAll("\\s+(?=[\"\\[{}\\]])", " "))).isEqualTo(hash);
        assertThat(hashOf(with(
                        "\"weeks\": 3, \"closedDays\": [\"2026-09-14\"]",
                        "\"closedDays\": [\"2026-09-14\"], \"weeks\": 3.0")))
                .isEqualTo(hash);
        assertThat(hashOf("\uFEFF" + VALID)).isEqualTo(hash);
        assertThat(hashOf(with("\"weeks\": 3", "\"weeks\": 4"))).isNotEqualTo(hash);
    }

    /** What stands in the valid file, what takes its place, and every finding that this gives: code and pointer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                // shape
                "\"title\": \"Efterårstur\"      | \"tilte\": \"Efterårstur\"        | value.unknown-field-maybe /tilte; value.missing /title",
                "\"minutes\": 25                 | \"minutes\": 25, \"zzzzzz\": 1     | value.unknown-field /travel/0/zzzzzz",
                "\"minutes\": 25                 | \"a/b~c\": 1, \"minutes\": 25      | value.unknown-field /travel/0/a~1b~0c",
                "\"minutes\": 25                 | \"minutes\": \"25\"               | value.wrong-type /travel/0/minutes",
                "\"minutes\": 25                 | \"minutes\": 2.5                  | value.not-whole /travel/0/minutes",
                "\"minutes\": 25                 | \"minutes\": 25.0                 | -",
                "\"minutes\": 25                 | \"minutes\": 2.5e1                | -",
                "\"minutes\": 25                 | \"minutes\": 601                  | value.out-of-range /travel/0/minutes",
                "\"minutes\": 25                 | \"minutes\": 600                  | -",
                "\"minutes\": 25                 | \"minutes\": -1                   | value.out-of-range /travel/0/minutes",
                "\"minutes\": 25                 | \"minutes\": 2147483648           | value.number-too-large /travel/0/minutes",
                "\"minutes\": 25                 | \"minutes\": 1e999999             | value.number-too-large /travel/0/minutes",
                "\"minutes\": 25                 | \"minutes\": null                 | value.null /travel/0/minutes",
                "[\"dansk\", \"natur\"]          | null                              | -",
                "\"minutes\": 25                 | \"minutes\": 25, \"minuttes\": 25 | value.unknown-field-maybe /travel/0/minuttes",
                "\"contractHours\": 32.5         | \"contractHours\": 1e999          | value.number-too-large /staff/1/contractHours",
                "\"contractHours\": 32.5         | \"contractHours\": 1e16           | value.number-too-large /staff/1/contractHours",
                "\"contractHours\": 32.5         | \"contractHours\": 60.5           | value.out-of-range /staff/1/contractHours",
                "\"contractHours\": 32.5         | \"contractHours\": []             | value.wrong-type /staff/1/contractHours",
                "[\"dansk\", \"natur\"]          | {\"dansk\": 1}                    | value.wrong-type /staff/0/skills",
                "[\"dansk\", \"natur\"]          | [\"dansk\", 7]                    | value.wrong-type /staff/0/skills/1",
                "[\"dansk\", \"natur\"]          | [\"natur\", \"\", \"dansk\"]      | value.blank /staff/0/skills/1",
                "[\"dansk\", \"natur\"]          | [\"dansk\", \"natur\", \"dansk\"] | value.twice /staff/0/skills/2",
                "{\"core.wishes\": 20}           | [20]                              | value.wrong-type /weights",
                "{\"core.wishes\": 20}           | {\"core.wishes\": -1}             | value.out-of-range /weights/core.wishes",
                "\"weeks\": 3,                   | `                                `| value.missing /horizon/weeks",
                // texts with a form
                "\"2026-W37\", \"weeks\"         | \"2026-37\", \"weeks\"            | week.malformed /horizon/firstWeek",
                "\"2026-W37\", \"weeks\"         | \"2025-W53\", \"weeks\"           | week.none-such /horizon/firstWeek",
                "[\"2026-09-14\"]                | [\"2026-02-30\"]                  | date.malformed /horizon/closedDays/0",
                "[\"2026-09-14\"]                | [\"14/9\"]                        | date.malformed /horizon/closedDays/0",
                "[\"2026-09-14\"]                | [20260914]                        | value.wrong-type /horizon/closedDays/0",
                "[\"2026-09-14\"]                | [\"2026-09-28\"]                  | date.outside-horizon /horizon/closedDays/0",
                "[\"2026-09-14\"]                | [\"2026-09-27\"]                  | -",
                "[\"2026-09-14\"]                | [\"2026-09-15\", \"2026-09-06\"]  | date.outside-horizon /horizon/closedDays/1",
                "\"08:00\"                       | \"8:00\"                          | time.malformed /lessons/0/time/start",
                "\"08:00\"                       | \"08:00:30\"                      | time.malformed /lessons/0/time/start",
                "\"08:00\"                       | \"24:00\"                         | time.malformed /lessons/0/time/start",
                "\"08:00\"                       | \"10:00\"                         | time.end-before-start /lessons/0/time/end",
                "\"08:00\"                       | \"09:30\"                         | time.no-duration /lessons/0/time/end",
                "\"weeks\": 3,                   | \"weeks\": 3, \"zone\": \"Europe/Kopenhagen\", | zone.unknown-maybe /horizon/zone",
                "\"weeks\": 3,                   | \"weeks\": 3, \"zone\": \"here\", | zone.unknown /horizon/zone",
                "\"CLASS\"                       | \"CLAS\"                          | value.not-one-of-maybe /groups/0/kind",
                "\"CLASS\"                       | \"hmmmmm\"                        | value.not-one-of /groups/0/kind",
                "\"anne@example.org\"            | \"anne\"                          | value.no-email /staff/0/email",
                "\"Anne Holm\"                   | \"Anne\\u0000Holm\"               | value.control-characters /staff/0/name",
                "\"Anne Holm\"                   | \"  \"                            | value.blank /staff/0/name",
                "\"until\": \"2026-10-09\"       | \"until\": \"2026-08-09\"         | date.end-before-start /schools/0/terms/0/until",
                // ids and references
                "\"id\": \"r1\"                  | \"id\": \" \"                     | id.blank /rooms/0/id; reference.to-nobody /lessons/0/roomId",
                "\"id\": \"l1\"                  | \"id\": \"l 1\"                   | id.malformed /lessons/0/id",
                "\"id\": \"s3\"                  | \"id\": \"s1\"                    | id.twice /students/2; reference.to-nobody /students/1/neverWith/0; reference.to-nobody /groups/0/members/2/studentId",
                "\"neverWith\": [\"s3\"]         | \"neverWith\": [\"s9\"]           | reference.to-nobody /students/1/neverWith/0",
                "\"neverWith\": [\"s3\"]         | \"neverWith\": [\"s2\"]           | student.company-of-self /students/1/neverWith",
                "[\"2026-W38\"]                  | [\"2026-W38\", \"2026-W36\"]      | week.outside-horizon /groups/0/members/1/weeks/1",
                "\"staffId\": \"t1\"             | \"staffId\": \"t3\"               | reference.to-nobody /locks/0/seats/0/staffId",
                "\"seats\": [{\"position\": 0, \"staffId\": \"t1\"}] | \"seats\": [] | lock.fixes-nothing /locks/0",
                "\"version\": 1                  | \"version\": 2                    | format.unknown-version /version",
                // interventions
                "\"walk\"                        | \"wlak\"                          | intervention.unknown-type-maybe /interventions/0/type",
                "\"walk\"                        | \"swim across\"                   | intervention.unknown-type /interventions/0/type",
                "\"walk\"                        | 7                                 | value.wrong-type /interventions/0/type",
                "\"kilometres\": 8               | \"kilometers\": 8                 | value.unknown-field-maybe /interventions/0/parameters/kilometers",
                "\"kilometres\": 8               | \"kilometres\": 41                | value.out-of-range /interventions/0/parameters/kilometres",
                "\"kilometres\": 8               | \"kilometres\": 25                | value.refused /interventions/0/parameters",
                "\"kilometres\": 8               | \"ground\": \"WATER\"             | value.not-one-of /interventions/0/parameters/ground",
                "{\"name\": \"Bakken\"}          | {\"name\": \"\"}, {\"minutes\": 0} | value.blank /interventions/0/parameters/stops/0/name; value.missing /interventions/0/parameters/stops/1/name; value.out-of-range /interventions/0/parameters/stops/1/minutes",
                "{\"BEACH\": 3}                  | {\"BEACH\": 3, \"beach\": 4}      | value.twice /interventions/0/parameters/shares/beach",
                "{\"BEACH\": 3}                  | {\"SEA\": 3}                      | value.not-one-of /interventions/0/parameters/shares/SEA",
                "\"parameters\": {               | \"parameterVersion\": 4, \"parameters\": { | intervention.newer-version /interventions/0/parameterVersion",
                "\"parameters\": {               | \"parameterVersion\": 0, \"parameters\": { | value.out-of-range /interventions/0/parameterVersion",
                "\"parameters\": {               | \"parameterVersion\": 1, \"parameters\": { | intervention.migration-failed /interventions/0/parameterVersion",
                "\"title\": \"Tur\"              | \"title\": 1                      | value.wrong-type /interventions/0/title",
            })
    void eachFaultIsFoundAtItsPlaceAndNothingElse(String part, String replacement, String findings) {
        assertThat(found(with(part, replacement == null ? "" : replacement)))
                .containsExactlyInAnyOrder(findings == null ? new String[0] : findings.split("; "));
    }

    @Test
    void everythingThatIsWrongIsFoundInOneGo() {
        String broken = VALID.replace("\"title\": \"Efterårstur\"", "\"title\": \" \"")
                .replace("\"weeks\": 3", "\"weeks\": \"three\"")
                .replace("\"minutes\": 25", "\"minutes\": -1")
                .replace("\"name\": \"Karla Dam\"", "\"nam\": \"Karla Dam\"")
                .replace("\"roomId\": \"r1\"", "\"roomId\": \"r9\"")
                .replace("\"kilometres\": 8", "\"kilometres\": 0");
        assertThat(found(broken))
                .containsExactlyInAnyOrder(
                        "value.blank /title",
                        "value.wrong-type /horizon/weeks",
                        "value.out-of-range /travel/0/minutes",
                        "value.unknown-field-maybe /students/2/nam",
                        "value.missing /students/2/name",
                        "reference.to-nobody /lessons/0/roomId",
                        "value.out-of-range /interventions/0/parameters/kilometres");
    }

    @Test
    void whoRefersToSomethingBrokenRefersToSomething() {
        assertThat(found(with("\"name\": \"Jens Friis\"", "\"name\": 7")))
                .containsExactly("value.wrong-type /students/1/name");
    }

    @Test
    void aWholeListThatIsBrokenMakesNoReferencesToNobody() {
        String broken =
                VALID.replaceFirst("(?s)\"students\": \\[.*?\\],\n  \"groups\"", "\"students\": 5,\n  \"groups\"");
        assertThat(found(broken)).containsExactly("value.wrong-type /students");
    }

    @Test
    void positionsAreThoseOfTheFileAlsoBehindBrokenElements() {
        String broken = VALID.replace("\"id\": \"s1\", \"name\": \"Ida Lund\"", "\"id\": \"s1\", \"name\": false")
                .replace(
                        "\"school\": \"lind\", \"classGroup\": \"7a\"}",
                        "\"school\": \"lynd\", \"classGroup\": \"7a\"}");
        assertThat(found(broken))
                .containsExactlyInAnyOrder(
                        "value.wrong-type /students/0/name", "reference.to-nobody /students/2/school");
    }

    @Test
    void anIdThatABrokenElementHasTooIsFoundTwice() {
        String broken = VALID.replace("\"id\": \"s2\", \"name\": \"Jens Friis\"", "\"id\": \"s1\", \"name\": 1");
        assertThat(found(broken)).contains("value.wrong-type /students/1/name", "id.twice /students/1");
    }

    @Test
    void aListWhoseElementsAreAllBrokenIsNotCalledEmpty() {
        assertThat(found(with("\"walk\"", "\"swim\"")))
                .containsExactly("intervention.unknown-type /interventions/0/type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``               | file.empty",
                "` \n\t `          | file.empty",
                "null             | value.wrong-type",
                "[]               | value.wrong-type",
                "7                | value.wrong-type",
                "\"text\"         | value.wrong-type",
                "{} {}            | json.more-after-end 1 4",
                "{                | json.cut 1 2",
                "{\"version\": 1, | json.cut 1 15",
                "{\"version       | json.cut 1 10",
                "tru              | json.broken 1 1",
                "{\"version\" 1}  | json.broken 1 12",
                "not json         | json.broken 1 1",
                "{'version': 1}   | json.broken 1 2",
                "{\"a\": 01}      | json.broken 1 8",
                "{\"a\": NaN}     | json.broken 1 10",
                "{\"a\": 1,}      | json.broken 1 9",
                "{\"a\": 1, \"b\": 2, \"a\": 3} | json.field-twice a 1 18",
            })
    void whatIsNoJsonOrNoProblemIsToldWithItsPlace(String text, String expected) {
        var findings = reader.read(text).findings();
        assertThat(findings).hasSize(1);
        var first = findings.getFirst();
        String place = first.code().startsWith("json.")
                ? first.arguments().stream().map(each -> " " + each).reduce("", String::concat)
                : "";
        assertThat(first.code() + place).isEqualTo(expected);
        assertThat(first.pointer()).isEmpty();
    }

    @Test
    void anEmptyObjectLacksEverythingThatIsRequired() {
        assertThat(found("{}"))
                .containsExactlyInAnyOrder(
                        "value.missing /version",
                        "value.missing /title",
                        "value.missing /horizon",
                        "value.empty-list /sites");
    }

    @Test
    void linesAndColumnsAreThoseOfAnEditor() {
        assertThat(reader.read("{\n  \"version\": 1,\n  \"title\" \"x\"\n}").findings())
                .containsExactly(Finding.error("json.broken", "", 3, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void aHundredThousandOpenBracketsAreNestedTooDeep(String bracket) {
        var findings = reader.read(bracket.repeat(100_000)).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().code()).isEqualTo("json.too-deep");
    }

    @Test
    void bracketsSixtyFourDeepAreTheDeepest() {
        assertThat(codes("[".repeat(64) + "]".repeat(64))).containsExactly("value.wrong-type");
        assertThat(codes("[".repeat(65) + "]".repeat(65))).containsExactly("json.too-deep");
    }

    @Test
    void aFileOfAHundredMegabytesIsRefusedByItsSize() throws IOException {
        Path large = folder.resolve("large.json");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        Assertions.assertThatCode(() -> {
                    var findings = reader.read(large).findings();
                    assertThat(findings).containsExactly(Finding.error("file.too-large", "", 100.0, 32.0));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aFullFileOfNothingButNumbersIsAnsweredInTwoSeconds() throws IOException {
        byte[] bytes = new byte[32 * 1024 * 1024];
        Arrays.fill(bytes, (byte) '1');
        for (int i = 1; i < bytes.length; i += 2) {
            bytes[i] = ',';
        }
        bytes[0] = '[';
        Path file = Files.write(folder.resolve("numbers.json"), bytes);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); // whatever else the machine does
        assertThat(reader.read(file).findings())
                .singleElement()
                .matches(each -> each.code().startsWith("json."));
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                .isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void moreThanAThousandFindingsAreCutOff() {
        var findings = reader.read(with("\"students\": [", "\"students\": [" + "7,".repeat(5000)))
                .findings();
        assertThat(findings).hasSize(1001);
        assertThat(findings.getLast().code()).isEqualTo("json.too-many-findings");
    }

    @Test
    void aFileThatIsNotThereOrAFolderOrNotInUtf8IsSaidToBe() throws IOException {
        assertThat(reader.read(folder.resolve("none.json")).findings())
                .singleElement()
                .matches(each -> each.code().equals("file.not-found"));
        assertThat(reader.read(folder).findings())
                .singleElement()
                .matches(each -> each.code().equals("file.is-folder"));
        Path latin = Files.write(folder.resolve("latin.json"), VALID.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reader.read(latin).findings())
                .singleElement()
                .matches(each -> each.code().equals("file.broken-text"));
        assertThat(reader.read(Files.writeString(folder.resolve("good.json"), VALID)))
                .isInstanceOf(Read.Good.class);
    }

    @Test
    void everyFindingHasItsSentenceInBothLanguages() {
        String broken = VALID.replace("\"title\": \"Efterårstur\"", "\"tilte\": \"Efterårstur\"")
                .replace("\"minutes\": 25", "\"minutes\": \"25\"")
                .replace("\"CLASS\"", "\"CLAS\"");
        for (String language : List.of("da", "en")) {
            var texts = new Texts(Locale.of(language), PLUGINS.bundles(Locale.of(language)), Function.identity());
            assertThat(reader.read(broken).findings().stream().map(texts::of).toList())
                    .contains(
                            language.equals("da")
                                    ? "Her står en tekst i anførselstegn, men der skal stå et helt tal. Ret det. Feltet \"minutes\": "
                                            + texts.text("field.Travel.minutes")
                                    : "Found a text in quotation marks, but a whole number is needed. Correct it. The field \"minutes\": "
                                            + texts.text("field.Travel.minutes"))
                    .contains(
                            language.equals("da")
                                    ? "Der findes ikke noget felt \"tilte\" her. Er det \"title\", der menes?"
                                    : "There is no field \"tilte\" here. Is \"title\" meant?");
        }
    }

    @Test
    void aNumberOutOfRangeIsSaidWithTheFieldItStandsInAndSoIsAnElementOfAList() {
        var texts = new Texts(Locale.ENGLISH, PLUGINS.bundles(Locale.ENGLISH), Function.identity());
        String broken = VALID.replace(
                        "\"kilometres\": 8", "\"kilometres\": 41, \"songs\": [7], \"days\": [\"MONDAY\", \"MUNDAY\"]")
                .replace("{\"name\": \"Bakken\"}", "{\"name\": \"Bakken\", \"minutes\": 91}");

        assertThat(reader.read(broken).findings().stream().map(texts::of))
                .contains(
                        "41 is out of range; it must be 1 to 40. Correct it. The field \"kilometres\": How far.",
                        "91 is out of range; it must be 1 to 90. Correct it. The field \"minutes\": How long.")
                .anyMatch(said -> said.startsWith("Found ") && said.endsWith("The field \"songs\": What is sung."))
                .anyMatch(said -> said.contains("MUNDAY") && said.endsWith("The field \"days\": On which days."));
    }

    private static final String THREE_WALKS = """
            "interventions": [
              {"id": "a", "type": "swim", "title": "Svømning"},
              {"id": "b", "type": "walk", "title": "Lang tur", "parameters": {"kilometres": 41, "kilometers": 3,
                "stops": [{"name": "Bakken", "minutes": 0}, {"minutes": 5}, {"name": "Dalen"}], "ground": "WATER"}},
              {"id": "c", "type": "walk", "title": "Kort tur", "parameters": {"kilometres": 2, "stops": [{"name": "Kilden"}]}}
            ],
            """;

    private static String threeWalks() {
        return VALID.replaceFirst(
                "(?s)\"interventions\": \\[.*?\\],\\s*\"locks\"", Matcher.quoteReplacement(THREE_WALKS) + "\"locks\"");
    }

    /** What a plugin might say: something of every length and of every stop. */
    private static List<Finding> ofEveryStop(Problem problem) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < problem.interventions().size(); i++) {
            String at = "/interventions/" + i + "/parameters";
            var walk = (WalkParameters) problem.interventions().get(i).parameters();
            findings.add(Finding.error("walk.length", at + "/kilometres", walk.kilometres()));
            findings.add(Finding.error("walk.ground", at + "/ground", walk.ground()));
            findings.add(Finding.error("walk.few-stops", at + "/stops"));
            findings.add(Finding.warning("walk.far", at + "/speed"));
            for (int j = 0; j < walk.stops().size(); j++) {
                Stop stop = walk.stops().get(j);
                findings.add(Finding.error("walk.stop", at + "/stops/" + j, stop.name(), stop.minutes()));
            }
        }
        return findings;
    }

    private List<Finding> saidTogether(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), text);
        return reader.read(file, ProblemReaderTest::ofEveryStop).findings();
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream()
                .map(one -> (one.code() + " " + one.pointer()).strip())
                .toList();
    }

    @Test
    void whatIsWrongInOneInterventionHidesNothingElseOfItOrOfOthersAndPlacesStayThoseOfTheFile() throws IOException {
        var findings = saidTogether(threeWalks());

        assertThat(places(findings))
                .containsExactlyInAnyOrder(
                        "intervention.unknown-type /interventions/0/type",
                        "value.out-of-range /interventions/1/parameters/kilometres",
                        "value.unknown-field-maybe /interventions/1/parameters/kilometers",
                        "value.out-of-range /interventions/1/parameters/stops/0/minutes",
                        "value.missing /interventions/1/parameters/stops/1/name",
                        "value.not-one-of /interventions/1/parameters/ground",
                        "walk.stop /interventions/1/parameters/stops/0",
                        "walk.stop /interventions/1/parameters/stops/2",
                        "walk.length /interventions/2/parameters/kilometres",
                        "walk.ground /interventions/2/parameters/ground",
                        "walk.few-stops /interventions/2/parameters/stops",
                        "walk.far /interventions/2/parameters/speed",
                        "walk.stop /interventions/2/parameters/stops/0",
                        "intervention.checked-later");
        assertThat(findings.getLast())
                .isEqualTo(Finding.info("intervention.checked-later", "", List.of("Svømning", "Lang tur")));
    }

    @Test
    void aNumberThatIsTooSmallIsTheSmallestWhileTheRestIsLookedAt() throws IOException {
        assertThat(saidTogether(threeWalks()))
                .contains(Finding.error("walk.stop", "/interventions/1/parameters/stops/0", "Bakken", 1));
    }

    @Test
    void whereOnlyNumbersAndUnknownFieldsAreWrongAllHasBeenLookedAt() throws IOException {
        String broken = VALID.replace("\"kilometres\": 8", "\"kilometres\": 0, \"lenght\": 3")
                .replace("\"name\": \"Anne Holm\"", "\"name\": 7");

        assertThat(places(saidTogether(broken)))
                .contains("walk.stop /interventions/0/parameters/stops/0")
                .doesNotContain("intervention.checked-later");
    }

    @Test
    void aWarningIsSaidTooUnlessItMayFollowFromWhatIsWrong() throws IOException {
        String walks = threeWalks().replaceFirst("(?s)\\{\"id\": \"a\".*?(?=\\{\"id\": \"c\")", "");
        String far = "walk.far /interventions/0/parameters/speed";

        assertThat(places(saidTogether(walks.replace("anne@example.org", "anne"))))
                .contains(far);
        assertThat(places(saidTogether(walks.replace("\"Ida Lund\"", "\"Ida Lund\", \"number\": \"7\""))))
                .as("by which number a student is called")
                .contains(far);
        assertThat(places(saidTogether(walks.replace("\"name\": \"Ida Lund\"", "\"name\": 7"))))
                .as("a student is gone: that may be why")
                .doesNotContain(far);
    }

    @Test
    void aPluginIsNotAskedAboutAFileWithoutHorizonAndThatIsSaid() throws IOException {
        var findings = saidTogether(VALID.replace("\"firstWeek\": \"2026-W37\"", "\"firstWeek\": 37"));

        assertThat(places(findings))
                .containsExactly("value.wrong-type /horizon/firstWeek", "intervention.checked-later");
        assertThat(findings.getLast().arguments()).containsExactly(List.of("Tur"));
    }

    @Test
    void whatNamesSomethingThatIsLeftOutFollowsFromItAlone() throws IOException {
        Path file = Files.writeString(
                folder.resolve("broken.json"),
                VALID.replace("{\"name\": \"Bakken\"}", "{\"nam\": \"Bakken\"}")
                        .replace("\"name\": \"Ida Lund\"", "\"name\": 7"));
        String songs = "/interventions/0/parameters/songs";

        var findings = reader.read(
                        file,
                        problem -> List.of(
                                Finding.error("walk.gone", songs, "Bakken"),
                                Finding.error("walk.gone", songs, new StudentId("s1")),
                                Finding.error("walk.there", songs, "Dalen"),
                                Finding.error("walk.there", songs, new StudentId("s2"))))
                .findings();

        assertThat(places(findings).stream().filter(each -> each.startsWith("walk.")))
                .containsExactly("walk.there " + songs, "walk.there " + songs);
    }

    private String with(String part, String replacement) {
        assertThat(VALID).contains(part);
        int at = VALID.indexOf(part);
        return VALID.substring(0, at) + replacement + VALID.substring(at + part.length());
    }

    private Problem good(String text) {
        var read = reader.read(text);
        assertThat(read.findings()).isEmpty();
        return ((Read.Good<Problem>) read).value();
    }

    private String hashOf(String text) {
        try {
            var read = reader.read(Files.writeString(folder.resolve("hash.json"), text));
            assertThat(read.findings()).isEmpty();
            return ((Read.Good<Problem>) read).hash();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> found(String text) {
        return reader.read(text).findings().stream()
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }

    private List<String> codes(String text) {
        return reader.read(text).findings().stream().map(Finding::code).toList();
    }
}
