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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service does not wait for callers that send or read next to nothing. */
@Tag("http")
final class SlowContentsTest {
    @RegisterExtension
    static final AttackedServiceExtension service = new AttackedServiceExtension();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ACCOUNTS + " application/json",
                "/api/v1/sign-in application/json",
                "/api/v1/organisations/home/imports multipart/form-data;boundary=x"
            })
    void contentsThatDrip(String target) throws Exception {
        String path = target.split(" ", -1)[0];
        String type = "Content-Type: " + target.split(" ", -1)[1] + "\r\n";
        String begin = type.contains("multipart")
                ? "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"
                : "";
        try (Socket socket = service.connection(30)) {
            OutputStream out = socket.getOutputStream();
            String known = path.endsWith("/sign-in") ? "" : SIGNED_IN;
            out.write((request("POST " + path, known + type + "Content-Length: 1000\r\n") + begin)
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

    @Test
    void unsentContentIsRefusedAsTooSlow() throws IOException {
        for (String known : List.of("", SIGNED_IN)) {
            String path = known.isEmpty() ? "/api/v1/sign-in" : ACCOUNTS;
            assertRefused(
                    service.raw(request("POST " + path, known + JSON + "Content-Length: 100\r\n")),
                    408,
                    "rest.too-slow");
        }
    }

    /** Sends single bytes with pauses until the service closes the connection; returns its response. */
    private String dripped(String begin, int most) throws Exception {
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

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /api/v1", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX: "})
    void linesThatDripAreNotWaitedForLong(String begin) throws Exception {
        dripped(begin, DRIP);
    }

    /** The response arrives at once, without waiting for the unread rest of the content. */
    @Test
    void unreadRequestBodyIsNotWaitedFor() throws Exception {
        String answer = dripped(
                "POST /api/v1/nothing HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 900000\r\n\r\n",
                DRIP);
        assertRefused(answer, 404);
    }

    @Test
    void unreadAnswerIsNotWaitedForLong() throws Exception {
        dripped("GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(30), LONG_DRIP);
    }
}
