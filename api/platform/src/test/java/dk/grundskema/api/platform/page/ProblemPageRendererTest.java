package dk.grundskema.api.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.ConnectionPoolExhaustion;
import dk.grundskema.api.platform.testing.ManualTimeMeter;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error pages of requests refused before a controller show whether the reader is signed in. */
@Tag("http")
final class ProblemPageRendererTest {
    private static final String[] SIGNED_IN = {"En Person", "action=\"/sign-out\""};

    @TempDir
    private Path folder;

    private static TestSchool.Person planner(Server server) {
        return TestSchool.create(server).addPerson(Role.PLANNER);
    }

    @Test
    void tooManyRequestsPageShowsThePlannerAsSignedIn() {
        try (Server server = Server.start(
                TestPlatform.APPLICATION,
                TestDatabase.H2
                        .fresh(folder)
                        .with(ServiceSettingKey.WORKERS, "0")
                        .with(ServiceSettingKey.LIMIT_REQUESTS, "60"),
                new ManualTimeMeter())) {
            PageClient surfer = PageClient.signedInAs(planner(server));
            HttpResponse<String> page = surfer.get("/");
            for (int i = 0; i < 200 && page.statusCode() != 429; i++) {
                page = surfer.get("/");
            }
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.body()).contains(SIGNED_IN);
        }
    }

    @Test
    void tooLargeRequestPageShowsThePlannerAsSignedIn() throws IOException {
        Server server = TestPlatform.on(TestDatabase.H2);
        TestSchool.Person planner = planner(server);
        assertThat(tooLarge(server, "Cookie: " + TestSchool.cookies(planner.signIn())))
                .contains("413")
                .contains(SIGNED_IN);
        assertThat(tooLarge(server, "Cookie: other=1"))
                .contains("413", "<h1>")
                .doesNotContain("En Person", "action=\"/sign-out\"");
    }

    private static String tooLarge(Server server, String header) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(20_000);
            String request = String.join(
                    "\r\n",
                    "POST /plans HTTP/1.1",
                    "Host: localhost",
                    "Accept: text/html,*/*",
                    "Accept-Language: da",
                    header,
                    "Connection: close",
                    "Content-Length: 9999999999",
                    "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsLookedUp() throws SQLException {
        try (Server server = Server.start(
                TestPlatform.APPLICATION, TestDatabase.H2.fresh(folder).with(ServiceSettingKey.WORKERS, "0"))) {
            PageClient surfer = PageClient.signedInAs(planner(server));
            try (var exhaustion = ConnectionPoolExhaustion.exhaust(server)) {
                assertThat(exhaustion.connections()).isPositive();
                HttpResponse<String> page = surfer.get("/");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body()).contains("<h1>").doesNotContain("En Person");
            }
        }
    }
}
