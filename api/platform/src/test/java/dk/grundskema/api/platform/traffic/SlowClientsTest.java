package dk.grundskema.api.platform.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that uses up everything that one address may use does not delay others. {@link SlowContentsTest} tests how long that lasts. */
@Tag("http")
class SlowClientsTest {
    /** More than the service has threads. */
    private static final int MANY = 150;

    /** After this number of consecutive requests, all earlier requests have started. */
    private static final int OTHERS = 40;

    /** Shorter than the time that the service waits for a client which neither sends nor reads. */
    private static final int PATIENCE = 10_000;

    @TempDir
    static Path folder;

    private static Server server;

    private final List<Socket> openSockets = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = Server.start(TestPlatform.APPLICATION, TestDatabase.H2.fresh(folder));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void letGo() throws IOException {
        for (Socket each : openSockets) {
            each.close();
        }
    }

    private void hold(String begun) throws IOException {
        for (int i = 0; i < MANY; i++) {
            var socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            openSockets.add(socket);
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Returns a client at another address. */
    private static void assertOthersAreAnswered() throws IOException {
        String request = "GET /api/v1/organisations/home/accounts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + TestDatabase.TOKEN + "\r\n\r\n";
        for (int i = 0; i < OTHERS; i++) {
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.port(), InetAddress.getByName("127.0.0.2"), 0)) {
                socket.setSoTimeout(PATIENCE);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void unsentContentHoldsUpNoOtherCaller() throws IOException {
        hold(
                "POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        assertOthersAreAnswered();
    }

    @Test
    void endlessUnreadContentHoldsUpNoOtherCaller() throws IOException {
        hold("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\n{");
        assertOthersAreAnswered();
    }

    @Test
    void unreadAnswersHoldUpNoOtherCaller() throws IOException {
        hold("GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(16));
        assertOthersAreAnswered();
    }
}
