package dk.grundskema.api.platform.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.http.RequestIdValve;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A service that tests attack with malformed requests, byte by byte if needed. It must still respond after each test. */
public final class AttackedServiceExtension implements BeforeAllCallback, AfterEachCallback {
    public static final String ACCOUNTS = "/api/v1/organisations/home/accounts";
    public static final String SIGNED_IN = "Authorization: Bearer " + TestDatabase.TOKEN + "\r\n";
    public static final String JSON = "Content-Type: application/json\r\n";

    private static final ExtensionContext.Namespace ALL =
            ExtensionContext.Namespace.create(AttackedServiceExtension.class);

    /** One service for all tests, closed after the last one. */
    private record RunningService(Server server, Path folder) implements AutoCloseable {
        static RunningService begin() {
            try {
                Path folder = Files.createTempDirectory("grundskema-attacked");
                var settings = TestDatabase.H2
                        .fresh(folder)
                        .with(ServiceSettingKey.LIMIT_BODY_SECONDS, "3")
                        .with(ServiceSettingKey.LIMIT_UPLOAD, "40");
                return new RunningService(Server.start(TestPlatform.APPLICATION, settings), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private @Nullable RunningService service;

    @Override
    public void beforeAll(ExtensionContext context) {
        service = context.getRoot()
                .getStore(ALL)
                .computeIfAbsent(RunningService.class, first -> RunningService.begin(), RunningService.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(administrator().get(ACCOUNTS).status()).isEqualTo(200);
    }

    /** The service itself. */
    public Server server() {
        return Objects.requireNonNull(service, "It hasn't begun.").server();
    }

    /** A program with the first administrator's token. */
    ServiceClient administrator() {
        return ServiceClient.administrator(server());
    }

    /** A connection to it. */
    public Socket connection(int patienceSeconds) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server().port());
        socket.setSoTimeout(patienceSeconds * 1000);
        return socket;
    }

    /** Sends raw bytes and reads the response until the service closes the connection. */
    String raw(String head, byte[]... contents) throws IOException {
        try (Socket socket = connection(30)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                for (byte[] content : contents) {
                    out.write(content);
                }
                out.flush();
            } catch (SocketException e) {
                // It hung up while we were still sending, as it should; the answer may be there all the same.
            }
            return read(socket.getInputStream());
        }
    }

    /** Returns everything received until the service closes the connection. */
    public static String read(InputStream in) throws IOException {
        var text = new StringBuilder();
        try {
            byte[] some = new byte[8192];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                text.append(new String(some, 0, length, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            // Reset after the answer.
        }
        return text.toString();
    }

    /** The lines of a request, after which the service is to hang up. */
    public static String request(String line, String headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    /** Asserts a refusal before any operation is called, with the default code of the status. */
    static void assertRefused(String answer, int status) {
        assertRefused(answer, status, "rest.status-" + status);
    }

    /** Asserts a refusal with exactly that status and code, as problem details with our text and without internal details. */
    static void assertRefused(String answer, int status, String code) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .doesNotContainIgnoringCase("<html")
                .doesNotContain("Exception", "\tat ", "org.apache", "org.springframework", "Tomcat");
        if (!(JsonTreeParser.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                        instanceof ReadResult.Success<Json> good)
                || !(Json.toJava(good.value()) instanceof Map<?, ?> problem)) {
            throw new AssertionError("The content is no problem: " + answer);
        }
        assertThat(problem.get("code")).as(answer).isEqualTo(code);
        assertThat(problem.get("type")).isEqualTo("urn:grundskema:problem:" + code);
        assertThat(((Number) problem.get("status")).intValue()).isEqualTo(status);
        assertThat(problem.get("title").toString()).isNotBlank();
        assertThat(problem.get("detail").toString()).isNotBlank();
        assertThat(problem.get("requestId")).isInstanceOf(String.class);
        assertThat(answer)
                .as("the id by which the log names the request")
                .contains("\r\n%s: %s\r\n".formatted(RequestIdValve.HEADER, problem.get("requestId")));
    }
}
