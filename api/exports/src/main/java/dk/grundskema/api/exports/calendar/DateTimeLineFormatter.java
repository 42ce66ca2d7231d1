package dk.grundskema.api.exports.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * Formats the lines for the start and end of events, in local time. Source: RFC 5545, 3.8.2. The library's properties search all time zones of the
 * world each time they are written, which takes most of the time for the calendars of a year. So this class writes the same lines directly if the
 * zone is a geographic one.
 */
final class DateTimeLineFormatter {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private DateTimeLineFormatter() {}

    static String startLine(ZonedDateTime moment) {
        return isRegionZone(moment) ? localLine("DTSTART", moment) : new DtStart<>(moment).toString();
    }

    static String endLine(ZonedDateTime moment) {
        return isRegionZone(moment) ? localLine("DTEND", moment) : new DtEnd<>(moment).toString();
    }

    /** Returns the start or end line of a whole-day event. Source: RFC 5545, 3.3.4. */
    static String dayLine(String name, LocalDate date) {
        return name + ";VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + ContentLineFolder.LINE_END;
    }

    /** Returns whether clocks are set back so that the local time occurs twice. */
    static boolean isAmbiguous(ZonedDateTime moment) {
        return moment.getZone()
                        .getRules()
                        .getValidOffsets(moment.toLocalDateTime())
                        .size()
                > 1;
    }

    /** Returns a line with a moment in UTC. Source: RFC 5545, 3.3.5, form 2. */
    static String utcLine(String name, Instant moment) {
        return name + ":" + LOCAL.format(moment.atOffset(ZoneOffset.UTC)) + "Z" + ContentLineFolder.LINE_END;
    }

    private static boolean isRegionZone(ZonedDateTime moment) {
        return moment.getZone().getId().contains("/");
    }

    private static String localLine(String name, ZonedDateTime moment) {
        return name + ";TZID=" + moment.getZone().getId() + ":" + LOCAL.format(moment) + ContentLineFolder.LINE_END;
    }
}
