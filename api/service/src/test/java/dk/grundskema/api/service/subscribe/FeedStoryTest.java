package dk.grundskema.api.service.subscribe;

import static dk.grundskema.api.service.subscribe.FollowedCampFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.testing.TestServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as phones and people get them, who have a link and nothing else. */
class FeedStoryTest {
    private static FollowedCampFixture camp;
    private static FeedLink link;

    @BeforeAll
    static void publishes() {
        camp = FollowedCampFixture.start(TestServices.on(TestDatabase.H2));
        link = camp.link();
    }

    private static String page() {
        return "/c/" + link.token();
    }

    private static String feed() {
        return page() + ".ics";
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    @Test
    void aFeedIsACalendarThatNobodyElseKeepsOrFinds() {
        HttpResponse<byte[]> answer = camp.get(feed());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).startsWith("BEGIN:VCALENDAR\r\n").contains("BEGIN:VEVENT");
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("inline; filename=\"calendar.ics\"");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(header(answer, "Last-Modified")).isEqualTo("Mon, 03 Aug 2026 06:30:00 GMT");
        assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{32}\"");
    }

    @Test
    void feedAnswersNotModifiedByTagOrByTime() {
        String tag = header(camp.get(feed()), "ETag");

        assertThat(camp.get(feed(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(camp.get(feed(), "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        String published = "Mon, 03 Aug 2026 06:30:00 GMT";
        assertThat(camp.get(feed(), "If-Modified-Since", published).statusCode())
                .isEqualTo(304);
        assertThat(camp.get(feed(), "If-Modified-Since", "Mon, 03 Aug 2026 06:29:59 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(camp.get(feed(), "If-None-Match", "\"other\"", "If-Modified-Since", published)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theHeadAloneIsThatOfTheWholeAndTheCompressedFormIsTheSame() throws IOException {
        HttpResponse<byte[]> whole = camp.get(feed());
        HttpResponse<byte[]> head = camp.send("HEAD", feed());
        HttpResponse<byte[]> packed = camp.get(feed(), "Accept-Encoding", "gzip");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(whole, "ETag"));
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(whole.body().length));
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(whole.body());
    }

    @Test
    void feedHonoursAlarmAndCancelledParameters() {
        assertThat(text(camp.get(feed() + "?alarm=15"))).contains("TRIGGER:-PT15M");
        assertThat(text(camp.get(feed()))).doesNotContain("VALARM");
        assertThat(camp.get(feed() + "?cancelled=drop&fbclid=1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "alarm=-1, alarm",
        "alarm=10081, alarm",
        "alarm=, alarm",
        "alarm=1.5, alarm",
        "cancelled=keep, cancelled",
        "alarm=1&alarm=2, alarm"
    })
    void invalidFeedParameterIsRefusedOnAPage(String query, String parameter) {
        HttpResponse<byte[]> answer = camp.get(feed() + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains("<h1", "?" + parameter).doesNotContain(link.token());
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
    }

    @Test
    void thePageShowsWhatIsPublishedAndKeepsToItself() {
        HttpResponse<byte[]> answer = camp.get(page());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer))
                .contains("Gym on Monday", "webcal://localhost:" + camp.server().port() + feed(), "<svg");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(header(camp.get(page() + "/qr.svg"), "Content-Type")).startsWith("image/svg+xml");
    }

    @Test
    void seenMarkRedirectsBackAndCoversOnlyWhatWasShown() {
        FeedLink own = camp.links().stream()
                .filter(one -> one.kind() == LinkKind.STAFF && !one.id().equals(link.id()))
                .findFirst()
                .orElseThrow();
        long before = FollowedCampFixture.PUBLISHED.getEpochSecond() - 1;

        camp.send("POST", "/c/" + own.token() + "/seen?until=" + before);
        assertThat(seen(own)).isEqualTo(FollowedCampFixture.PUBLISHED.minusSeconds(1));
        HttpResponse<byte[]> answer = camp.send("POST", "/c/" + own.token() + "/seen?until=99999999999");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("../" + own.token());
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(seen(own)).isEqualTo(FollowedCampFixture.PUBLISHED);
        FeedLink room = camp.links().stream()
                .filter(one -> one.kind() == LinkKind.ROOM)
                .findFirst()
                .orElseThrow();
        camp.send("POST", "/c/" + room.token() + "/seen");
        assertThat(camp.server()
                        .bean(LinkRepository.class)
                        .findByToken(room.token())
                        .orElseThrow()
                        .seen())
                .isNull();
    }

    private static Instant seen(FeedLink own) {
        return Objects.requireNonNull(camp.server()
                .bean(LinkRepository.class)
                .findByToken(own.token())
                .orElseThrow()
                .seen());
    }

    /** Headers that differ in each response. */
    private static final Set<String> NOT_OF_THE_PATH = Set.of("date", "x-request-id", "connection");

    /** Returns the headers that depend on the path; Tomcat closes each connection after its hundredth request. */
    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        var all = new TreeMap<>(answer.headers().map());
        all.keySet().removeIf(name -> NOT_OF_THE_PATH.contains(name.toLowerCase(Locale.ROOT)));
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/c/CUT",
                "/c/UPPER",
                "/c/UPPER.ics",
                "/c/UNKNOWN.ics",
                "/c/UNKNOWN.ics?alarm=x",
                "/c/UNKNOWN/qr.svg",
                "/c/TOKEN/",
                "/c/TOKEN/x",
                "/c/x/TOKEN",
                "/c/TOKEN%2F",
                "/c/TOKEN;x",
                "/c//TOKEN",
                "/c/%54OKEN",
                "/c/TOKEN.ICS",
                "/c/TOKEN.ics.ics",
                "/c/%F0%9F%8E%89",
                "/c/REVOKED",
                "/c/REVOKED.ics"
            })
    void whateverIsNoLinkIsAnsweredAlike(String path) {
        FeedLink revoked = camp.links().getLast();
        camp.server().bean(LinkRepository.class).revoke(camp.plan().id(), revoked.id());
        String unknown = "a".repeat(LinkRepository.TOKEN_LENGTH);
        HttpResponse<byte[]> known = camp.get("/c/" + unknown);

        HttpResponse<byte[]> answer = camp.get(path.replace("REVOKED", revoked.token())
                .replace("UNKNOWN", unknown)
                .replace(
                        "%54OKEN",
                        "%%%02x".formatted((int) link.token().charAt(0))
                                + link.token().substring(1))
                .replace("TOKEN", link.token())
                .replace("UPPER", link.token().toUpperCase(Locale.ROOT))
                .replace("CUT", link.token().substring(1)));

        assertThat(known.statusCode()).isEqualTo(404);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(known.body());
        assertThat(headers(answer)).isEqualTo(headers(known));
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void theCalendarOfAnybodyWhoHasLeftIsGoneInTheEnd() {
        FeedLink left = camp.links().stream()
                .filter(one -> one.kind() == LinkKind.GROUP)
                .findFirst()
                .orElseThrow();
        FeedSnapshot before = camp.server().bean(FeedCalculator.class).currentFeed(left);
        camp.storeContent(
                left,
                new StoredFeed(
                                1,
                                FollowedCampFixture.PUBLISHED,
                                "Team",
                                before.span(),
                                true,
                                FeedState.EMPTY,
                                List.of())
                        .bytes());

        for (String path : List.of(".ics", "", "/qr.svg")) {
            HttpResponse<byte[]> answer = camp.get("/c/" + left.token() + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(410);
            assertThat(text(answer)).contains("<h1");
        }
    }

    @Test
    void plannersGetASheetWithTheCodeOfEachOfTheStaff() {
        var planner = ServiceClient.administrator(camp.server());

        var answer = planner.get(camp.place() + "/links/sheet");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        long staff = camp.links().stream()
                .filter(one -> one.kind() == LinkKind.STAFF && one.revoked() == null)
                .count();
        assertThat(answer.body().split("<svg", -1)).hasSize((int) staff + 1);
        assertThat(answer.body()).contains("localhost:" + camp.server().port() + page());
        assertThat(ServiceClient.anonymous(camp.server())
                        .get(camp.place() + "/links/sheet")
                        .status())
                .isEqualTo(401);
    }
}
