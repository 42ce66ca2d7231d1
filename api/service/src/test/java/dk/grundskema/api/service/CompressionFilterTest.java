package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses are compressed for clients that accept it, and conditional requests work with compressed responses. */
final class CompressionFilterTest {
    private static final Server SERVER = TestServices.on(TestDatabase.H2);
    private static final String OPEN_API = "/api/v1/openapi.json";

    private static String aPlan() {
        return SolvedPlans.createSolvedPlan(ServiceClient.administrator(SERVER), SERVER, "camp-3-weeks", 50);
    }

    private static HttpResponse<byte[]> get(String path, String accepted) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path))
                .header("Authorization", "Bearer " + TestDatabase.TOKEN)
                .header("Accept-Language", "en")
                .header("Accept-Encoding", accepted)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String unpacked(HttpResponse<byte[]> answer) throws IOException {
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Answer asked(ServiceClient client, String path, String tag) {
        return client.withHeader("Accept-Encoding", "gzip")
                .withHeader("If-None-Match", tag)
                .get(path);
    }

    @Test
    void theDescriptionAndAPlanAndItsTimetableAreCompressed() throws Exception {
        ServiceClient client = ServiceClient.administrator(SERVER);
        String plan = aPlan();
        for (String path : new String[] {OPEN_API, plan + "/problem", plan + "/timetable/weeks"}) {
            Answer plain = client.get(path);
            assertThat(plain.status()).as(path + ": " + plain.body()).isEqualTo(200);
            assertThat(plain.header("Content-Encoding")).isEmpty();
            HttpResponse<byte[]> compressed = get(path, "gzip, deflate, br");
            String unpacked = unpacked(compressed);
            assertThat(unpacked.length()).as(path).isGreaterThan(2048);
            assertThat(compressed.body().length).as(path).isLessThan(unpacked.length() / 3);
            assertThat(String.join(",", compressed.headers().allValues("Vary"))).contains("Accept-Encoding");
            assertThat(plain.response().headers().allValues("Vary").toString()).contains("Accept-Encoding");
            assertThat(header(compressed, "ETag")).isEqualTo(plain.tag().replaceFirst("\"$", "-gzip\""));
        }
    }

    @Test
    void theTagOfACompressedAnswerIsGoodForAskingAgain() throws Exception {
        String plan = aPlan();
        ServiceClient client = ServiceClient.administrator(SERVER);
        for (String path : new String[] {OPEN_API, plan + "/problem", plan + "/timetable/weeks"}) {
            String tag = header(get(path, "gzip"), "ETag");
            Answer same = asked(client, path, tag);
            assertThat(same.status()).as(path).isEqualTo(304);
            assertThat(same.tag()).isEqualTo(tag);
            assertThat(asked(client, path, "\"other\", W/" + tag).status())
                    .as(path)
                    .isEqualTo(304);
            assertThat(client.withHeader("If-None-Match", tag).get(path).status())
                    .as(path)
                    .isEqualTo(304);
            assertThat(asked(client, path, client.get(path).tag()).status())
                    .as(path)
                    .isEqualTo(304);
            assertThat(asked(client, path, "\"other-gzip\"").status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void theTagOfACompressedAnswerIsGoodForAChangeAndOnlyOnce() throws Exception {
        String plan = aPlan();
        ServiceClient client = ServiceClient.administrator(SERVER);
        String tag = header(get(plan + "/problem", "gzip"), "ETag");
        assertThat(tag).endsWith("-gzip\"");
        Map<String, Object> other = new HashMap<>();
        ((Map<?, ?>) TestServices.exampleProblem("camp-3-weeks"))
                .forEach((key, value) -> other.put(String.valueOf(key), value));
        other.put("title", "Vinterlejr");
        Map<String, Object> sent = Map.of("problem", other);
        assertThat(client.withHeader("If-Match", tag)
                        .put(plan + "/problem", sent)
                        .status())
                .isEqualTo(200);
        Answer late = client.withHeader("If-Match", tag).put(plan + "/problem", sent);
        assertThat(late.status()).as(late.body()).isEqualTo(412);
        assertThat(client.withHeader("If-Match", "W/" + tag)
                        .put(plan + "/problem", sent)
                        .status())
                .as("a weak tag never matches in If-Match")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "GZIP;q=0.5, br | true",
                "* | true",
                "br, *;q=0.1 | true",
                "gzip;q=0 | false",
                "gzip;q=0, * | false",
                "*;q=0 | false",
                "identity | false",
                "br;q=1.0 | false",
                "gzip;q=nonsense | false"
            })
    void answerIsCompressedOnlyIfTheClientAcceptsGzip(String accepted, boolean isCompressed) throws Exception {
        assertThat(header(get(OPEN_API, accepted), "Content-Encoding")).isEqualTo(isCompressed ? "gzip" : "");
    }

    @Test
    void shortOrCompressedAnswerIsSentUnchanged() throws Exception {
        HttpResponse<byte[]> shortOne = get("/actuator/health", "gzip");
        assertThat(header(shortOne, "Content-Encoding")).isEmpty();
        assertThat(new String(shortOne.body(), StandardCharsets.UTF_8)).startsWith("{");
        HttpResponse<byte[]> archive = get(aPlan() + "/archive", "gzip");
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(header(archive, "Content-Encoding")).isEmpty();
        assertThat(archive.body()).startsWith('P', 'K');
        HttpResponse<byte[]> refused = get("/api/v1/plans/none", "gzip");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("rest.not-found");
    }
}
