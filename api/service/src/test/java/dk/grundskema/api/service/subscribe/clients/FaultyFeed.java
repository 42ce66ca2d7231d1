package dk.grundskema.api.service.subscribe.clients;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A feed with a fault that is planted by hand in its text. */
final class FaultyFeed {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final LocalDateTime AUTUMN = LocalDateTime.of(2026, 10, 25, 3, 0);
    private static final LocalDateTime SPRING = LocalDateTime.of(2027, 3, 28, 2, 0);
    private static final Pattern EVENT = Pattern.compile("BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("(DT(?:START|END);TZID=Europe/Copenhagen:)(\\d{8}T\\d{6})");
    private static final Pattern NOWHERE = Pattern.compile("(DT(?:START|END)):(\\d{8}T\\d{6})Z");

    private FaultyFeed() {}

    private static String text(byte[] feed) {
        return new String(feed, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the lines of the only event that contains a text. */
    private static String eventLines(byte[] feed, String said) {
        var found = EVENT.matcher(text(feed))
                .results()
                .map(MatchResult::group)
                .filter(event -> event.contains(said))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("There are (%d) events of (%s), not one.".formatted(found.size(), said));
        }
        return found.getFirst();
    }

    /** A changed event also appears a second time as a new one. */
    static byte[] withDuplicateEvent(byte[] feed, String said) {
        String event = eventLines(feed, said);
        String copy =
                event.replaceAll("UID:[^\r]*", "UID:another@example.org").replaceAll("SEQUENCE:\\d+", "SEQUENCE:0");
        return bytes(text(feed).replace(event, event + copy));
    }

    /** An event gets another id. */
    static byte[] withChangedId(byte[] feed, String said) {
        String event = eventLines(feed, said);
        return bytes(text(feed).replace(event, event.replaceAll("UID:[^\r]*", "UID:another@example.org")));
    }

    /** An event appears a second time with another id and otherwise equal content. */
    static byte[] withCopiedEvent(byte[] feed, String said) {
        String event = eventLines(feed, said);
        return bytes(text(feed).replace(event, event + event.replaceAll("UID:[^\r]*", "UID:another@example.org")));
    }

    /** An event is still as it was in an earlier feed. */
    static byte[] withStaleEvent(byte[] feed, byte[] earlier, String said) {
        return bytes(text(feed).replace(eventLines(feed, said), eventLines(earlier, said)));
    }

    /** Events in winter are an hour early, as without the clock change. */
    static byte[] withHourShift(byte[] feed) {
        return bytes(TIME.matcher(text(feed)).replaceAll(found -> {
            var time = LocalDateTime.parse(found.group(2), LOCAL);
            boolean isWinter = time.isAfter(AUTUMN) && time.isBefore(SPRING);
            return found.group(1) + LOCAL.format(isWinter ? time.minusHours(1) : time);
        }));
    }

    /** UTC times are written as local times with a zone, which the standard allows. */
    static byte[] withLocalTimes(byte[] feed) {
        return bytes(NOWHERE.matcher(text(feed)).replaceAll(found -> {
            var time = LocalDateTime.parse(found.group(2), LOCAL).atOffset(ZoneOffset.UTC);
            return found.group(1) + ";TZID=" + ClientCampFixture.ZONE + ":"
                    + LOCAL.format(time.atZoneSameInstant(ClientCampFixture.ZONE));
        }));
    }

    /** The time zone in the feed has no end of summer time. */
    static byte[] withoutWinterTime(byte[] feed) {
        return bytes(text(feed).replace("TZOFFSETTO:+0100", "TZOFFSETTO:+0200"));
    }
}
