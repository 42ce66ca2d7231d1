package dk.grundskema.api.documents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error in a problem file is reported at its place, all at once, with a text. */
final class ProblemFindingsTest {

    /** A text of the valid file, its replacement, and the code and pointer of every resulting finding. */
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
                "\"minutes\": 25                 | \"minutes\": 1e999999             | json.number-beyond-limits /travel/0/minutes",
                "\"minutes\": 25                 | \"minutes\": null                 | value.null /travel/0/minutes",
                "[\"dansk\", \"natur\"]          | null                              | -",
                "\"minutes\": 25                 | \"minutes\": 25, \"minuttes\": 25 | value.unknown-field-maybe /travel/0/minuttes",
                "\"contractHours\": 32.5         | \"contractHours\": 1e999          | json.number-beyond-limits /staff/1/contractHours",
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
        assertThat(WalkProblemFixture.codesAndPointers(
                        WalkProblemFixture.with(part, replacement == null ? "" : replacement)))
                .containsExactlyInAnyOrder(findings == null ? new String[0] : findings.split("; "));
    }

    @Test
    void everythingThatIsWrongIsFoundInOneGo() {
        String broken = WalkProblemFixture.VALID
                .replace("\"title\": \"Efterårstur\"", "\"title\": \" \"")
                .replace("\"weeks\": 3", "\"weeks\": \"three\"")
                .replace("\"minutes\": 25", "\"minutes\": -1")
                .replace("\"name\": \"Karla Dam\"", "\"nam\": \"Karla Dam\"")
                .replace("\"roomId\": \"r1\"", "\"roomId\": \"r9\"")
                .replace("\"kilometres\": 8", "\"kilometres\": 0");
        assertThat(WalkProblemFixture.codesAndPointers(broken))
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
    void referenceToAPersonWithABrokenFieldIsNoFurtherFinding() {
        assertThat(WalkProblemFixture.codesAndPointers(
                        WalkProblemFixture.with("\"name\": \"Jens Friis\"", "\"name\": 7")))
                .containsExactly("value.wrong-type /students/1/name");
    }

    @Test
    void aWholeListThatIsBrokenMakesNoReferencesToNobody() {
        String broken = WalkProblemFixture.VALID.replaceFirst(
                "(?s)\"students\": \\[.*?\\],\n  \"groups\"", "\"students\": 5,\n  \"groups\"");
        assertThat(WalkProblemFixture.codesAndPointers(broken)).containsExactly("value.wrong-type /students");
    }

    @Test
    void positionsAreThoseOfTheFileAlsoBehindBrokenElements() {
        String broken = WalkProblemFixture.VALID
                .replace("\"id\": \"s1\", \"name\": \"Ida Lund\"", "\"id\": \"s1\", \"name\": false")
                .replace(
                        "\"school\": \"lind\", \"classGroup\": \"7a\"}",
                        "\"school\": \"lynd\", \"classGroup\": \"7a\"}");
        assertThat(WalkProblemFixture.codesAndPointers(broken))
                .containsExactlyInAnyOrder(
                        "value.wrong-type /students/0/name", "reference.to-nobody /students/2/school");
    }

    @Test
    void anIdThatABrokenElementHasTooIsFoundTwice() {
        String broken = WalkProblemFixture.VALID.replace(
                "\"id\": \"s2\", \"name\": \"Jens Friis\"", "\"id\": \"s1\", \"name\": 1");
        assertThat(WalkProblemFixture.codesAndPointers(broken))
                .contains("value.wrong-type /students/1/name", "id.twice /students/1");
    }

    @Test
    void aListWhoseElementsAreAllBrokenIsNotCalledEmpty() {
        assertThat(WalkProblemFixture.codesAndPointers(WalkProblemFixture.with("\"walk\"", "\"swim\"")))
                .containsExactly("intervention.unknown-type /interventions/0/type");
    }

    @Test
    void anEmptyObjectLacksEverythingThatIsRequired() {
        assertThat(WalkProblemFixture.codesAndPointers("{}"))
                .containsExactlyInAnyOrder(
                        "value.missing /version",
                        "value.missing /title",
                        "value.missing /horizon",
                        "value.empty-list /sites");
    }

    @Test
    void everyFindingHasItsSentenceInBothLanguages() {
        String broken = WalkProblemFixture.VALID
                .replace("\"title\": \"Efterårstur\"", "\"tilte\": \"Efterårstur\"")
                .replace("\"minutes\": 25", "\"minutes\": \"25\"")
                .replace("\"CLASS\"", "\"CLAS\"");
        for (String language : List.of("da", "en")) {
            var texts = new Texts(
                    Locale.of(language), WalkProblemFixture.PLUGINS.bundles(Locale.of(language)), Function.identity());
            assertThat(WalkProblemFixture.READER.read(broken).findings().stream()
                            .map(texts::sentenceOf)
                            .toList())
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
        var texts = new Texts(Locale.ENGLISH, WalkProblemFixture.PLUGINS.bundles(Locale.ENGLISH), Function.identity());
        String broken = WalkProblemFixture.VALID
                .replace("\"kilometres\": 8", "\"kilometres\": 41, \"songs\": [7], \"days\": [\"MONDAY\", \"MUNDAY\"]")
                .replace("{\"name\": \"Bakken\"}", "{\"name\": \"Bakken\", \"minutes\": 91}");

        assertThat(WalkProblemFixture.READER.read(broken).findings().stream().map(texts::sentenceOf))
                .contains(
                        "41 is out of range; it must be 1 to 40. Correct it. The field \"kilometres\": How far.",
                        "91 is out of range; it must be 1 to 90. Correct it. The field \"minutes\": How long.")
                .anyMatch(said -> said.startsWith("Found ") && said.endsWith("The field \"songs\": What is sung."))
                .anyMatch(said -> said.contains("MUNDAY") && said.endsWith("The field \"days\": On which days."));
    }
}
