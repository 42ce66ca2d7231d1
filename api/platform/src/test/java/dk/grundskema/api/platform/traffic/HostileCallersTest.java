package dk.grundskema.api.platform.traffic;

import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.ACCOUNTS;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.assertRefused;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.request;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.ManualTimeMeter;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers with false credentials or too many requests gain nothing. */
final class HostileCallersTest {
    @RegisterExtension
    static final AttackedServiceExtension service = new AttackedServiceExtension();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer \r\n",
                "Authorization: Bearer nobody's\r\n",
                "Authorization: Basic %%%\r\n",
                "Authorization: Bearer " + TestDatabase.TOKEN + "\u0000\r\n",
                "Cookie: grundskema-session=\r\n",
                "Cookie: grundskema-session=" + TestDatabase.TOKEN + "\r\n",
            })
    void unknownCredentialIsRefused(String header) throws IOException {
        boolean isBroken = header.contains("\u0000");
        assertRefused(
                service.raw(request("GET " + ACCOUNTS, header)),
                isBroken ? 400 : 401,
                isBroken ? "rest.status-400" : "rest.sign-in");
    }

    @Test
    @Tag("http")
    void callersThatAskTooMuchWait(@TempDir Path folder) {
        ServiceSettings settings = TestDatabase.H2
                .fresh(folder)
                .with(ServiceSettingKey.LIMIT_REQUESTS, "20")
                .with(ServiceSettingKey.LIMIT_OIDC_REQUESTS, "5");
        try (Server limited = Server.start(TestPlatform.APPLICATION, settings, new ManualTimeMeter())) {
            ServiceClient client = ServiceClient.administrator(limited);
            for (int i = 0; i < 20; i++) {
                assertThat(client.get(ACCOUNTS).status()).isEqualTo(200);
            }
            assertTooMany(client.get(ACCOUNTS), 3);
            assertThat(ServiceClient.anonymous(limited).get("/actuator/health").status())
                    .isEqualTo(200);

            ServiceClient stranger = ServiceClient.anonymous(limited).withoutContractCheck();
            for (int i = 0; i < 5; i++) {
                assertThat(stranger.get("/oauth2/authorization/oidc").status()).isEqualTo(404);
            }
            assertTooMany(stranger.get("/o%61uth2/authorization/oidc"), 12);
        }
    }

    private static void assertTooMany(Answer answer, int seconds) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.at("/code")).isEqualTo("rest.too-many-requests");
        assertThat(answer.header("Retry-After")).isEqualTo(String.valueOf(seconds));
    }
}
