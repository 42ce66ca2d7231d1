package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DocumentAnonymiserTest {
    @Test
    void acceptedShortfallForgetsWhoAcceptedItAndWhy() {
        var entry = new Json.JsonObject(Map.of(
                "rule", new Json.JsonString("core.missing-adult"),
                "reason", new Json.JsonString("Yrsa Glemsel is ill"),
                "acceptedBy", new Json.JsonString("Bente Glemsel")));
        var problem = new Json.JsonObject(Map.of("acceptedShortfalls", new Json.JsonArray(List.of(entry))));

        Json.JsonObject anonymous = DocumentAnonymiser.anonymiseProblem(problem);

        assertThat(JsonFormatter.format(anonymous))
                .contains("core.missing-adult")
                .doesNotContain("Glemsel");
        assertThat(DocumentAnonymiser.anonymiseProblem(anonymous)).isEqualTo(anonymous);
    }
}
