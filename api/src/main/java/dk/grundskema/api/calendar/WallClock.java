package dk.grundskema.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * Lines that say when events start and end, by the clock on the wall. Source: RFC 5545, 3.8.2. The library's own properties go through all zones of the world each time
 * they are written, which takes most of the time in the calendars of a year; so what it would write is said at once where the zone is that of a place.
 */
final class WallClock {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private WallClock() {}

    static String start(ZonedDateTime moment) {
        return isOfPlace(moment) ? local("DTSTART", moment) : new DtStart<>(moment).toString();
    }

    static String end(ZonedDateTime moment) {
        return isOfPlace(moment) ? local("DTEND", moment) : new DtEnd<>(moment).toString();
    }

    /** The start or the end of what lasts whole days. Source: RFC 5545, 3.3.4. */
    static String day(String name, LocalDate date) {
        return name + ";VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + ContentLines.LINE_END;
    }

    /** Whether clocks are put back so that they show the moment's time twice. */
    static boolean isTwice(ZonedDateTime moment) {
        return moment.getZone()
                        .getRules()
                        .getValidOffsets(moment.toLocalDateTime())
                        .size()
                > 1;
    }

    /** A moment by the clock of nowhere. Source: RFC 5545, 3.3.5, form 2. */
    static String utc(String name, Instant moment) {
        return name + ":" + LOCAL.format(moment.atOffset(ZoneOffset.UTC)) + "Z" + ContentLines.LINE_END;
    }

    private static boolean isOfPlace(ZonedDateTime moment) {
        return moment.getZone().getId().contains("/");
    }

    private static String local(String name, ZonedDateTime moment) {
        return name + ";TZID=" + moment.getZone().getId() + ":" + LOCAL.format(moment) + ContentLines.LINE_END;
    }
}
