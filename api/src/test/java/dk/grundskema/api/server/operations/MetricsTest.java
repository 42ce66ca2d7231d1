package dk.grundskema.api.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.Settings;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics are for whoever may read them, and tell of operations, never of whom they were about. */
class MetricsTest {
    private static final String METRICS = "/actuator/prometheus";

    @TempDir
    Path folder;

    private Settings settings() {
        return Database.H2.fresh(folder);
    }

    private static List<InetAddress> othersOfThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
    }

    @Test
    void theyCountOperationsByNameAndNeverById() {
        Server server = Services.on(Database.H2);
        Client client = Services.administrator(server);
        client.get("/api/v1/organisations/home/plans?after=somebody");
        client.get("/api/v1/plans/nobodys-plan");
        String metrics = Services.stranger(server).get(METRICS).body();
        assertThat(metrics)
                .contains(
                        "uri=\"/api/v1/organisations/{organisation}/plans\"",
                        "uri=\"/api/v1/plans/{plan}\"",
                        "status=\"404\"",
                        "hikaricp_connections",
                        "jvm_memory_used_bytes")
                .doesNotContain("nobodys-plan", "somebody", "uri=\"/api/v1/organisations/home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void whatAProxyPassesOnIsNotFromHere(String header) {
        Client passedOn = Services.stranger(Services.on(Database.H2)).with(header, "127.0.0.1");
        for (String path : List.of(METRICS, METRICS + "/", "/actuator/%70rometheus", "/%61ctuator/prometheus")) {
            assertThat(passedOn.get(path).status()).as(path).isIn(400, 404);
        }
        assertThat(passedOn.get("/actuator/health").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.0.0.2", "169.254.1.1", "0.0.0.0", "2001:db8::1", "fe80::1"})
    void whoeverHasAnotherAddressIsNotFromHere(String address) throws UnknownHostException {
        assertThat(MetricsGuard.isFromHere(address, header -> null)).isFalse();
        assertThat(MetricsGuard.isFromHere("127.0.0.1", header -> null)).isTrue();
        assertThat(MetricsGuard.isFromHere("::1", header -> null)).isTrue();
    }

    /** The whole way, for the addresses that this machine has in its networks, if any. */
    @Test
    void callersOnOtherMachinesGetNone() throws SocketException {
        try (Server server = Server.start(new PluginHouse(), settings().with(Setting.ADDRESS, "0.0.0.0"))) {
            assertThat(Services.stranger(server).get(METRICS).status()).isEqualTo(200);
            for (InetAddress address : othersOfThisMachine()) {
                var stranger = new Client("http://%s:%d".formatted(address.getHostAddress(), server.port()), List.of());
                assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
                assertThat(stranger.get(METRICS).status())
                        .as(address.toString())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void theyAreForAllWhereThatIsSet() {
        try (Server server = Server.start(new PluginHouse(), settings().with(Setting.METRICS, "all"))) {
            assertThat(Services.stranger(server)
                            .with("X-Forwarded-For", "192.0.2.1")
                            .get(METRICS)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theyAreForNobodyWhereThatIsSet() {
        try (Server server = Server.start(new PluginHouse(), settings().with(Setting.METRICS, "off"))) {
            assertThat(Services.stranger(server).get(METRICS).status()).isEqualTo(404);
            assertThat(Services.stranger(server).get("/actuator/health").status())
                    .isEqualTo(200);
        }
    }
}
