package dk.grundskema.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.XProperty;

/**
 * When events start and end, by the clock on the wall. Source: RFC 5545, 3.8.2. The library's own properties go through all zones of the world each time
 * they are written, which takes most of the time in the calendars of a year; so what it would write is said at once where the zone is that of a place.
 */
final class WallClock {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private WallClock() {}

    static Property start(ZonedDateTime moment) {
        return isOfPlace(moment) ? local("DTSTART", moment) : new DtStart<>(moment);
    }

    static Property end(ZonedDateTime moment) {
        return isOfPlace(moment) ? local("DTEND", moment) : new DtEnd<>(moment);
    }

    /** The start or the end of what lasts whole days. Source: RFC 5545, 3.3.4. */
    static Property day(String name, LocalDate date) {
        return new XProperty(
                name, new ParameterList(List.of(Value.DATE)), DateTimeFormatter.BASIC_ISO_DATE.format(date));
    }

    /** Whether clocks are put back so that they show the moment's time twice. */
    static boolean isTwice(ZonedDateTime moment) {
        return moment.getZone()
                        .getRules()
                        .getValidOffsets(moment.toLocalDateTime())
                        .size()
                > 1;
    }

    /** The start or the end of what is said by the clock of nowhere. Source: RFC 5545, 3.3.5, form 2. */
    static Property utc(String name, Instant moment) {
        return new XProperty(name, LOCAL.format(moment.atZone(ZoneOffset.UTC)) + "Z");
    }

    private static boolean isOfPlace(ZonedDateTime moment) {
        return moment.getZone().getId().contains("/");
    }

    private static Property local(String name, ZonedDateTime moment) {
        var zone = new ParameterList(List.of(new TzId(moment.getZone().getId())));
        return new XProperty(name, zone, LOCAL.format(moment));
    }
}
