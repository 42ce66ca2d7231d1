package dk.grundskema.api.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent, the answer is a refusal in our own words, and the service goes on answering. */
class HostileTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";
    private static final String SIGNED_IN = "Authorization: Bearer " + Database.TOKEN + "\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(
                new PluginHouse(),
                Database.H2.fresh(folder).with(Setting.LIMIT_BODY_SECONDS, "1").with(Setting.LIMIT_UPLOAD, "40"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void itStillAnswers() {
        assertThat(Services.administrator(server).get(PLANS).status()).isEqualTo(200);
    }

    /** Sends bytes as they are and reads what comes back until the service hangs up. */
    private static String raw(String head, byte[]... contents) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
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

    private static String read(InputStream in) throws IOException {
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

    private static String request(String line, String headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static void assertRefused(String answer, int... statuses) {
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(Integer.parseInt(answer.substring(9, 12)))
                .as(answer)
                .isIn(java.util.Arrays.stream(statuses).boxed().toList());
        assertOurs(answer);
    }

    private static void assertOurs(String answer) {
        assertThat(answer)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("urn:grundskema:problem:")
                .doesNotContainIgnoringCase("<html")
                .doesNotContain("Exception", "\tat ", "org.apache", "org.springframework", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/../../etc/passwd",
                "GET /api/v1/plans/%2e%2e/%2e%2e/etc",
                "GET /api/v1/plans/a%00b",
                "GET /api/v1/plans/a;b=c",
                "GET //api/v1/plans",
                "GET /api/v1//plans//x",
                "GET /api/v1/plans/a%2fb",
                "GET /api/v1/plans/a%5cb",
                "GET /api/v1/plans/%",
                "GET /api/v1/plans/%c3%28",
                "GET /api/v1/plans/a b",
                "GET /api/v1/plans/<script>",
                "GET /nothing/here",
                "GET /error",
                "GET /actuator/env",
                "GET /actuator/heapdump",
                "GET /api/v1/organisations/home/plans?after=%00",
                "GET /api/v1/organisations/home/plans?after=%ff",
                "TRACE /api/v1/plans",
                "PATCH /api/v1/openapi.json",
                "MADE-UP /api/v1/plans",
                "DELETE /api/v1/openapi.json",
            })
    void pathsAndMethodsThatAreTricks(String line) throws IOException {
        assertRefused(raw(request(line, SIGNED_IN)), 400, 404, 405, 501);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404 X: a\r\n b\r\n",
                "400 X\u0000: a\r\n",
                "400 X: a\u0000b\r\n",
                "400 If-Match: *\r\nX : y\r\n",
                "400 : nothing\r\n",
                "400 Content-Length: -1\r\n",
                "400 Content-Length: 1\r\nContent-Length: 2\r\n",
                "501 Transfer-Encoding: nonsense\r\n",
                "404 Accept-Language: xxxxxxxxxxxxxxxxxxxx\r\n",
                "404 Accept: nonsense\r\n",
                "404 Cookie: a=\"b; c\r\n",
                "404 Range: bytes=0-,0-,0-,0-\r\n",
                "404 X: \u00ff\u00fe\u00e6\r\n",
                "404 X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-Host: evil.example\r\nForwarded: for=x\r\n",
            })
    void headersThatAreTricks(String trick) throws IOException {
        String answer = raw(request("GET /api/v1/plans/none", SIGNED_IN + trick.substring(4)));
        assertRefused(answer, Integer.parseInt(trick.substring(0, 3)));
        assertThat(answer).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer \r\n",
                "Authorization: Bearer nobody's\r\n",
                "Authorization: Basic %%%\r\n",
                "Authorization: Bearer " + Database.TOKEN + "\u0000\r\n",
                "Cookie: grundskema-session=\r\n",
                "Cookie: grundskema-session=" + Database.TOKEN + "\r\n",
            })
    void whatNobodyIsKnownByIsNobody(String header) throws IOException {
        assertRefused(raw(request("GET " + PLANS, header)), header.contains("\u0000") ? 400 : 401);
    }

    @Test
    void headersWithoutEnd() throws IOException {
        assertRefused(raw(request("GET /api/v1/plans/none", "X: " + "a".repeat(40_000) + "\r\n")), 400, 431);
        assertRefused(raw(request("GET /" + "a".repeat(40_000), "")), 400, 414);
        assertRefused(raw(request("GET /", "A: b\r\n".repeat(5_000))), 400, 431);
    }

    @Test
    void contentsOfAGigabyteAreCutOff() throws IOException {
        String announced = raw(request("POST " + PLANS, SIGNED_IN + JSON + "Content-Length: 1073741824\r\n"));
        assertRefused(announced, 413);
        assertRefused(streamed(request("POST " + PLANS, SIGNED_IN + JSON + "Transfer-Encoding: chunked\r\n")), 413);
    }

    /** What no operation reads is read to be known again: as little of it as of anything. */
    @Test
    void contentsOfAGigabyteThatNobodyAskedForAreCutOffToo() throws IOException {
        String key = "Idempotency-Key: gigabyte\r\nTransfer-Encoding: chunked\r\n";
        assertRefused(streamed(request("POST /api/v1/sign-out", SIGNED_IN + key)), 413);
    }

    /** Sends a gigabyte in chunks and reads meanwhile, as clients do that want to know early; the answer must come before the end. */
    private static String streamed(String head) throws IOException {
        byte[] chunk = ("100000\r\n" + " ".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            var answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return read(socket.getInputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            int sent = 0;
            try {
                while (sent < 1024) {
                    out.write(chunk);
                    sent++;
                }
            } catch (SocketException e) {
                // It hung up, as it should.
            }
            assertThat(sent).isLessThan(100);
            return answer.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in", "password", "first-administrator"})
    void whoeverIsNotKnownSendsAFewLinesInAFewSeconds(String operation) throws Exception {
        String path = "/api/v1/" + operation;
        Client stranger = Services.stranger(server);
        assertThat(stranger.send("POST", path, " ".repeat(4 << 10) + "{}").status())
                .isEqualTo(422);
        Answer large = stranger.send("POST", path, " ".repeat(9 << 10) + "{}");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.at("/code")).isEqualTo("rest.too-large-unknown");
        assertThat(Services.administrator(server)
                        .send("POST", PLANS, " ".repeat(9 << 10) + "{}")
                        .status())
                .as("who is known sends more")
                .isEqualTo(422);
        byte[] chunk = ("1000\r\n" + " ".repeat(1 << 12) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(raw(request("POST " + path, JSON + "Transfer-Encoding: chunked\r\n"), chunk, chunk, chunk), 413);
    }

    @Test
    void whoeverIsNotKnownSendsNoFilesEither() throws IOException {
        String file = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"
                + " ".repeat(20_000) + "\r\n--x--\r\n";
        String headers = "Content-Type: multipart/form-data;boundary=x\r\nContent-Length: " + file.length() + "\r\n";
        assertRefused(
                raw(
                        request("POST /api/v1/organisations/home/imports", headers),
                        file.getBytes(StandardCharsets.ISO_8859_1)),
                401,
                413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLANS + " application/json",
                "/api/v1/sign-in application/json",
                "/api/v1/organisations/home/imports multipart/form-data;boundary=x",
                "/api/v1/organisations/home/archives multipart/form-data;boundary=x"
            })
    void contentsThatDrip(String target) throws Exception {
        String path = target.split(" ", -1)[0];
        String type = "Content-Type: " + target.split(" ", -1)[1] + "\r\n";
        String begin = type.contains("multipart")
                ? "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"
                : "";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
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
            assertRefused(read(socket.getInputStream()), 408);
        }
    }

    @Test
    void whoeverSendsNothingOfWhatWasAnnouncedIsNotWaitedForLong() throws IOException {
        for (String known : List.of("", SIGNED_IN)) {
            String path = known.isEmpty() ? "/api/v1/sign-in" : PLANS;
            assertRefused(raw(request("POST " + path, known + JSON + "Content-Length: 100\r\n")), 408);
        }
    }

    /** Sends a byte now and then until the service hangs up; what it said before that. */
    private static String dripped(String begin, int most) throws Exception {
        var said = new StringBuilder();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
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

    /** The answer is there at once; the rest isn't waited for, though nobody wanted to read any of it. */
    @Test
    void whatNobodyWantsToReadIsNotWaitedForEither() throws Exception {
        String answer = dripped(
                "POST /api/v1/nothing HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 900000\r\n\r\n",
                DRIP);
        assertRefused(answer, 401, 404);
    }

    @Test
    void whoeverReadsNothingIsNotWaitedForLong() throws Exception {
        dripped("GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(30), LONG_DRIP);
    }

    @Test
    void contentsThatAreNotWhatTheySay() throws IOException {
        Client client = Services.administrator(server);
        assertThat(client.send("POST", PLANS, "[".repeat(100_000)).status()).isEqualTo(400);
        for (int depth : new int[] {JsonParsing.DEEPEST, JsonParsing.DEEPEST + 1}) {
            Answer deep = client.send("POST", PLANS, "[".repeat(depth) + "]".repeat(depth));
            boolean isTooDeep = depth > JsonParsing.DEEPEST;
            assertThat(deep.status()).isEqualTo(isTooDeep ? 400 : 422);
            assertThat(deep.at("/code")).isEqualTo(isTooDeep ? "json.too-deep" : "value.wrong-type");
        }
        assertThat(client.send("POST", PLANS, "{\"title\":".repeat(50_000)).status())
                .isEqualTo(400);
        assertThat(client.send("POST", PLANS, "{\"title\": \"a\", \"title\": \"b\", \"problem\": {}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.send("POST", PLANS, "{\"title\": 1e999999999, \"problem\": 1}")
                        .status())
                .isEqualTo(422);
        byte[] latin = "{\"title\": \"b\u00e6\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(
                raw(request("POST " + PLANS, SIGNED_IN + JSON + "Content-Length: " + latin.length + "\r\n"), latin),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "nonsense",
                "application/json; charset=nonsense",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded"
            })
    void mediaTypesThatAreWrong(String type) throws IOException {
        byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
        assertRefused(
                raw(
                        request("POST " + PLANS, SIGNED_IN + "Content-Type: " + type + "\r\nContent-Length: 2\r\n"),
                        content),
                400,
                415,
                422);
    }

    @Test
    void whatCannotBeAnsweredInTheWayThatIsAcceptedIsRefused() {
        Answer answer =
                Services.administrator(server).with("Accept", "image/png").get(PLANS);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void namesComeBackAsTheTextThatTheyAre() {
        Client client = Services.administrator(server);
        for (String name : List.of(
                "'; DROP TABLE plan; --", "<script>alert(1)</script>", "${7*7} #{7*7} {{7*7}}", "æøå\u0301 😀")) {
            Answer made = client.post(PLANS, Map.of("title", name, "problem", Services.example("camp-3-weeks")));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(client.get(made.header("Location")).at("/title")).isEqualTo(name);
            assertThat(made.header("Content-Type")).startsWith("application/json");
            assertThat(made.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void whoeverAsksTooMuchWaits() {
        try (Server limited = Server.start(
                new PluginHouse(), Database.H2.fresh(folder.resolve("limited")).with(Setting.LIMIT_REQUESTS, "20"))) {
            Client client = Services.administrator(limited);
            Answer last = client.get(PLANS);
            for (int i = 0; i < 40 && last.status() == 200; i++) {
                last = client.get(PLANS);
            }
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.at("/code")).isEqualTo("rest.too-many-requests");
            assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
            assertThat(Services.stranger(limited).get("/actuator/health").status())
                    .isEqualTo(200);
        }
    }

    /** Where the database has no such table any more, whatever is asked fails: before it is known who calls, and in an operation. */
    @Test
    void whatFailsInsideIsToldToNobody() {
        try (Server broken = Server.start(new PluginHouse(), Database.H2.fresh(folder.resolve("broken")))) {
            Client client = Services.administrator(broken);
            for (String table : List.of("plan", "credential")) {
                assertThat(client.get(PLANS).status()).isEqualTo(200);
                var database = broken.part(JdbcClient.class);
                database.sql("ALTER TABLE " + table + " RENAME TO elsewhere").update();
                Answer failed = client.get(PLANS);
                assertThat(failed.status()).isEqualTo(500);
                assertThat(failed.at("/code")).isEqualTo("rest.status-500");
                assertThat(failed.header("Content-Type")).startsWith("application/problem+json");
                assertThat(failed.body())
                        .doesNotContain("Exception", "SELECT", "jdbc", "at dk.", "at org.")
                        .doesNotContainIgnoringCase(table + " ");
                database.sql("ALTER TABLE elsewhere RENAME TO " + table).update();
            }
        }
    }

    @Test
    void whoeverBeginsToSignInElsewhereTooOftenWaits() throws IOException {
        String address = "/oauth2/authorization/oidc";
        Client stranger = Services.stranger(server).unheld();
        for (int i = 0; i < AddressRates.A_MINUTE; i++) {
            assertThat(stranger.get(address).status()).isIn(404, 429);
        }
        String last = "";
        for (int i = 0;
                i < 10_000 && !last.contains(" 429");
                i++) { // a slow machine is given back four a second meanwhile
            last = raw(request("GET /o%61uth2/authorization/oidc", ""));
        }
        assertThat(last).startsWith("HTTP/1.1 429").contains("rest.too-many-requests", "Retry-After");
    }

    @Test
    void refusalsAreInTheLanguageThatIsAskedFor() {
        Client danish = new Client("http://localhost:" + server.port(), List.of());
        assertThat(danish.get("/nothing").at("/title")).isEqualTo("Findes ikke");
        assertThat(Services.stranger(server).get("/nothing").at("/title")).isEqualTo("Not there");
    }
}
