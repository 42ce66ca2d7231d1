package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.service.benchmark.KeepAliveConnection.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * A subscribed calendar.
 *
 * @param kind   kind of its owner
 * @param path   path of the feed
 * @param events number of its events
 */
record SubscribedCalendar(String kind, String path, int events) {
    private static final String HELD = "STATUS:CONFIRMED";

    /** The page of the same link. */
    String pagePath() {
        return path.substring(0, path.length() - ".ics".length());
    }

    /** Requests the calendar as phones do. */
    Reply get(KeepAliveConnection connection) throws IOException {
        return connection.send("GET", path, "Accept-Encoding", "gzip");
    }

    /** Requests the calendar with the tag of a known copy. */
    Reply get(KeepAliveConnection connection, String tag) throws IOException {
        return connection.send("GET", path, "Accept-Encoding", "gzip", "If-None-Match", tag);
    }

    /**
     * Verifies a response and returns its text.
     *
     * @throws IllegalStateException if it is not this calendar with exactly its events
     */
    String checkContent(Reply got) throws IOException {
        if (got.status() != 200) {
            throw new IllegalStateException("A calendar was answered with (%d).".formatted(got.status()));
        }
        String text = text(got);
        int held = 0;
        for (int at = text.indexOf(HELD); at >= 0; at = text.indexOf(HELD, at + 1)) {
            held++;
        }
        if (held != events || !text.endsWith("END:VCALENDAR\r\n")) {
            throw new IllegalStateException(
                    "A calendar of kind (%s) has (%d) events rather than (%d).".formatted(kind, held, events));
        }
        return text;
    }

    private static String text(Reply got) throws IOException {
        if (!got.header("Content-Encoding").equals("gzip")) {
            return new String(got.content(), StandardCharsets.UTF_8);
        }
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(got.content()))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
