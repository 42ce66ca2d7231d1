package dk.grundskema.api.exports.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.model.property.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of events with the same output as the library, but faster: a calendar of a year has some thousand lines, and a user waits for it.
 * Source: RFC 5545, 3.1, 3.3.11 and 3.6.1.
 */
final class EventLineWriter {
    private final StringBuilder out;
    private final ZoneId zone;
    private final boolean isFollowed;
    private final @Nullable String trigger;

    /**
     * @param out        receives the unfolded lines
     * @param isFollowed whether to write the time of the last change and the status of events
     * @param alarm      how long before an event that is held the phone alerts; {@code null} means no alarm
     */
    EventLineWriter(StringBuilder out, ZoneId zone, boolean isFollowed, @Nullable Duration alarm) {
        this.out = out;
        this.zone = zone;
        this.isFollowed = isFollowed;
        this.trigger = alarm == null ? null : new Trigger(alarm.negated()).toString();
    }

    void add(EventVersion version) {
        CalendarEvent event = version.event();
        appendLine("BEGIN", "VEVENT");
        appendLine("UID", event.uid());
        out.append(DateTimeLineFormatter.utcLine("DTSTAMP", version.changed()));
        appendLine("SEQUENCE", String.valueOf(version.sequence()));
        if (isFollowed) {
            out.append(DateTimeLineFormatter.utcLine("LAST-MODIFIED", version.changed()));
            appendLine("STATUS", version.isCancelled() ? "CANCELLED" : "CONFIRMED");
        }
        appendTime(event.time());
        appendText("SUMMARY", event.summary());
        if (!event.location().isEmpty()) {
            appendText("LOCATION", event.location());
        }
        if (!event.description().isEmpty()) {
            appendText("DESCRIPTION", String.join("\n", event.description()));
        }
        if (!event.categories().isEmpty()) {
            appendCategories(event.categories());
        }
        if (!event.colour().isEmpty()) {
            appendLine("COLOR", event.colour());
        }
        boolean isHeld = !version.isCancelled();
        appendLine("TRANSP", event.busy() && isHeld ? "OPAQUE" : "TRANSPARENT");
        if (trigger != null && isHeld && !event.time().isOfDays()) {
            appendAlarm(trigger, event);
        }
        appendLine("END", "VEVENT");
    }

    private void appendTime(EventTime time) {
        if (time.isOfDays()) {
            var first = Objects.requireNonNull(time.day());
            out.append(DateTimeLineFormatter.dayLine("DTSTART", first));
            // Written for single days too: some clients do not know that a missing end means midnight
            out.append(DateTimeLineFormatter.dayLine("DTEND", first.plusDays(time.days())));
            return;
        }
        Instant start = Objects.requireNonNull(time.start());
        ZonedDateTime begins = start.atZone(zone);
        ZonedDateTime ends = start.plus(Duration.ofMinutes(time.minutes())).atZone(zone);
        // The standard means the first of two hours of the same name; clients take the second
        boolean isUnclear = DateTimeLineFormatter.isAmbiguous(begins) || DateTimeLineFormatter.isAmbiguous(ends);
        out.append(
                isUnclear ? DateTimeLineFormatter.utcLine("DTSTART", start) : DateTimeLineFormatter.startLine(begins));
        if (time.minutes() > 0) { // an event within the hour that spring skips has no duration left
            out.append(
                    isUnclear
                            ? DateTimeLineFormatter.utcLine("DTEND", ends.toInstant())
                            : DateTimeLineFormatter.endLine(ends));
        }
    }

    private void appendAlarm(String when, CalendarEvent event) {
        appendLine("BEGIN", "VALARM");
        appendLine("ACTION", "DISPLAY");
        out.append(when);
        appendText("DESCRIPTION", event.summary());
        appendLine("END", "VALARM");
    }

    private void appendCategories(List<String> categories) {
        out.append("CATEGORIES:");
        for (int i = 0; i < categories.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            appendEscaped(categories.get(i));
        }
        out.append(ContentLineFolder.LINE_END);
    }

    private void appendLine(String name, String value) {
        out.append(name).append(':').append(value).append(ContentLineFolder.LINE_END);
    }

    private void appendText(String name, String value) {
        out.append(name).append(':');
        appendEscaped(value);
        out.append(ContentLineFolder.LINE_END);
    }

    /** Appends text with escapes. Source: RFC 5545, 3.3.11. */
    private void appendEscaped(String text) {
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
