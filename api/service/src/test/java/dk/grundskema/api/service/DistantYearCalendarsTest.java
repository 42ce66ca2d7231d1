package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars with distant years: readable events are imported, and every client can read the exported feeds. */
@Tag("calendar-clients")
final class DistantYearCalendarsTest {
    private static final String IMPORTS = "/api/v1/organisations/home/imports";
    private static final Pattern MOMENT = Pattern.compile("(?:DTSTART|DTEND)[^:\\r\\n]*:(\\d+)T\\d{6}Z?");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final ServiceClient client = ServiceClient.administrator(server);

    private static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//DA\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:7a dansk\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private Answer read(String query, String content) {
        return client.upload(IMPORTS + query, List.of(new UploadedFile("files", "7a.ics", content)));
    }

    private static void assertFound(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.at("/findings/0/code")).as(answer.body()).isEqualTo(code);
    }

    /** In the order: the lesson itself, the end of a lesson that recurs, a day on which it is not or is besides. */
    @ParameterizedTest
    @CsvSource({
        "00000101, too-often, rule, guessed",
        "00010101, too-often, import.no-lessons, guessed",
        "18991231, import.no-lessons, import.no-lessons, guessed",
        "99991231, import.no-lessons, guessed, guessed",
        "100000101, no-start, rule, time",
        "-99990101, no-start, rule, time"
    })
    void daysThatAreFarAwayAreFoundOrPassedOver(String day, String itself, String end, String besides) {
        String[] then = {"DTSTART:" + day + "T080000", "DTEND:" + day + "T084500"};
        String[] now = {"DTSTART:20260907T080000", "DTEND:20260907T084500"};
        String weekly = "RRULE:FREQ=WEEKLY;";
        String until = weekly + "UNTIL=" + day + "T235959Z";
        String year = "?schoolYear=2026/27";
        assertFound(read("", calendar(then[0], then[1], until)), 422, "import.ical.no-year");
        assertFound(read(year, calendar(then[0], then[1], until)), 200, code(itself));
        assertFound(read(year, calendar(now[0], now[1], until)), end.equals("rule") ? 422 : 200, code(end));
        String list = day + "T080000";
        assertFound(
                read(year, calendar(now[0], now[1], weekly + "COUNT=10", "EXDATE:" + list, "RDATE:" + list)),
                200,
                code(besides));
    }

    private static String code(String end) {
        return end.contains(".") ? end : "import.ical." + end;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000/01", "1899/00", "1999/00", "2100/01", "9999/00", "10000/01", "-999999999/00"})
    void schoolYearsThatAreFarAwayAreNone(String year) {
        String weekly = calendar("DTSTART:20260907T080000", "DTEND:20260907T084500", "RRULE:FREQ=WEEKLY");
        assertFound(read("?schoolYear=" + year, weekly), 422, "import.year.malformed");
    }

    /** The last year that is planned: each moment in the calendars is written with four digits of the year. */
    @Test
    void aTimetableOfTheLastYearGoesOutAsCalendars() throws Exception {
        Map<String, String> calendars = calendars(SolvedPlans.createSolvedPlan(client, server, in("2099"), 500));
        assertThat(calendars).hasSizeGreaterThan(10);
        int events = 0;
        for (String text : calendars.values()) {
            for (String event : text.substring(text.indexOf("BEGIN:VEVENT")).split("BEGIN:VEVENT", -1)) {
                List<String> days = MOMENT.matcher(event)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
                assertThat(days)
                        .as(event)
                        .hasSize(event.isEmpty() ? 0 : 2)
                        .allMatch(day -> day.matches("209909\\d\\d"));
                events += days.size() / 2;
            }
        }
        assertThat(events).isGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "0000, none-such",
        "1900, none-such",
        "1999, none-such",
        "2100, none-such",
        "9999, none-such",
        "10000, malformed"
    })
    void weeksOfOtherYearsAreNone(String year, String code) {
        Answer refused =
                client.post("/api/v1/organisations/home/plans", Map.of("title", "Langt væk", "problem", in(year)));
        assertFound(refused, 422, "week." + code);
        assertThat(refused.at("/findings/0/pointer")).isEqualTo("/problem/horizon/firstWeek");
    }

    /** The camp in another year. */
    @SuppressWarnings("unchecked") // it is an object
    private static Map<String, Object> in(String year) {
        String text = JsonFormatter.format(Json.fromJava(TestServices.exampleProblem("camp-3-weeks")))
                .replace("\"2026-", '"' + year + '-');
        if (JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good) {
            return (Map<String, Object>) Json.toJava(good.value());
        }
        throw new IllegalStateException("It is no JSON any more.");
    }

    private Map<String, String> calendars(String place) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(client.base() + place + "/calendars"))
                                .headers(client.headers().toArray(String[]::new))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
