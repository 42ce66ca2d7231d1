package dk.grundskema.api.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestExchange;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Error pages of requests refused before a controller show whether the reader is signed in. */
final class ProblemPageRendererTest {
    private static final String[] SIGNED_IN = {"En Person", "action=\"/sign-out\""};

    private final Server server = TestPlatform.on(TestDatabase.H2);
    private final String cookies =
            TestSchool.cookies(TestSchool.create(server).addPerson(Role.PLANNER).signIn());

    @Test
    void tooLargeRequestPageShowsThePlannerAsSignedIn() throws IOException {
        assertThat(tooLarge("Cookie: " + cookies)).contains("413").contains(SIGNED_IN);
        assertThat(tooLarge("Cookie: other=1"))
                .contains("413", "<h1>")
                .doesNotContain("En Person", "action=\"/sign-out\"");
    }

    private String tooLarge(String header) throws IOException {
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

    /** Returns the page about a problem for the planner who has signed in. */
    private String page(int status, String code) {
        var problem = new ProblemDetails("", "Det går ikke", status, "", code, "", List.of(), null);
        Map<String, String> headers = Map.of("Accept", "text/html", "Cookie", cookies);
        byte[] page = server.bean(ProblemPageRenderer.class)
                .render(problem, TestExchange.of("/", "127.0.0.1", headers).request())
                .orElseThrow();
        return new String(page, StandardCharsets.UTF_8);
    }

    @Test
    void tooManyRequestsPageShowsThePlannerAsSignedIn() {
        assertThat(page(429, "rest.too-many-requests"))
                .contains("<h1>Det går ikke")
                .contains(SIGNED_IN);
    }

    /** The attempt would take long; {@code DatabaseOutageTest} sees the page while the database is away. */
    @Test
    void whileTheDatabaseIsAwayNobodyIsLookedUp() {
        assertThat(page(503, "rest.database-away")).contains("<h1>Det går ikke").doesNotContain("En Person");
    }
}
