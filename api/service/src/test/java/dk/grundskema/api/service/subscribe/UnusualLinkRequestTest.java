package dk.grundskema.api.service.subscribe;

import static dk.grundskema.api.service.subscribe.FollowedCampFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual requests for links, as some calendar programs send them. */
class UnusualLinkRequestTest {
    private static final String PUBLISHED = "Mon, 03 Aug 2026 06:30:00 GMT";

    private static final String UNKNOWN = "/c/" + "a".repeat(LinkRepository.TOKEN_LENGTH);
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static FollowedCampFixture camp;
    private static FeedLink link;
    private static ServiceClient planner;

    @BeforeAll
    static void publishes() {
        camp = FollowedCampFixture.start(TestServices.on(TestDatabase.H2));
        link = camp.link();
        planner = ServiceClient.administrator(camp.server());
    }

    /** A caller without earlier requests, so that nothing was counted. */
    private static HttpClient somebody() {
        return FollowedCampFixture.clientAt("127.0.7." + ADDRESSES.incrementAndGet());
    }

    private static String page() {
        return "/c/" + link.token();
    }

    private static String feed() {
        return page() + ".ics";
    }

    /** Returns the headers that depend on the path; Tomcat closes each connection after its hundredth request. */
    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        var all = new TreeMap<String, List<String>>();
        answer.headers().map().forEach((name, values) -> all.put(name.toLowerCase(Locale.ROOT), values));
        all.keySet().removeAll(List.of("date", "x-request-id", "connection"));
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONG",
                "LONG.ics",
                "TOKEN%0A",
                "TOKEN%0D%0AX-Planted:%201",
                "TOKEN%20",
                "TOKEN.",
                "TOKEN..ics",
                "%2e%2e/c/TOKEN.ics",
                "../c/TOKEN/../TOKEN.ics",
                "TOKEN.ics;jsessionid=1",
                "TOKEN.ics%3Bx",
                "TOKEN.%69cs",
                "TOKEN%2Eics",
                "TOKEN%252Eics",
                "TOKEN/seen/",
                "TOKEN/seen/x",
                "TOKEN/qr.svg/",
                "TOKEN/qr.png",
                "TOKEN/",
                "TOKEN+",
                "TOKEN,TOKEN",
                "*",
                "%25%31",
                "-------------------------",
                "--------------------------",
                "api/v1/plans",
                "actuator/prometheus"
            })
    void whateverIsNoLinkIsAnsweredAlikeByEachMethod(String path) {
        HttpClient somebody = somebody();
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "OPTIONS")) {
            HttpResponse<byte[]> known = camp.send(somebody, method, UNKNOWN);

            HttpResponse<byte[]> answer = camp.send(
                    somebody,
                    method,
                    "/c/" + path.replace("LONG", "a".repeat(4000)).replace("TOKEN", link.token()),
                    "Cookie",
                    "session=1");

            assertThat(known.statusCode()).as(method).isEqualTo(404);
            assertThat(answer.statusCode()).as(method).isEqualTo(404);
            assertThat(answer.body()).as(method).isEqualTo(known.body());
            assertThat(headers(answer)).as(method).isEqualTo(headers(known));
            assertThat(headers(answer)).as(method).doesNotContainKeys("set-cookie", "x-planted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".ics", ".ics?alarm=5&cancelled=drop", ".ics?busy", ".ics?alarm=x", "", "/qr.svg"})
    void theHeadOfEachAnswerIsThatOfTheWholeOne(String way) {
        for (String coding : List.of("identity", "gzip")) {
            HttpResponse<byte[]> whole = camp.get(page() + way, "Accept-Encoding", coding);
            HttpResponse<byte[]> head = camp.send("HEAD", page() + way, "Accept-Encoding", coding);

            assertThat(head.statusCode()).isEqualTo(whole.statusCode());
            assertThat(headers(head)).as(coding).isEqualTo(headers(whole));
            assertThat(head.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If-None-Match     | TAG                              | 304
            If-None-Match     | W/TAG                            | 304
            If-None-Match     | "a", TAG                         | 304
            If-None-Match     | "a" , W/"b",TAG , "c"            | 304
            If-None-Match     | *                                | 304
            If-None-Match     | "a", "b"                         | 200
            If-None-Match     | BARE                             | 200
            If-None-Match     | W/                               | 200
            If-None-Match     | "                                | 200
            If-Modified-Since | PUBLISHED                        | 304
            If-Modified-Since | Tue, 04 Aug 2026 06:30:00 GMT    | 304
            If-Modified-Since | Monday, 03-Aug-26 06:30:00 GMT   | 304
            If-Modified-Since | yesterday                        | 200
            If-Modified-Since | 2026-08-03T06:30:00Z             | 200
            If-Modified-Since | Mon, 33 Foo 2026 99:99:99 GMT    | 200
            If-Modified-Since | 0                                | 200
            If-Modified-Since | -1                               | 200
            """)
    void conditionsHoldHoweverTheyAreWrittenAndAreElseLeftAlone(String name, String condition, int status) {
        HttpResponse<byte[]> whole = camp.get(feed());
        String tag = header(whole, "ETag");
        String value = condition
                .replace("TAG", tag)
                .replace("BARE", tag.replace("\"", ""))
                .replace("PUBLISHED", PUBLISHED);

        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<byte[]> answer = camp.send(method, feed(), name, value);

            assertThat(answer.statusCode()).as(method).isEqualTo(status);
            assertThat(header(answer, "ETag")).isEqualTo(tag);
            assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Vary")).contains("Accept-Encoding");
            assertThat(header(answer, "Set-Cookie")).isEmpty();
            if (status == 304) {
                assertThat(answer.body()).isEmpty();
            }
        }
    }

    /** Caches treat two representations of one resource as different. Source: RFC 9110, 8.8.3.3. */
    @Test
    void eachFormHasATagOfItsOwnWhichIsKnownAgain() {
        HttpResponse<byte[]> plain = camp.get(feed(), "Accept-Encoding", "identity");
        HttpResponse<byte[]> packed = camp.get(feed(), "Accept-Encoding", "br;q=1, gzip;q=0.5");
        HttpResponse<byte[]> refused = camp.get(feed(), "Accept-Encoding", "gzip;q=0");
        String tag = header(packed, "ETag");

        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(refused, "Content-Encoding")).isEmpty();
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(tag).isNotEqualTo(header(plain, "ETag"));
        HttpResponse<byte[]> again = camp.get(feed(), "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Vary")).contains("Accept-Encoding");
        assertThat(header(again, "Content-Encoding")).isEmpty();
    }

    private static FeedLink other(LinkKind kind, int which) {
        return camp.links().stream()
                .filter(one -> one.kind() == kind && !one.id().equals(link.id()))
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    private static Instant seen(FeedLink one) {
        return Objects.requireNonNull(camp.server()
                .bean(LinkRepository.class)
                .findByToken(one.token())
                .orElseThrow()
                .seen());
    }

    @Test
    void seenMarkSentTwiceOrFromAnOldPageCountsOnce() {
        FeedLink own = other(LinkKind.STAFF, 0);
        String path = "/c/" + own.token() + "/seen";
        long published = FollowedCampFixture.PUBLISHED.getEpochSecond();

        for (String until : List.of("", "?until=" + published, "?until=" + published)) {
            assertThat(camp.send("POST", path + until).statusCode()).isEqualTo(303);
            assertThat(seen(own)).isEqualTo(FollowedCampFixture.PUBLISHED);
        }
        for (String until : List.of("?until=" + (published - 1), "?until=-99999999999999999", "?until=0")) {
            assertThat(camp.send("POST", path + until).statusCode()).isEqualTo(303);
            assertThat(seen(own)).as("an old page undoes nothing").isEqualTo(FollowedCampFixture.PUBLISHED);
        }
        assertThat(camp.get(path).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1e9", "99999999999999999999", "9223372036854775807", "%00", "1&until=2"})
    void invalidSeenTimeCountsAsTheTimeOfTheShownPage(String until) {
        FeedLink own = other(LinkKind.STAFF, 1);

        HttpResponse<byte[]> answer = camp.send("POST", "/c/" + own.token() + "/seen?until=" + until);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(seen(own)).isEqualTo(FollowedCampFixture.PUBLISHED);
    }

    @Test
    void aLinkThatWasRevokedAnswersByItsNewAddressOnlyOnceItIsRenewed() {
        FeedLink one = other(LinkKind.ROOM, 0);
        String place = camp.place() + "/links/" + one.id().value();
        HttpClient somebody = somebody();

        assertThat(planner.post(place + "/revoke", Map.of()).status()).isEqualTo(200);
        HttpResponse<byte[]> revoked = camp.send(somebody, "GET", "/c/" + one.token() + ".ics");
        Answer renewed = planner.post(place + "/renew", Map.of());

        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(headers(revoked)).isEqualTo(headers(camp.send(somebody, "GET", UNKNOWN)));
        String fresh = String.valueOf(renewed.at("/calendar")).replaceFirst("^https?://[^/]+", "");
        assertThat(fresh).doesNotContain(one.token());
        assertThat(camp.get(fresh).statusCode()).isEqualTo(200);
        assertThat(camp.send(somebody, "GET", "/c/" + one.token() + ".ics").statusCode())
                .isEqualTo(404);
    }
}
