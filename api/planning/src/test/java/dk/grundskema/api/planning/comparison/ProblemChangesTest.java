package dk.grundskema.api.planning.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.comparison.ProblemChanges.PartChange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes of a problem ask for something else. */
final class ProblemChangesTest {
    private static Json.JsonObject problem(String fields) {
        return (Json.JsonObject) ((ReadResult.Success<Json>) JsonTreeParser.parse("{" + fields + "}")).value();
    }

    private static List<String> pointers(String before, String after) {
        String intervention = "\"interventions\": [{\"id\": \"co\", \"parameters\": {\"classes\": [%s]}}]";
        return ProblemChanges.between(problem(intervention.formatted(before)), problem(intervention.formatted(after)))
                .stream()
                .flatMap(change -> change.fields().stream())
                .map(ProblemChanges.FieldChange::pointer)
                .toList();
    }

    @Test
    void rowsAreComparedById() {
        String a = "{\"groupId\": \"7a\", \"lessons\": 6}";
        String more = "{\"groupId\": \"7a\", \"lessons\": 14}";
        String b = "{\"groupId\": \"7b\", \"lessons\": 8}";
        String list = "/parameters/classes";

        assertThat(pointers(a, more)).containsExactly(list + "/0/lessons");
        assertThat(pointers(a + "," + b, b + "," + more)).as("moved").containsExactly(list + "/1/lessons");
        assertThat(pointers(a, b + "," + more)).as("added").containsExactly(list + "/1/lessons", list);
        assertThat(pointers(a + "," + b, more)).as("removed").containsExactly(list + "/0/lessons", list);
        assertThat(pointers(a, b)).as("another one").containsExactly(list);
        assertThat(pointers(a + "," + b, b + "," + a)).as("another order").containsExactly(list);
    }

    @Test
    void rowsWithoutIdsAreComparedByPlace() {
        assertThat(pointers("{\"lessons\": 6}", "{\"lessons\": 14}")).containsExactly("/parameters/classes/0/lessons");
        assertThat(pointers("6", "6, 14")).containsExactly("/parameters/classes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "interventions": [{"id": "co", "parameters": {"classes": [{"lessons": 6}]}}] | "interventions": [{"id": "co", "parameters": {"classes": [{"lessons": 14}]}}] | true
            "staff": []                                     | "staff": [{"id": "bo", "name": "Bo"}]           | true
            "staff": [{"id": "bo", "contractHours": 30}]    | "staff": [{"id": "bo", "contractHours": 20}]    | true
            "staff": [{"id": "bo", "name": "Bo"}]           | "staff": [{"id": "bo", "name": "Bo Holm"}]      | false
            "staff": [{"id": "bo", "name": "Bo", "contractHours": 30}] | "staff": [{"id": "bo", "name": "Bo Holm", "contractHours": 20}] | true
            "rooms": [{"id": "gym"}]                        | "rooms": []                                     | true
            "weights": {"core.gaps": 1}                     | "weights": {"core.gaps": 2}                     | true
            "acceptedShortfalls": []                        | "acceptedShortfalls": [{"rule": "camp.trips"}]  | true
            "locks": []                                     | "locks": [{"sessionId": "one"}]                 | false
            "title": "Efterår"                              | "title": "Forår"                                | false
            """)
    void onlyNamesAndLocksAskNothing(String before, String after, boolean isAsking) {
        assertThat(ProblemChanges.between(problem(before), problem(after)))
                .isNotEmpty()
                .allMatch(change -> change.isAsking() == isAsking)
                .extracting(PartChange::part)
                .hasSize(1);
    }

    @Test
    void aSearchDoesNotReadAcceptedShortfalls() {
        String parts = "\"weights\": {\"core.gaps\": %s}, \"locks\": [%s], \"acceptedShortfalls\": [%s]";
        assertThat(ProblemChanges.between(
                        problem(parts.formatted(1, "", "")),
                        problem(parts.formatted(2, "{\"sessionId\": \"one\"}", "{\"rule\": \"camp.trips\"}"))))
                .hasSize(3)
                .filteredOn(PartChange::isReadBySearch)
                .extracting(PartChange::part)
                .containsExactly("weights");
    }
}
