package dk.grundskema.api.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    private final Client client = Services.administrator(Services.on(Database.H2));

    @Test
    void anInterventionTypeTellsItsParametersRulesAndSource() {
        Answer camp = client.get("/api/v1/plugin-types/camp");
        assertThat(camp.status()).as(camp.body()).isEqualTo(200);
        assertThat(camp.at("/source")).isNotEqualTo("null");
        assertThat(camp.at("/rules/0/sentence")).isNotEqualTo("null");
        assertThat(camp.body()).contains("\"$defs\"", "\"default\"");
        assertThat(client.get("/api/v1/plugin-types/nothing").status()).isEqualTo(404);
    }

    @Test
    void typesAreNamedInTheCallersLanguage() {
        Client dane = new Client(client.base(), List.of("Accept-Language", "da")).token(Database.TOKEN);
        assertThat((List<?>) client.get("/api/v1/plugin-types").at("/items")).hasSizeGreaterThan(4);
        assertThat(dane.get("/api/v1/plugin-types").at("/items/0/name"))
                .isNotEqualTo(client.get("/api/v1/plugin-types").at("/items/0/name"));
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
