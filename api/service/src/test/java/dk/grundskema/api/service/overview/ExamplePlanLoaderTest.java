package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service started with examples has them, regardless of how the first administrator is created. */
@Tag("http")
class ExamplePlanLoaderTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";

    @TempDir
    Path folder;

    private static int plans(ServiceClient client) {
        Answer page = client.get(PLANS);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return ((List<?>) page.at("/items")).size();
    }

    @Test
    void aPersonWhoRedeemsTheCodeFindsThemAtOnce() {
        ServiceSettings settings = TestDatabase.H2
                .fresh(folder)
                .with(ServiceSettingKey.ADMIN_TOKEN, "")
                .with(ServiceSettingKey.ADMIN_PASSWORD, "");
        ServiceClient browser;
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceApplication.loadExamples(server);
            ServiceClient stranger = ServiceClient.anonymous(server);
            Answer arrived = stranger.post(
                    "/api/v1/first-administrator",
                    Map.of(
                            "code", server.firstAdministratorCode().orElseThrow(),
                            "name", "Kim Holm",
                            "signInName", "kim",
                            "password", TestDatabase.PASSWORD,
                            "organisationName", "Engskolen"));
            assertThat(arrived.status()).as(arrived.body()).isEqualTo(201);
            browser = stranger.withHeader(
                    "Cookie",
                    arrived.response().headers().allValues("Set-Cookie").stream()
                            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                            .collect(Collectors.joining("; ")));
            assertThat(plans(browser)).isEqualTo(3);
        }
        try (Server again = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceApplication.loadExamples(again);
            assertThat(again.firstAdministratorCode()).isEmpty();
            assertThat(plans(new ServiceClient("http://localhost:" + again.port(), browser.headers())))
                    .isEqualTo(3);
        }
    }

    @Test
    void examplesAreLoadedOnceForAnAdministratorFromTheSettings() {
        try (Server server = TestServices.start(TestDatabase.H2, folder)) {
            assertThat(plans(ServiceClient.administrator(server))).isZero();
            ServiceApplication.loadExamples(server);
            ServiceClient client = ServiceClient.administrator(server);
            assertThat(plans(client)).isEqualTo(3);
            ServiceApplication.loadExamples(server);
            assertThat(plans(client)).isEqualTo(3);
            for (int nth = 0; nth < 3; nth++) {
                Object plan = client.get(PLANS).at("/items/" + nth + "/id");
                List<?> solves = (List<?>)
                        client.get("/api/v1/plans/" + plan + "/solves").at("/items");
                assertThat(solves).as("each is planned, once").hasSize(1);
            }
        }
    }
}
