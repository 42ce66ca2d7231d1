package dk.grundskema.api.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    private static final Path COMMITTED = Path.of("src/main/resources/dk/grundskema/api/server/openapi.json");
    private static final String ENABLED = "springdoc.api-docs.enabled";

    @TempDir
    Path folder;

    /** Written anew by {@code -Dgrundskema.openapi.write=true}. */
    @Test
    void theDocumentIsThatOfTheService() throws IOException {
        String document = document();
        if (Boolean.getBoolean("grundskema.openapi.write")) {
            Files.writeString(COMMITTED, document);
        }
        assertThat(document)
                .as("openapi.json is stale. Write it anew: mvn -q -o -Dquick -pl api -am test -Dtest=OpenApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dgrundskema.openapi.write=true")
                .isEqualTo(Files.readString(COMMITTED));
    }

    private String document() {
        String before = System.setProperty(ENABLED, "true");
        try (Server server = Services.start(Database.H2, folder)) {
            Client.Answer found = Services.stranger(server).get("/v3/api-docs");
            assertThat(found.status()).as(found.body()).isEqualTo(200);
            return new ServiceDocument(new PluginHouse(), server.part(Described.class)).of(found.body());
        } finally {
            System.setProperty(ENABLED, before == null ? "false" : before);
        }
    }

    @Test
    void theServiceServesItToAnybody() {
        Client stranger = Services.stranger(Services.on(Database.H2));
        Client.Answer served = stranger.get("/api/v1/openapi.json");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Content-Type")).startsWith("application/json");
        assertThat(served.at("/openapi")).isEqualTo("3.1.0");
        assertThat(stranger.with("If-None-Match", served.tag())
                        .get("/api/v1/openapi.json")
                        .status())
                .isEqualTo(304);
    }
}
