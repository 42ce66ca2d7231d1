package dk.grundskema.api.platform.http;

import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.ACCOUNTS;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.SIGNED_IN;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.request;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.traffic.AttackedServiceExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Malformed HTTP requests are refused as client errors, get a request id, are counted, and cause at most one line in the log. */
final class MalformedRequestTest {
    @RegisterExtension
    static final AttackedServiceExtension service = new AttackedServiceExtension();

    /** Maximum number of bytes in the log for such a request. */
    private static final int MOST_LOGGED = 300;

    private static final String JSON = AttackedServiceExtension.JSON;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String PARTS = "Content-Type: multipart/form-data; boundary=x\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    /**
     * A malformed request.
     *
     * @param status expected status
     * @param what   description of the defect
     * @param text   the bytes that are sent, one character each; then the client sends no more
     */
    record MalformedRequest(int status, String what, String text) {
        private static MalformedRequest of(int status, String what, String line, String headers, String content) {
            return new MalformedRequest(status, what, request(line, headers) + content);
        }

        private static MalformedRequest whole(int status, String what, String line, String headers, String content) {
            return of(status, what, line, headers + "Content-Length: " + content.length() + "\r\n", content);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static Stream<MalformedRequest> contents() {
        String signIn = "POST /api/v1/sign-in";
        return Stream.of(
                MalformedRequest.of(400, "no chunk, anonymous", signIn, JSON + CHUNKED, "zz\r\n"),
                MalformedRequest.of(
                        400, "no chunk, signed in", "POST " + ACCOUNTS, SIGNED_IN + JSON + CHUNKED, "zz\r\n"),
                MalformedRequest.of(400, "no second chunk", signIn, JSON + CHUNKED, "2\r\n{}zz\r\n"),
                MalformedRequest.of(
                        400,
                        "no chunk with a key",
                        "POST /api/v1/sign-out",
                        SIGNED_IN + "Idempotency-Key: broken\r\n" + CHUNKED,
                        "zz\r\n"),
                MalformedRequest.of(400, "a chunk too large to be one", signIn, JSON + CHUNKED, "ffffffffffff\r\n{}"),
                MalformedRequest.of(
                        400,
                        "extension of a chunk without end",
                        signIn,
                        JSON + CHUNKED,
                        "2;" + "a".repeat(20_000) + "\r\n{}\r\n0\r\n\r\n"),
                MalformedRequest.of(400, "no trailer", signIn, JSON + CHUNKED, "2\r\n{}\r\n0\r\nno trailer\r\n\r\n"),
                MalformedRequest.of(400, "no chunk of a form", "POST /sign-in", FORM + CHUNKED, "zz\r\n"),
                MalformedRequest.of(400, "no chunk of parts", "POST /sign-in", PARTS + CHUNKED, "zz\r\n"),
                MalformedRequest.of(
                        400,
                        "no chunk of files",
                        "POST /api/v1/organisations/home/imports",
                        SIGNED_IN + PARTS + CHUNKED,
                        "zz\r\n"),
                MalformedRequest.of(404, "no chunk for a calendar", "POST /c/nothing.ics", CHUNKED, "zz\r\n"),
                MalformedRequest.of(400, "JSON that is cut off", signIn, JSON + "Content-Length: 50\r\n", "{}"),
                MalformedRequest.of(
                        400, "a form that is cut off", "POST /sign-in", FORM + "Content-Length: 50\r\n", "name=x"),
                MalformedRequest.of(
                        400,
                        "parts that are cut off",
                        "POST /sign-in",
                        PARTS + "Content-Length: 500\r\n",
                        "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nab"),
                MalformedRequest.whole(400, "bad escapes in a form", "POST /sign-in", FORM, "name=%zz&password=%"),
                MalformedRequest.whole(400, "a form that is no text", "POST /sign-in", FORM, "name=%ff%fe&a=\u00ff"),
                MalformedRequest.whole(
                        400, "a form with too many fields", "POST /language", SIGNED_IN + FORM, "a=b&".repeat(100_001)),
                MalformedRequest.whole(
                        400,
                        "parts without a boundary",
                        "POST /sign-in",
                        "Content-Type: multipart/form-data\r\n",
                        "--y\r\nfoo"),
                MalformedRequest.whole(400, "JSON that is none", signIn, JSON, "{\"a\":"),
                MalformedRequest.whole(400, "JSON that is no text", signIn, JSON, "{\"a\":\"\u00ff\"}"),
                MalformedRequest.whole(
                        400,
                        "compressed JSON that isn't",
                        signIn,
                        JSON + "Content-Encoding: gzip\r\n",
                        "\u001f\u008b\u0008abc"),
                MalformedRequest.whole(417, "an unknown expectation", signIn, JSON + "Expect: something\r\n", "{}"),
                MalformedRequest.of(
                        413, "a content without end", signIn, JSON + "Content-Length: 99999999999\r\n", ""));
    }

    private static Stream<MalformedRequest> lines() {
        return Stream.of(
                new MalformedRequest(400, "no request at all", "NONSENSE\r\n\r\n"),
                new MalformedRequest(400, "TLS", "\u0016\u0003\u0001\u0002\u0000\u0001" + "a".repeat(50) + "\r\n\r\n"),
                new MalformedRequest(505, "an unknown version", "GET / HTTP/9.9\r\nHost: a\r\n\r\n"),
                new MalformedRequest(400, "no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
                new MalformedRequest(
                        400, "a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"),
                MalformedRequest.of(400, "a bad escape in a path", "GET /%zz", "", ""),
                MalformedRequest.of(400, "a bad escape in a query", "GET /sign-in?name=%zz", "", ""),
                MalformedRequest.of(414, "an address without end", "GET /" + "a".repeat(40_000), "", ""),
                MalformedRequest.of(431, "a header without end", "GET /", "X: " + "a".repeat(40_000) + "\r\n", ""),
                MalformedRequest.of(431, "headers without end", "GET /", "A: b\r\n".repeat(5_000), ""),
                MalformedRequest.of(400, "a header that is none", "GET /", "X: a\u0000b\r\n", ""),
                MalformedRequest.of(
                        400, "two lengths", "POST /api/v1/sign-in", "Content-Length: 1\r\nContent-Length: 2\r\n", ""),
                MalformedRequest.of(
                        501, "an unknown coding", "POST /api/v1/sign-in", "Transfer-Encoding: nonsense\r\n", ""),
                MalformedRequest.of(501, "an unknown method", "MADE-UP /", "", ""),
                MalformedRequest.of(405, "a method that shows headers", "TRACE /", "", ""),
                MalformedRequest.of(
                        401,
                        "cookies that are none",
                        "GET /api/v1/me",
                        "Cookie: grundskema-session=\"a; =x; ;;\u00ff\r\n",
                        ""),
                MalformedRequest.of(401, "a range that is none", "GET /api/v1/me", "Range: bytes=5-2,x\r\n", ""));
    }

    private static Stream<MalformedRequest> broken() {
        return Stream.concat(contents(), lines());
    }

    @ParameterizedTest
    @MethodSource
    void broken(MalformedRequest broken) throws IOException {
        double before = counted(broken.status());
        try (var log = new RequestLogRecorder()) {
            String answer = answer(broken);
            assertThat(answer).startsWith("HTTP/1.1 " + broken.status() + " ");
            assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).contains("\r\n" + RequestIdValve.HEADER + ": ");
            Polling.until("It is counted", () -> counted(broken.status()) > before);
            assertThat(log.lines).hasSizeLessThanOrEqualTo(1);
            assertThat(String.join("", log.lines).length()).isLessThanOrEqualTo(MOST_LOGGED);
        }
    }

    private static String answer(MalformedRequest broken) throws IOException {
        try (Socket socket = service.connection(30)) {
            try {
                socket.getOutputStream().write(broken.text().getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (IOException e) {
                // It hung up before it had all, as it may; the answer may be there all the same.
            }
            return AttackedServiceExtension.read(socket.getInputStream());
        }
    }

    /** How many requests were answered with a status, as the metrics say. A request is counted after its lines of the log were written. */
    private static double counted(int status) {
        return service
                .server()
                .bean(MeterRegistry.class)
                .find("http.server.requests")
                .tag("status", "" + status)
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** Returns the log entries of threads that handle requests, with the stack traces of failures. */
    private static final class RequestLogRecorder extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final Encoder<ILoggingEvent> encoder =
                ((ConsoleAppender<ILoggingEvent>) root.getAppender("stderr")).getEncoder();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        RequestLogRecorder() {
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThreadName().startsWith("http-nio")) {
                lines.add(new String(encoder.encode(event), StandardCharsets.ISO_8859_1));
            }
        }

        @Override
        public void close() {
            root.detachAppender(this);
            stop();
        }
    }
}
