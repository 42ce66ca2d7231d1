package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.calendar.CalendarSpan;
import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.domain.people.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class WrittenFeedTest {
    private static final Instant THEN = Instant.parse("2026-08-03T06:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static CalendarEvent event(String uid, EventTime time, String title) {
        return new CalendarEvent(
                uid, time, title, "", List.of("Med: Ida", title), List.of(title), "", true, List.of("Ida", "Bo"));
    }

    @Test
    void whatIsKeptOfAFeedIsReadAsItWasWritten() {
        CalendarEvent hours = event("a@g", EventTime.ofHours(THEN.plusSeconds(60), 45), "Dansk 😀 æøå");
        CalendarEvent days =
                event("b@g", EventTime.ofDays(LocalDate.of(1969, 1, 1), LocalDate.of(2026, 1, 3)), "x".repeat(70_000));
        var formers = List.of(
                new FeedEvent.Former(null, THEN),
                new FeedEvent.Former(days, THEN.plusNanos(7)),
                new FeedEvent.Former(hours, THEN.plusSeconds(8)));
        var state = new FeedState(
                ZONE,
                List.of(
                        new FeedEvent(days, 4, THEN, THEN.plusSeconds(3), formers),
                        new FeedEvent(hours, 0, THEN.minusSeconds(5), null, List.of())),
                new TreeMap<>(Map.of("c@g", 2, "d@g", 0)));
        var span = new CalendarSpan(ZoneId.of("UTC"), THEN, THEN.plusSeconds(9));

        var companies = List.of(
                new Company("a@g", List.of("bo", "carl"), null),
                new Company("b@g", List.of(), new StillHeld(CalendarOwner.Kind.ROOM, List.of("Dansk 😀 æøå", "Salen"))),
                new Company("c@g", List.of("bo"), new StillHeld(CalendarOwner.Kind.STAFF, List.of())));
        var feed = new KeptFeed(3, THEN.plusSeconds(1), "Plan: Ida", span, true, state, companies);

        assertThat(KeptFeed.of(feed.bytes())).contains(feed);
    }

    @Test
    void aFeedToWhichNothingWasPublishedHasNoZone() {
        var span = new CalendarSpan(ZONE, THEN, THEN);
        var feed = new KeptFeed(0, THEN, "Plan: Ida", span, false, FeedState.EMPTY, List.of());

        assertThat(KeptFeed.of(feed.bytes())).contains(feed);
    }

    @Test
    void aYearThatIsWrittenInAnotherWayIsNotRead() {
        byte[] text = "no year".getBytes(StandardCharsets.UTF_8);
        assertThat(KeptYear.of(text)).as("not compressed").isEmpty();
        assertThat(KeptYear.of(Zipped.of(text))).as("no JSON").isEmpty();
        assertThat(KeptYear.of(Zipped.of("{}".getBytes(StandardCharsets.UTF_8))))
                .as("no year")
                .isEmpty();
        var year = KeptYear.none("Skole", Language.DA);
        assertThat(KeptYear.of(year.bytes())).contains(year);
    }

    @Test
    void whatIsWrittenInAnotherWayIsNotRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new DeflaterOutputStream(bytes)) {
            zip.write(WrittenFeed.VERSION + 1);
        }

        assertThat(KeptFeed.of(bytes.toByteArray())).isEmpty();
        assertThat(KeptFeed.of(Zipped.of(bytes.toByteArray()))).isEmpty();
    }
}
