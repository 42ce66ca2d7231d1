package dk.grundskema.api.service.subscribe;

import static dk.grundskema.api.service.subscribe.FollowedCampFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.ManualTimeMeter;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.start.ServiceApplication;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guessed link addresses, what the service reveals of existing ones, and many concurrent phones; {@code examples/benchmark feeds} has thousands of
 * phones.
 */
@Tag("http")
class LinkGuessingTest {
    private static final int TIMES = 12;
    private static final int AT_ONCE = 12;

    @TempDir
    private static Path folder;

    private static final ManualTimeMeter TIME = new ManualTimeMeter();

    private static Server server;

    /** On a slow machine the limiter forgets some requests before the next one. */
    private static final int MOST = 60;

    @BeforeAll
    static void start() {
        var settings = TestDatabase.H2
                .fresh(folder)
                .with(ServiceSettingKey.LOG_REQUESTS, "true")
                .with(ServiceSettingKey.LIMIT_REQUESTS, "20")
                .with(ServiceSettingKey.LIMIT_UNKNOWN_LINKS, String.valueOf(MOST))
                .with(ServiceSettingKey.PUBLIC_URL, "https://kalender.example/");
        server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings, TIME);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Each test has all requests of a minute. */
    @BeforeEach
    void waitAMinute() {
        TIME.advance(Duration.ofMinutes(1));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Bytes that begin like a stored feed and then refer to a missing text, as after a programming error. */
    private static byte[] broken() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(StoredFeedWriter.VERSION);
            out.writeInt(1);
            out.writeLong(0);
            out.writeInt(0);
            out.writeInt(5);
        }
        return bytes.toByteArray();
    }

    @Test
    void linkGuessesAreLimitedValidLinksAreNotAndNoTokenIsWritten() throws IOException {
        try (var log = new CapturedLog()) {
            FollowedCampFixture camp = FollowedCampFixture.start(server);
            String token = camp.link().token();
            var told = new ArrayList<String>();

            int answered = 0;
            var answer = camp.get("/c/" + token.substring(1) + "a.ics");
            while (answer.statusCode() == 404 && answered <= MOST) {
                answered++;
                answer = camp.get("/c/" + token.substring(1) + (char) ('a' + answered % 20) + ".ics");
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answered).isEqualTo(MOST);
            assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(1, 60);
            told.add(text(answer.body()));
            for (int i = 0; i < 300; i++) {
                assertThat(camp.get("/c/" + token + ".ics").statusCode()).isEqualTo(200);
            }
            assertThat(text(camp.get("/c/" + token).body())).contains("webcal://kalender.example/c/" + token + ".ics");

            told.add(text(camp.get("/c/" + token + ".ics?alarm=x").body()));
            told.add(text(camp.send("PUT", "/c/" + token).body()));
            camp.storeContent(camp.link(), broken());
            var failed = camp.get("/c/" + token + ".ics");
            assertThat(failed.statusCode()).isEqualTo(500);
            told.add(text(failed.body()));
            String metrics = text(camp.get("/actuator/prometheus").body());
            assertThat(metrics).contains("/c/{token}.ics");
            told.add(metrics);
            told.addAll(log.lines());

            assertThat(log.lines()).anyMatch(line -> line.contains("GET /c/{token}.ics 200"));
            assertThat(List.copyOf(told)).noneMatch(line -> line.contains(token.substring(1)));
        }
    }

    @Test
    void allStaffBehindOneAddressGetTheirCalendarsWhileSomebodyThereTriesLinks() throws Exception {
        FollowedCampFixture camp = FollowedCampFixture.start(server);
        List<FeedLink> links = camp.links();
        var asking = new ArrayList<Callable<HttpResponse<byte[]>>>();
        for (int i = 0; i < TIMES * links.size(); i++) {
            FeedLink link = links.get(i % links.size());
            String wrong = link.token().substring(2) + (char) ('a' + i % 8) + (char) ('a' + i / 8 % 8);
            asking.add(() -> camp.get("/c/" + link.token() + ".ics"));
            asking.add(() -> camp.get("/c/" + wrong + ".ics"));
        }

        List<HttpResponse<byte[]>> answers = all(asking);

        for (int i = 0; i < answers.size(); i += 2) {
            HttpResponse<byte[]> own = answers.get(i);
            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(own.body()).isEqualTo(answers.get(i % (2 * links.size())).body());
            assertThat(answers.get(i + 1).statusCode()).isIn(404, 429);
        }
        assertThat(answers).as("a caller with so many attempts is limited").anyMatch(one -> one.statusCode() == 429);
    }

    private static List<HttpResponse<byte[]>> all(List<Callable<HttpResponse<byte[]>>> asking) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ArrayList<HttpResponse<byte[]>>();
            for (Future<HttpResponse<byte[]>> each : threads.invokeAll(asking)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
