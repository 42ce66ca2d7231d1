package dk.grundskema.api.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.model.property.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Writes events line by line, as the library would, but sooner: a calendar of a year has some thousand of them, and somebody waits for it. Source:
 * RFC 5545, 3.1, 3.3.11 and 3.6.1.
 */
final class EventLines {
    private final StringBuilder out;
    private final ZoneId zone;
    private final boolean isFollowed;
    private final @Nullable String trigger;

    /**
     * @param out        where lines go, not folded yet
     * @param isFollowed whether events say since when they are so and whether they are still held
     * @param alarm      how long before an event that is held the phone shall tell of it; {@code null} means not at all
     */
    EventLines(StringBuilder out, ZoneId zone, boolean isFollowed, @Nullable Duration alarm) {
        this.out = out;
        this.zone = zone;
        this.isFollowed = isFollowed;
        this.trigger = alarm == null ? null : new Trigger(alarm.negated()).toString();
    }

    void add(EventVersion version) {
        CalendarEvent event = version.event();
        line("BEGIN", "VEVENT");
        line("UID", event.uid());
        out.append(WallClock.utc("DTSTAMP", version.changed()));
        line("SEQUENCE", String.valueOf(version.sequence()));
        if (isFollowed) {
            out.append(WallClock.utc("LAST-MODIFIED", version.changed()));
            line("STATUS", version.isCancelled() ? "CANCELLED" : "CONFIRMED");
        }
        time(event.time());
        text("SUMMARY", event.summary());
        if (!event.location().isEmpty()) {
            text("LOCATION", event.location());
        }
        if (!event.description().isEmpty()) {
            text("DESCRIPTION", String.join("\n", event.description()));
        }
        if (!event.categories().isEmpty()) {
            categories(event.categories());
        }
        if (!event.colour().isEmpty()) {
            line("COLOR", event.colour());
        }
        boolean isHeld = !version.isCancelled();
        line("TRANSP", event.busy() && isHeld ? "OPAQUE" : "TRANSPARENT");
        if (trigger != null && isHeld && !event.time().isOfDays()) {
            alarm(trigger, event);
        }
        line("END", "VEVENT");
    }

    private void time(EventTime time) {
        if (time.isOfDays()) {
            var first = Objects.requireNonNull(time.day());
            out.append(WallClock.day("DTSTART", first));
            // Also of a single day, for not all clients know that one without an end lasts until midnight
            out.append(WallClock.day("DTEND", first.plusDays(time.days())));
            return;
        }
        Instant start = Objects.requireNonNull(time.start());
        ZonedDateTime begins = start.atZone(zone);
        ZonedDateTime ends = start.plus(Duration.ofMinutes(time.minutes())).atZone(zone);
        // The standard means the first of two hours of the same name; clients take the second
        boolean isUnclear = WallClock.isTwice(begins) || WallClock.isTwice(ends);
        out.append(isUnclear ? WallClock.utc("DTSTART", start) : WallClock.start(begins));
        if (time.minutes() > 0) { // none is left of what lies in the hour that spring skips
            out.append(isUnclear ? WallClock.utc("DTEND", ends.toInstant()) : WallClock.end(ends));
        }
    }

    private void alarm(String when, CalendarEvent event) {
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        out.append(when);
        text("DESCRIPTION", event.summary());
        line("END", "VALARM");
    }

    private void categories(List<String> categories) {
        out.append("CATEGORIES:");
        for (int i = 0; i < categories.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            escape(categories.get(i));
        }
        out.append(ContentLines.LINE_END);
    }

    private void line(String name, String value) {
        out.append(name).append(':').append(value).append(ContentLines.LINE_END);
    }

    private void text(String name, String value) {
        out.append(name).append(':');
        escape(value);
        out.append(ContentLines.LINE_END);
    }

    /** Source: RFC 5545, 3.3.11. */
    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', ';', ',' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
    }
}
