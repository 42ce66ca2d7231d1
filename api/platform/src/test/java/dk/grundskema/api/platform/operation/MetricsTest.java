package dk.grundskema.api.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestExchange;
import dk.grundskema.api.platform.testing.TestPlatform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics count operations and name no person, since others than planners read them. */
class MetricsTest {
    private static final String METRICS = "/actuator/prometheus";

    @Test
    void theyCountOperationsByNameAndNeverById() {
        Server server = TestPlatform.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        client.get("/api/v1/organisations/home/audit?after=somebody");
        client.get("/api/v1/organisations/nobodys-school");
        String metrics = ServiceClient.anonymous(server).get(METRICS).body();
        assertThat(metrics)
                .contains(
                        "uri=\"/api/v1/organisations/{organisation}/audit\"",
                        "uri=\"/api/v1/organisations/{organisation}\"",
                        "status=\"404\"",
                        "hikaricp_connections",
                        "jvm_memory_used_bytes")
                .doesNotContain("nobodys-school", "somebody", "uri=\"/api/v1/organisations/home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void requestForwardedByAProxyGetsNoMetrics(String header) {
        ServiceClient passedOn =
                ServiceClient.anonymous(TestPlatform.on(TestDatabase.H2)).withHeader(header, "127.0.0.1");
        for (String path : List.of(METRICS, METRICS + "/", "/actuator/%70rometheus", "/%61ctuator/prometheus")) {
            assertThat(passedOn.get(path).status()).as(path).isIn(400, 404);
        }
        assertThat(passedOn.get("/actuator/health").status()).isEqualTo(200);
    }

    private static boolean isPassedOn(String whoMay, TestExchange exchange) throws Exception {
        ServiceSettings settings = ServiceSettings.of(Map.of(ServiceSettingKey.METRICS, whoMay));
        return exchange.passes(new MetricsAccessFilter(settings.server()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void callersOnThisMachineGetMetrics(String address) throws Exception {
        assertThat(isPassedOn("local", TestExchange.of(METRICS, address, Map.of())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.0.0.2", "169.254.1.1", "0.0.0.0", "2001:db8::1", "fe80::1"})
    void callersOnOtherMachinesGetNone(String address) throws Exception {
        TestExchange exchange = TestExchange.of(METRICS, address, Map.of());
        assertThat(isPassedOn("local", exchange)).isFalse();
        assertThat(exchange.set()).containsExactly("error: 404");
        assertThat(isPassedOn("local", TestExchange.of("/actuator/health", address, Map.of())))
                .isTrue();
    }

    @Test
    void theyAreForAllWhereThatIsSet() throws Exception {
        Map<String, String> forwarded = Map.of("X-Forwarded-For", "192.0.2.1");
        assertThat(isPassedOn("all", TestExchange.of(METRICS, "192.0.2.1", forwarded)))
                .isTrue();
    }
}
