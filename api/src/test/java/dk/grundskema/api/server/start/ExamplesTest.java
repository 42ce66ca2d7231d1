package dk.grundskema.api.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Whoever starts the service with examples finds them, however the first administrator comes. */
@Tag("full")
class ExamplesTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";

    @TempDir
    Path folder;

    private static int plans(Client client) {
        Answer page = client.get(PLANS);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return ((List<?>) page.at("/items")).size();
    }

    @ParameterizedTest
    @DatabaseSource
    void whoeverRedeemsTheCodeFindsThemAtOnce(Database database) {
        Settings settings = database.fresh(folder).with(Setting.ADMIN_TOKEN, "").with(Setting.ADMIN_PASSWORD, "");
        Client browser;
        try (Server server = Server.start(new PluginHouse(), settings)) {
            server.loadExamples();
            Client stranger = Services.stranger(server);
            Answer arrived = stranger.post(
                    "/api/v1/first-administrator",
                    Map.of(
                            "code", server.firstCode().orElseThrow(),
                            "name", "Kim Holm",
                            "signInName", "kim",
                            "password", Database.PASSWORD,
                            "organisationName", "Engskolen"));
            assertThat(arrived.status()).as(arrived.body()).isEqualTo(201);
            browser = stranger.with(
                    "Cookie",
                    arrived.response().headers().allValues("Set-Cookie").stream()
                            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                            .collect(Collectors.joining("; ")));
            assertThat(plans(browser)).isEqualTo(3);
        }
        try (Server again = Server.start(new PluginHouse(), settings)) {
            again.loadExamples();
            assertThat(again.firstCode()).isEmpty();
            assertThat(plans(new Client("http://localhost:" + again.port(), browser.headers())))
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void whereTheSettingsLetSomebodyInTheyAreThereToo(Database database) {
        try (Server server = Services.start(database, folder)) {
            assertThat(plans(Services.administrator(server))).isZero();
            server.loadExamples();
            Client client = Services.administrator(server);
            assertThat(plans(client)).isEqualTo(3);
            server.loadExamples();
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
