package dk.grundskema.api.server.platform;

import static dk.grundskema.api.server.platform.AttackedService.PLANS;
import static dk.grundskema.api.server.platform.AttackedService.assertRefused;
import static dk.grundskema.api.server.platform.AttackedService.request;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
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
    void whoeverAsksTooMuchWaits() {
        try (Server limited = Server.start(
                new PluginHouse(), Database.H2.fresh(folder.resolve("limited")).with(Setting.LIMIT_REQUESTS, "20"))) {
            Client client = Services.administrator(limited);
            Answer last = client.get(PLANS);
            for (int i = 0; i < 40 && last.status() == 200; i++) {
                last = client.get(PLANS);
            }
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.at("/code")).isEqualTo("rest.too-many-requests");
            assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
            assertThat(Services.stranger(limited).get("/actuator/health").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoeverBeginsToSignInElsewhereTooOftenWaits() throws IOException {
        String address = "/oauth2/authorization/oidc";
        Client stranger = Services.stranger(service.server()).unheld();
        for (int i = 0; i < AddressRates.A_MINUTE; i++) {
            assertThat(stranger.get(address).status()).isEqualTo(404);
        }
        String last = "";
        for (int i = 0;
                i < 10_000 && !last.contains(" 429");
                i++) { // a slow machine is given back four a second meanwhile
            last = service.raw(request("GET /o%61uth2/authorization/oidc", ""));
        }
        assertThat(last).startsWith("HTTP/1.1 429").contains("rest.too-many-requests", "Retry-After");
    }
}
