package dk.grundskema.api.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.RuleType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CatalogueControllerTest {
    private final ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));

    @Test
    void anInterventionTypeTellsItsParametersRulesAndSource() {
        Answer camp = client.get("/api/v1/plugin-types/camp");
        assertThat(camp.status()).as(camp.body()).isEqualTo(200);
        assertThat(camp.at("/source")).isNotEqualTo("null");
        assertThat(camp.at("/rules/0/sentence")).isNotEqualTo("null");
        assertThat(camp.body()).contains("\"$defs\"", "\"default\"");
        assertThat(camp.body()).contains("\"x-source\": \"Læringslokomotivet, guidelines\"");
        assertThat(client.get("/api/v1/plugin-types/nothing").status()).isEqualTo(404);
    }

    @Test
    void typesAreNamedInTheCallersLanguage() {
        ServiceClient dane =
                new ServiceClient(client.base(), List.of("Accept-Language", "da")).withToken(TestDatabase.TOKEN);
        assertThat(typeNames(client)).hasSizeGreaterThan(4).containsEntry("book-packages", "Book packages");
        assertThat(typeNames(dane)).hasSizeGreaterThan(4).containsEntry("book-packages", "Bogpakker");
    }

    private static Map<Object, Object> typeNames(ServiceClient client) {
        return ((List<?>) client.get("/api/v1/plugin-types").at("/items"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .collect(Collectors.toMap(one -> one.get("id"), one -> one.get("name")));
    }

    @Test
    void theRulesThatEveryPlanHasAreToldWithTheirSourcesAndWeights() {
        ServiceClient dane =
                new ServiceClient(client.base(), List.of("Accept-Language", "da")).withToken(TestDatabase.TOKEN);
        Map<?, ?> wishes = rule(client, "core.wishes");
        assertThat(wishes.get("name")).isEqualTo("Wishes");
        assertThat(wishes.get("level")).isEqualTo("SOFT");
        assertThat(wishes.get("defaultWeight")).isEqualTo(10);
        assertThat(rule(dane, "core.wishes").get("name")).isEqualTo("Ønsker");
        assertThat(rule(client, "core.daily-rest").get("source")).asString().contains("11 hours");
        List<?> ids =
                rules(client).stream().map(one -> ((Map<?, ?>) one).get("id")).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().map(String::valueOf).toList())
                .containsAll(CoreRules.types().stream().map(RuleType::id).toList())
                .contains((String) client.get("/api/v1/plugin-types/camp").at("/rules/0/id"));
        assertThat(rules(client))
                .allSatisfy(one -> assertThat(((Map<?, ?>) one).keySet())
                        .as("%s", one)
                        .isEqualTo(Set.of("id", "name", "sentence", "level", "defaultWeight", "source")));
    }

    private static List<?> rules(ServiceClient client) {
        return (List<?>) client.get("/api/v1/rules").at("/items");
    }

    private static Map<?, ?> rule(ServiceClient client, String id) {
        return rules(client).stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> id.equals(one.get("id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFormsOfFilesAreThere() {
        assertThat(client.get("/api/v1/schemas/problem").at("/$id")).isEqualTo("urn:grundskema:schema:problem:1");
        assertThat(client.get("/api/v1/schemas/timetable").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/schemas/other").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/templates/xlsx").header("Content-Disposition"))
                .contains("template.xlsx");
    }
}
