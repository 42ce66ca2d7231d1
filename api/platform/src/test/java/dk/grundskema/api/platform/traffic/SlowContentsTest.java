package dk.grundskema.api.platform.traffic;

import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.ACCOUNTS;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.JSON;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.SIGNED_IN;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.assertRefused;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service does not wait for callers that send or read next to nothing. */
@Tag("http")
final class SlowContentsTest {
    @RegisterExtension
    static final AttackedServiceExtension service = new AttackedServiceExtension();

    /** An attack, with what must become of it. */
    @FunctionalInterface
    private interface Attack {
        void run() throws Exception;
    }

    /** Makes all attacks at once, since each lasts as long as the service waits. */
    private static void assertAll(List<Attack> attacks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(attacks.size())) {
            List<Callable<Void>> calls = attacks.stream()
                    .<Callable<Void>>map(attack -> () -> {
                        attack.run();
                        return null;
                    })
                    .toList();
            for (Future<Void> each : threads.invokeAll(calls)) {
                each.get();
            }
        }
    }

    @Test
    void contentsThatDripOrDoNotComeAreRefusedAsTooSlow() throws Exception {
        assertAll(List.of(
                () -> assertDrippedContentRefused(ACCOUNTS, SIGNED_IN + JSON, ""),
                () -> assertDrippedContentRefused("/api/v1/sign-in", JSON, ""),
                () -> assertDrippedContentRefused(
                        "/api/v1/organisations/home/imports",
                        SIGNED_IN + "Content-Type: multipart/form-data;boundary=x\r\n",
                        "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"),
                () -> assertUnsentContentRefused("/api/v1/sign-in", JSON),
                () -> assertUnsentContentRefused(ACCOUNTS, SIGNED_IN + JSON)));
    }

    private static void assertDrippedContentRefused(String path, String headers, String begin) throws Exception {
        try (Socket socket = service.connection(30)) {
            OutputStream out = socket.getOutputStream();
            out.write((request("POST " + path, headers + "Content-Length: 1000\r\n") + begin)
                    .getBytes(StandardCharsets.ISO_8859_1));
            int sent = 0;
            try {
                while (sent < 1000 && socket.getInputStream().available() == 0) {
                    out.write(' ');
                    out.flush();
                    sent++;
                    Thread.sleep(50);
                }
            } catch (SocketException e) {
                // It hung up.
            }
            assertThat(sent).isLessThan(200);
            assertRefused(AttackedServiceExtension.read(socket.getInputStream()), 408, "rest.too-slow");
        }
    }

    private static void assertUnsentContentRefused(String path, String headers) throws IOException {
        assertRefused(service.raw(request("POST " + path, headers + "Content-Length: 100\r\n")), 408, "rest.too-slow");
    }

    /** Sends single bytes with pauses until the service closes the connection; returns its response. */
    private static String dripped(String begin, int most) throws Exception {
        var said = new StringBuilder();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), service.server().port()));
            OutputStream out = socket.getOutputStream();
            out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
            int sent = 0;
            try {
                for (; sent < most; sent++) {
                    out.write('a');
                    Thread.sleep(50);
                    byte[] some = new byte
                            [most == LONG_DRIP ? 0 : socket.getInputStream().available()];
                    said.append(new String(some, 0, socket.getInputStream().read(some), StandardCharsets.UTF_8));
                }
            } catch (SocketException e) {
                // It hung up.
            }
            assertThat(sent).as("hung up after %d bytes", sent).isLessThan(most);
        }
        return said.toString();
    }

    private static final int DRIP = 300;

    /** Of these nothing is read. */
    private static final int LONG_DRIP = 500;

    @Test
    void linesAndAnswersThatDripAreNotWaitedForLong() throws Exception {
        assertAll(List.of(
                () -> dripped("", DRIP),
                () -> dripped("GET /api/v1", DRIP),
                () -> dripped("GET / HTTP/1.1\r\n", DRIP),
                () -> dripped("GET / HTTP/1.1\r\nHost: localhost\r\nX: ", DRIP),
                () -> dripped("GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(30), LONG_DRIP),
                SlowContentsTest::assertUnreadBodyNotWaitedFor));
    }

    /** The response arrives at once, without waiting for the unread rest of the content. */
    private static void assertUnreadBodyNotWaitedFor() throws Exception {
        String answer = dripped(
                "POST /api/v1/nothing HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 900000\r\n\r\n",
                DRIP);
        assertRefused(answer, 404);
    }
}
