package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.CalendarSpan;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.exports.feed.FeedState;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the binary format that {@link StoredFeedWriter} writes. */
final class StoredFeedReader {
    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    private StoredFeedReader(DataInputStream in) {
        this.in = in;
    }

    /** Returns the feed; empty if the bytes are not a feed or have another format version. */
    static Optional<StoredFeed> read(byte[] bytes) {
        try (var zip = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            var in = new DataInputStream(new ByteArrayInputStream(zip.readAllBytes()));
            return in.readByte() == StoredFeedWriter.VERSION
                    ? Optional.of(new StoredFeedReader(in).feed())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private StoredFeed feed() throws IOException {
        int publication = in.readInt();
        Instant published = moment();
        String title = text();
        var span = new CalendarSpan(ZoneId.of(text()), moment(), moment());
        boolean isOwnerGone = in.readBoolean();
        return new StoredFeed(publication, published, title, span, isOwnerGone, state(), attendees());
    }

    private List<EventAttendees> attendees() throws IOException {
        int many = in.readInt();
        var some = new EventAttendees[many];
        for (int i = 0; i < many; i++) {
            some[i] = new EventAttendees(text(), texts(), in.readBoolean() ? stillHeld() : null);
        }
        return List.of(some);
    }

    private EventTakeover stillHeld() throws IOException {
        return new EventTakeover(CalendarOwner.Kind.valueOf(text()), texts());
    }

    private FeedState state() throws IOException {
        String zone = text();
        int many = in.readInt();
        var events = new ArrayList<FeedEvent>();
        for (int i = 0; i < many; i++) {
            events.add(feedEvent());
        }
        int gone = in.readInt();
        var sequences = new TreeMap<String, Integer>();
        for (int i = 0; i < gone; i++) {
            sequences.put(text(), in.readInt());
        }
        return new FeedState(zone.isEmpty() ? null : ZoneId.of(zone), events, sequences);
    }

    private FeedEvent feedEvent() throws IOException {
        CalendarEvent event = event();
        int sequence = in.readInt();
        Instant changed = moment();
        @Nullable Instant cancelled = in.readBoolean() ? moment() : null;
        int many = in.readInt();
        var formers = new FeedEvent.FormerEvent[many];
        for (int i = 0; i < many; i++) {
            @Nullable CalendarEvent former = in.readBoolean() ? event() : null;
            formers[i] = new FeedEvent.FormerEvent(former, moment());
        }
        return new FeedEvent(event, sequence, changed, cancelled, List.of(formers));
    }

    private CalendarEvent event() throws IOException {
        return new CalendarEvent(text(), time(), text(), text(), texts(), texts(), text(), in.readBoolean(), texts());
    }

    private EventTime time() throws IOException {
        if (in.readBoolean()) {
            return new EventTime(moment(), in.readInt(), null, 0);
        }
        return new EventTime(null, 0, LocalDate.ofEpochDay(in.readLong()), in.readInt());
    }

    private Instant moment() throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private List<String> texts() throws IOException {
        int many = in.readInt();
        var some = new String[many];
        for (int i = 0; i < many; i++) {
            some[i] = text();
        }
        return List.of(some);
    }

    private String text() throws IOException {
        int number = in.readInt();
        if (number == texts.size()) {
            texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return texts.get(number);
    }
}
