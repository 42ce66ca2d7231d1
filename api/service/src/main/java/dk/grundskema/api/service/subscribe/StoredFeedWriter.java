package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarSpan;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the binary format of stored feeds; {@link StoredFeedReader} reads it. The format is not JSON for speed: a publication of a large
 * plan writes thousands of feeds with hundreds of thousands of events, and clients wait while a feed is read. Each text is written once, at
 * its first use; later uses refer to its number.
 */
final class StoredFeedWriter {
    /** Version of the format; increment it with each change. */
    static final int VERSION = 2;

    private static final int BUFFER = 1 << 14;

    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    private StoredFeedWriter(DataOutputStream out) {
        this.out = out;
    }

    static byte[] toBytes(StoredFeed feed) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater, BUFFER), BUFFER))) {
            out.writeByte(VERSION);
            new StoredFeedWriter(out).write(feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private void write(StoredFeed feed) throws IOException {
        out.writeInt(feed.publication());
        moment(feed.published());
        text(feed.title());
        CalendarSpan span = feed.span();
        text(span.zone().getId());
        moment(span.first());
        moment(span.last());
        out.writeBoolean(feed.isOwnerGone());
        FeedState state = feed.state();
        ZoneId zone = state.zone();
        text(zone == null ? "" : zone.getId());
        out.writeInt(state.events().size());
        for (FeedEvent one : state.events()) {
            event(one);
        }
        out.writeInt(state.gone().size());
        for (Map.Entry<String, Integer> one : state.gone().entrySet()) {
            text(one.getKey());
            out.writeInt(one.getValue());
        }
        out.writeInt(feed.companies().size());
        for (EventAttendees one : feed.companies()) {
            attendees(one);
        }
    }

    private void attendees(EventAttendees one) throws IOException {
        text(one.uid());
        texts(one.beside());
        EventTakeover stillHeld = one.stillHeld();
        out.writeBoolean(stillHeld != null);
        if (stillHeld != null) {
            text(stillHeld.from().name());
            texts(stillHeld.now());
        }
    }

    private void event(FeedEvent one) throws IOException {
        event(one.event());
        out.writeInt(one.sequence());
        moment(one.changed());
        Instant cancelled = one.cancelled();
        out.writeBoolean(cancelled != null);
        if (cancelled != null) {
            moment(cancelled);
        }
        out.writeInt(one.formers().size());
        for (FeedEvent.FormerEvent former : one.formers()) {
            CalendarEvent event = former.event();
            out.writeBoolean(event != null);
            if (event != null) {
                event(event);
            }
            moment(former.until());
        }
    }

    private void event(CalendarEvent event) throws IOException {
        text(event.uid());
        time(event.time());
        text(event.summary());
        text(event.location());
        texts(event.description());
        texts(event.categories());
        text(event.colour());
        out.writeBoolean(event.busy());
        texts(event.people());
    }

    private void time(EventTime time) throws IOException {
        @Nullable LocalDate day = time.day();
        @Nullable Instant start = time.start();
        out.writeBoolean(start != null);
        if (start != null) {
            moment(start);
            out.writeInt(time.minutes());
        } else if (day != null) {
            out.writeLong(day.toEpochDay());
            out.writeInt(time.days());
        }
    }

    private void moment(Instant moment) throws IOException {
        out.writeLong(moment.getEpochSecond());
        out.writeInt(moment.getNano());
    }

    private void texts(List<String> some) throws IOException {
        out.writeInt(some.size());
        for (String one : some) {
            text(one);
        }
    }

    private void text(String text) throws IOException {
        Integer known = texts.putIfAbsent(text, texts.size());
        out.writeInt(known == null ? texts.size() - 1 : known);
        if (known == null) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
