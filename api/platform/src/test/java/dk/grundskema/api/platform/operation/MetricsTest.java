package dk.grundskema.api.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics count operations and name no person, since others than planners read them. */
class MetricsTest {
    private static final String METRICS = "/actuator/prometheus";

    @TempDir
    Path folder;

    private ServiceSettings settings() {
        return TestDatabase.H2.fresh(folder);
    }

    private static List<InetAddress> othersOfThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.0.0.2", "169.254.1.1", "0.0.0.0", "2001:db8::1", "fe80::1"})
    void aPersonWhoHasAnotherAddressIsNotFromHere(String address) throws UnknownHostException {
        assertThat(MetricsAccessFilter.isFromThisMachine(address, header -> null))
                .isFalse();
        assertThat(MetricsAccessFilter.isFromThisMachine("127.0.0.1", header -> null))
                .isTrue();
        assertThat(MetricsAccessFilter.isFromThisMachine("::1", header -> null)).isTrue();
    }

    /** The whole way, for the addresses that this machine has in its networks, if any. */
    @Test
    @Tag("http")
    void callersOnOtherMachinesGetNone() throws SocketException {
        try (Server server =
                Server.start(TestPlatform.APPLICATION, settings().with(ServiceSettingKey.ADDRESS, "0.0.0.0"))) {
            assertThat(ServiceClient.anonymous(server).get(METRICS).status()).isEqualTo(200);
            for (InetAddress address : othersOfThisMachine()) {
                var stranger =
                        new ServiceClient("http://%s:%d".formatted(address.getHostAddress(), server.port()), List.of());
                assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
                assertThat(stranger.get(METRICS).status())
                        .as(address.toString())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    @Tag("http")
    void theyAreForAllWhereThatIsSet() {
        try (Server server =
                Server.start(TestPlatform.APPLICATION, settings().with(ServiceSettingKey.METRICS, "all"))) {
            assertThat(ServiceClient.anonymous(server)
                            .withHeader("X-Forwarded-For", "192.0.2.1")
                            .get(METRICS)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("http")
    void theyAreForNobodyWhereThatIsSet() {
        try (Server server =
                Server.start(TestPlatform.APPLICATION, settings().with(ServiceSettingKey.METRICS, "off"))) {
            assertThat(ServiceClient.anonymous(server).get(METRICS).status()).isEqualTo(404);
            assertThat(ServiceClient.anonymous(server).get("/actuator/health").status())
                    .isEqualTo(200);
        }
    }
}
