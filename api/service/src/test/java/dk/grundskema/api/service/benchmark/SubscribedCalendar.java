package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.service.benchmark.KeepAliveConnection.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * A calendar that is followed.
 *
 * @param kind   of whom
 * @param path   where it is
 * @param events how many events are held in it
 */
record SubscribedCalendar(String kind, String path, int events) {
    private static final String HELD = "STATUS:CONFIRMED";

    /** The page of the same link. */
    String pagePath() {
        return path.substring(0, path.length() - ".ics".length());
    }

    /** Asks for it as phones do. */
    Reply get(KeepAliveConnection connection) throws IOException {
        return connection.send("GET", path, "Accept-Encoding", "gzip");
    }

    /** Asks whether it is still the same. */
    Reply get(KeepAliveConnection connection, String tag) throws IOException {
        return connection.send("GET", path, "Accept-Encoding", "gzip", "If-None-Match", tag);
    }

    /**
     * What an answer says.
     *
     * @throws IllegalStateException if it isn't this calendar, with all that is held and nothing else
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
