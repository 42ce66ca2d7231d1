package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.CalendarSpan;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.service.publish.GzipCodec;
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

class StoredFeedWriterTest {
    private static final Instant THEN = Instant.parse("2026-08-03T06:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static CalendarEvent event(String uid, EventTime time, String title) {
        return new CalendarEvent(
                uid, time, title, "", List.of("Med: Ida", title), List.of(title), "", true, List.of("Ida", "Bo"));
    }

    @Test
    void storedFeedIsReadAsItWasWritten() {
        CalendarEvent hours = event("a@g", EventTime.ofHours(THEN.plusSeconds(60), 45), "Dansk 😀 æøå");
        CalendarEvent days =
                event("b@g", EventTime.ofDays(LocalDate.of(1969, 1, 1), LocalDate.of(2026, 1, 3)), "x".repeat(70_000));
        var formers = List.of(
                new FeedEvent.FormerEvent(null, THEN),
                new FeedEvent.FormerEvent(days, THEN.plusNanos(7)),
                new FeedEvent.FormerEvent(hours, THEN.plusSeconds(8)));
        var state = new FeedState(
                ZONE,
                List.of(
                        new FeedEvent(days, 4, THEN, THEN.plusSeconds(3), formers),
                        new FeedEvent(hours, 0, THEN.minusSeconds(5), null, List.of())),
                new TreeMap<>(Map.of("c@g", 2, "d@g", 0)));
        var span = new CalendarSpan(ZoneId.of("UTC"), THEN, THEN.plusSeconds(9));

        var companies = List.of(
                new EventAttendees("a@g", List.of("bo", "carl"), null),
                new EventAttendees(
                        "b@g", List.of(), new EventTakeover(CalendarOwner.Kind.ROOM, List.of("Dansk 😀 æøå", "Salen"))),
                new EventAttendees("c@g", List.of("bo"), new EventTakeover(CalendarOwner.Kind.STAFF, List.of())));
        var feed = new StoredFeed(3, THEN.plusSeconds(1), "Plan: Ida", span, true, state, companies);

        assertThat(StoredFeed.of(feed.bytes())).contains(feed);
    }

    @Test
    void aFeedToWhichNothingWasPublishedHasNoZone() {
        var span = new CalendarSpan(ZONE, THEN, THEN);
        var feed = new StoredFeed(0, THEN, "Plan: Ida", span, false, FeedState.EMPTY, List.of());

        assertThat(StoredFeed.of(feed.bytes())).contains(feed);
    }

    @Test
    void aYearThatIsWrittenInAnotherWayIsNotRead() {
        byte[] text = "no year".getBytes(StandardCharsets.UTF_8);
        assertThat(StoredYear.of(text)).as("not compressed").isEmpty();
        assertThat(StoredYear.of(GzipCodec.compress(text))).as("no JSON").isEmpty();
        assertThat(StoredYear.of(GzipCodec.compress("{}".getBytes(StandardCharsets.UTF_8))))
                .as("no year")
                .isEmpty();
        var year = StoredYear.empty("Skole", Language.DA);
        assertThat(StoredYear.of(year.bytes())).contains(year);
    }

    @Test
    void feedInAnotherFormatIsNotRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new DeflaterOutputStream(bytes)) {
            zip.write(StoredFeedWriter.VERSION + 1);
        }

        assertThat(StoredFeed.of(bytes.toByteArray())).isEmpty();
        assertThat(StoredFeed.of(GzipCodec.compress(bytes.toByteArray()))).isEmpty();
    }
}
