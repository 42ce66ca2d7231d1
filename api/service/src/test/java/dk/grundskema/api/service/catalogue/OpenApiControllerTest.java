package dk.grundskema.api.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiControllerTest {
    private static final Path COMMITTED = Path.of("src/main/resources/dk/grundskema/api/service/openapi.json");
    private static final String ENABLED = "springdoc.api-docs.enabled";

    @TempDir
    Path folder;

    /** Rewritten with {@code -Dgrundskema.openapi.write=true}. */
    @Test
    void theDocumentIsThatOfTheService() throws IOException {
        String document = document();
        if (Boolean.getBoolean("grundskema.openapi.write")) {
            Files.writeString(COMMITTED, document);
        }
        assertThat(document)
                .as(
                        "openapi.json is stale. Write it anew: mvn -q -o -Dquick -pl api/service -am test -Dtest=OpenApiControllerTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dgrundskema.openapi.write=true")
                .isEqualTo(Files.readString(COMMITTED));
    }

    private String document() {
        String before = System.setProperty(ENABLED, "true");
        try (Server server = TestServices.start(TestDatabase.H2, folder)) {
            ServiceClient.Answer found = ServiceClient.anonymous(server).get("/v3/api-docs");
            assertThat(found.status()).as(found.body()).isEqualTo(200);
            return new OpenApiDocumentBuilder(
                            new PluginPlanningFacade(), server.bean(OperationDiscoveryConfiguration.class))
                    .build(found.body());
        } finally {
            System.setProperty(ENABLED, before == null ? "false" : before);
        }
    }

    @Test
    void theServiceServesItToAnybody() {
        ServiceClient stranger = ServiceClient.anonymous(TestServices.on(TestDatabase.H2));
        ServiceClient.Answer served = stranger.get("/api/v1/openapi.json");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Content-Type")).startsWith("application/json");
        assertThat(served.at("/openapi")).isEqualTo("3.1.0");
        assertThat(stranger.withHeader("If-None-Match", served.tag())
                        .get("/api/v1/openapi.json")
                        .status())
                .isEqualTo(304);
    }
}
