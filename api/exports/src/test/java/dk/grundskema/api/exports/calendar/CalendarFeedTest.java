package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.calendar.CalendarReader;
import dk.grundskema.domain.time.DateSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements on feeds for clients that reload them. Source: RFC 5545, RFC 7986. */
class CalendarFeedTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");
    private static final Instant PUBLISHED = Instant.parse("2026-08-01T12:00:00Z");
    private static final CalendarSpan YEAR =
            new CalendarSpan(HERE, Instant.parse("2026-07-31T22:00:00Z"), Instant.parse("2027-07-31T22:00:00Z"));
    private static final EventTime NINE = hours("2026-09-10T09:00", 45);

    @TempDir
    private Path folder;

    private static EventTime hours(String start, int minutes) {
        return EventTime.ofHours(LocalDateTime.parse(start).atZone(HERE).toInstant(), minutes);
    }

    private static CalendarEvent event(String uid, EventTime time, String summary) {
        return new CalendarEvent(
                uid, time, summary, "Salen", List.of("Sammen med: Bo", "Rolle: lærer"), List.of("Hold"), "teal", true);
    }

    private static EventVersion held(CalendarEvent event) {
        return new EventVersion(event, 0, PUBLISHED, false);
    }

    private static byte[] feed(String name, EventVersion... versions) {
        return ICalendarWriter.writeFeed(new CalendarHeader(name, Locale.of("da"), YEAR), List.of(versions), null);
    }

    private static List<String> lines(byte[] feed) {
        String text = new String(feed, StandardCharsets.UTF_8);
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(Stream.of(text.split("\r\n", -1)))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        return Arrays.asList(text.replace("\r\n ", "").split("\r\n"));
    }

    private static List<String> alarmed(EventVersion version, Duration before) {
        return lines(
                ICalendarWriter.writeFeed(new CalendarHeader("Ane", Locale.of("da"), YEAR), List.of(version), before));
    }

    @Test
    void anEventThatIsHeldSaysSoAndSinceWhenItIsAsItIs() {
        var version = new EventVersion(event("a", NINE, "Dansk"), 3, Instant.parse("2026-08-20T07:15:30Z"), false);

        assertThat(lines(feed("Ane", version)))
                .containsSubsequence(
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTAMP:20260820T071530Z",
                        "SEQUENCE:3",
                        "LAST-MODIFIED:20260820T071530Z",
                        "STATUS:CONFIRMED",
                        "DTSTART;TZID=Europe/Copenhagen:20260910T090000",
                        "DTEND;TZID=Europe/Copenhagen:20260910T094500",
                        "SUMMARY:Dansk",
                        "LOCATION:Salen",
                        "DESCRIPTION:Sammen med: Bo\\nRolle: lærer",
                        "TRANSP:OPAQUE",
                        "END:VEVENT");
    }

    /** Its time stays, so that clients recognise the event; it makes nobody busy. */
    @Test
    void aCancelledEventSaysSoAndTakesNobodysTime() {
        var version = new EventVersion(event("a", NINE, "Dansk"), 1, PUBLISHED, true);

        assertThat(lines(feed("Ane", version)))
                .contains(
                        "STATUS:CANCELLED",
                        "SEQUENCE:1",
                        "DTSTART;TZID=Europe/Copenhagen:20260910T090000",
                        "TRANSP:TRANSPARENT")
                .doesNotContain("STATUS:CONFIRMED", "TRANSP:OPAQUE");
    }

    @Test
    void aFileThatIsReadOnceSaysNothingOfIt() {
        var head = new CalendarHeader("Ane", Locale.of("da"), YEAR);

        assertThat(lines(ICalendarWriter.writeFile(head, List.of(held(event("a", NINE, "Dansk"))))))
                .noneMatch(line -> line.startsWith("STATUS") || line.startsWith("LAST-MODIFIED"));
    }

    @Test
    void aFeedSaysWhatItIsCalledAndHowOftenToLook() {
        assertThat(lines(feed("Lejr · Ane; Bjerre")))
                .contains(
                        "NAME:Lejr · Ane\\; Bjerre",
                        "X-WR-CALNAME:Lejr · Ane\\; Bjerre",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "X-PUBLISHED-TTL:PT1H");
    }

    @Test
    void anAlarmIsThereIfAskedForAndOnlyForWhatIsHeldAtAnHour() {
        CalendarEvent dansk = event("a", NINE, "Dansk");
        CalendarEvent day = event("b", EventTime.ofDays(LocalDate.of(2026, 9, 10), LocalDate.of(2026, 9, 10)), "Dag");

        assertThat(alarmed(held(dansk), Duration.ofMinutes(10)))
                .containsSubsequence(
                        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DESCRIPTION:Dansk", "END:VALARM");
        assertThat(alarmed(held(dansk), Duration.ZERO)).contains("TRIGGER:PT0S");
        assertThat(lines(feed("Ane", held(dansk)))).doesNotContain("BEGIN:VALARM");
        assertThat(alarmed(held(day), Duration.ofMinutes(10))).doesNotContain("BEGIN:VALARM");
        assertThat(alarmed(new EventVersion(dansk, 1, PUBLISHED, true), Duration.ofMinutes(10)))
                .doesNotContain("BEGIN:VALARM");
    }

    /** The end is the day after the last one. Source: RFC 5545, 3.6.1. */
    @Test
    void wholeDaysEndBeforeTheDayAfter() {
        LocalDate monday = LocalDate.of(2026, 10, 12);

        assertThat(lines(feed("Ane", held(event("a", EventTime.ofDays(monday, monday.plusDays(4)), "Ferie")))))
                .containsSubsequence("DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261017");
        assertThat(lines(feed("Ane", held(event("a", EventTime.ofDays(monday, monday), "Fridag")))))
                .contains("DTSTART;VALUE=DATE:20261012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "æøå", "\uD83C\uDF33", "a;b,c\\", "æ\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67,"})
    void namesOf2000CharactersAreReadBackAsTheyAre(String repeated) {
        String name = repeated.repeat(2000 / repeated.length());
        byte[] feed = feed(name, held(event("a", NINE, name)));

        assertThat(lines(feed)).hasSizeGreaterThan(10);
        assertThat(ParsedCalendar.of(feed).events().getFirst().getSummary().getValue())
                .isEqualTo(name);
        assertThat(ParsedCalendar.of(feed).calendar().getProperty("NAME"))
                .hasValueSatisfying(property -> assertThat(property.getValue()).isEqualTo(name));
    }

    @Test
    void lineBreaksAndWhatHasAMeaningAreEscaped() {
        var dansk = new CalendarEvent(
                "a", NINE, "Dansk; del 1, \\ slut", "Sal 1; 2", List.of("a,b", "c;d"), List.of("x,y", "z"), "", true);

        assertThat(lines(feed("Ane\r\nEND:VCALENDAR", held(dansk))))
                .contains(
                        "NAME:Ane END:VCALENDAR",
                        "SUMMARY:Dansk\\; del 1\\, \\\\ slut",
                        "LOCATION:Sal 1\\; 2",
                        "DESCRIPTION:a\\,b\\nc\\;d",
                        "CATEGORIES:x\\,y,z");
    }

    @Test
    void unknownDetailsOfAnEventAreLeftOut() {
        var bare = new CalendarEvent("a", NINE, "Dansk", "", List.of(), List.of(), "", false);

        assertThat(lines(feed("Ane", held(bare))))
                .noneMatch(line -> line.matches("(LOCATION|DESCRIPTION|CATEGORIES|COLOR).*"))
                .contains("TRANSP:TRANSPARENT");
    }

    @Test
    void theSameStateIsTheSameBytes() {
        var a = held(event("a", NINE, "Dansk"));
        var b = new EventVersion(event("b", NINE, "Matematik"), 2, PUBLISHED, true);

        assertThat(feed("Ane", a, b)).isEqualTo(feed("Ane", a, b));
        assertThat(feed("Ane", a, b)).isNotEqualTo(feed("Ane", a));
    }

    @Test
    void aFeedWithoutEventsIsACalendarStill() {
        assertThat(ParsedCalendar.of(feed("Ane")).events()).isEmpty();
    }

    private SourceData imported(byte[] feed) throws IOException {
        var span = new DateSpan(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31));
        // As the importing user names the owner of the calendar.
        var abouts = Map.of("ane.ics", new ReadingHints.TimetableOwner(List.of(), List.of("Ane"), List.of()));
        Path file = Files.write(folder.resolve("ane.ics"), feed);
        return new CalendarReader(HERE)
                .read("ane.ics", file, new ReadingHints(span, Collections.emptySortedMap(), abouts));
    }

    /** In the weeks before and after both clock changes, without cancelled events. */
    @Test
    void ourOwnImportReadsAFeedBackToTheSameOccurrences() throws IOException {
        byte[] feed = feed(
                "Ane",
                held(event("a", hours("2026-10-22T09:00", 45), "Dansk")),
                held(event("b", hours("2026-10-29T09:00", 45), "Dansk")),
                held(event("c", hours("2027-03-25T10:30", 90), "Matematik; del 1, \\")),
                held(event("d", hours("2027-04-01T10:30", 90), "Matematik; del 1, \\")),
                new EventVersion(event("e", hours("2026-10-23T09:00", 45), "Dansk"), 1, PUBLISHED, true));

        SourceData source = imported(feed);

        assertThat(source.lessons())
                .flatExtracting(lesson -> {
                    var clock = (SourceTime.Times) lesson.clock();
                    return ((SourceDays.Dates) lesson.days())
                            .dates().stream()
                                    .map(date -> date + " " + clock.start() + "-" + clock.end())
                                    .toList();
                })
                .containsExactlyInAnyOrder(
                        "2026-10-22 09:00-09:45",
                        "2026-10-29 09:00-09:45",
                        "2027-03-25 10:30-12:00",
                        "2027-04-01 10:30-12:00");
        assertThat(source.findings()).extracting(each -> each.finding().code()).contains("import.ical.cancelled");
    }
}
