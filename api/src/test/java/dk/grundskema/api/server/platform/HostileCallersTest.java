package dk.grundskema.api.server.platform;

import static dk.grundskema.api.server.platform.AttackedService.PLANS;
import static dk.grundskema.api.server.platform.AttackedService.assertRefused;
import static dk.grundskema.api.server.platform.AttackedService.request;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.ManualTimeMeter;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever isn't who they say, or asks too much, gets nothing by it. */
final class HostileCallersTest {
    @RegisterExtension
    static final AttackedService service = new AttackedService();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer \r\n",
                "Authorization: Bearer nobody's\r\n",
                "Authorization: Basic %%%\r\n",
                "Authorization: Bearer " + Database.TOKEN + "\u0000\r\n",
                "Cookie: grundskema-session=\r\n",
                "Cookie: grundskema-session=" + Database.TOKEN + "\r\n",
            })
    void whatNobodyIsKnownByIsNobody(String header) throws IOException {
        boolean isBroken = header.contains("\u0000");
        assertRefused(
                service.raw(request("GET " + PLANS, header)),
                isBroken ? 400 : 401,
                isBroken ? "rest.status-400" : "rest.sign-in");
    }

    @Test
    void callersThatAskTooMuchWait() {
        Settings settings = Database.H2.fresh(folder.resolve("limited")).with(Setting.LIMIT_REQUESTS, "20");
        try (Server limited = Server.start(new PluginHouse(), settings, new ManualTimeMeter())) {
            Client client = Services.administrator(limited);
            for (int i = 0; i < 20; i++) {
                assertThat(client.get(PLANS).status()).isEqualTo(200);
            }
            Answer last = client.get(PLANS);
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.at("/code")).isEqualTo("rest.too-many-requests");
            assertThat(last.header("Retry-After")).isEqualTo("3");
            assertThat(Services.stranger(limited).get("/actuator/health").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void callersThatBeginToSignInAtTheIssuerTooOftenWait() throws IOException {
        Settings settings = Database.H2.fresh(folder.resolve("oidc")).with(Setting.LIMIT_OIDC_REQUESTS, "5");
        try (Server limited = Server.start(new PluginHouse(), settings, new ManualTimeMeter())) {
            Client stranger = Services.stranger(limited).unheld();
            for (int i = 0; i < 5; i++) {
                assertThat(stranger.get("/oauth2/authorization/oidc").status()).isEqualTo(404);
            }
            Answer last = stranger.get("/o%61uth2/authorization/oidc");
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.at("/code")).isEqualTo("rest.too-many-requests");
            assertThat(last.header("Retry-After")).isEqualTo("12");
        }
    }
}
