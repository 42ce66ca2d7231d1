package dk.grundskema.api.imports.systems.calendar;

import dk.grundskema.api.imports.systems.calendar.CalendarDocument.Event;
import dk.grundskema.api.imports.systems.calendar.CalendarDocument.Property;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses calendar times and converts them to the school's time zone. */
final class CalendarTimeParser {
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern MOMENT = Pattern.compile("(\\d{8}T\\d{6})(Z?)");
    private static final Pattern LENGTH = Pattern.compile("\\+?P(?:(\\d{1,3})W)?(?:(\\d{1,4})D)?(T.+)?");
    /** Longer durations are cut: they are no lessons, and their end may exceed the supported years. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Windows names of the time zones that schools' calendars use. */
    private static final Map<String, String> WINDOWS = Map.ofEntries(
            Map.entry("romance standard time", "Europe/Copenhagen"),
            Map.entry("w. europe standard time", "Europe/Berlin"),
            Map.entry("central europe standard time", "Europe/Budapest"),
            Map.entry("central european standard time", "Europe/Warsaw"),
            Map.entry("gmt standard time", "Europe/London"),
            Map.entry("greenwich standard time", "Atlantic/Reykjavik"),
            Map.entry("fle standard time", "Europe/Helsinki"),
            Map.entry("gtb standard time", "Europe/Bucharest"),
            Map.entry("e. europe standard time", "Europe/Chisinau"),
            Map.entry("greenland standard time", "America/Nuuk"),
            Map.entry("utc", "UTC"));

    private final ZoneId school;
    private final SystemSourceBuilder source;
    private boolean reportedZone;

    CalendarTimeParser(ZoneId school, SystemSourceBuilder source) {
        this.school = school;
        this.source = source;
    }

    /**
     * A parsed time.
     *
     * @param local  local time in its zone
     * @param zone   the zone; the school's for a floating time
     * @param allDay whether it is a date without a time
     */
    record CalendarTimestamp(LocalDateTime local, ZoneId zone, boolean allDay) {
        CalendarTimestamp withLocalTime(LocalDateTime other) {
            return new CalendarTimestamp(other, zone, allDay);
        }
    }

    /** Returns the time in the school's time zone. */
    LocalDateTime toSchoolTime(CalendarTimestamp stamp) {
        return stamp.allDay()
                ? stamp.local()
                : stamp.local().atZone(stamp.zone()).withZoneSameInstant(school).toLocalDateTime();
    }

    /** Parses a date or time of a property, or one of its values; empty if it is malformed. */
    Optional<CalendarTimestamp> parseTimestamp(Property property, String value, Event event) {
        try {
            if (DATE.matcher(value).matches()) {
                return Optional.of(
                        new CalendarTimestamp(LocalDate.parse(value, DAY).atStartOfDay(), school, true));
            }
            Matcher moment = MOMENT.matcher(value);
            if (!moment.matches()) {
                return Optional.empty();
            }
            ZoneId zone = moment.group(2).isEmpty()
                    ? resolveZone(property.parameters().getOrDefault("TZID", ""), event)
                    : ZoneOffset.UTC;
            return Optional.of(new CalendarTimestamp(LocalDateTime.parse(moment.group(1), CLOCK), zone, false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the zone of a name: an IANA name, a Windows name, or a path that ends in an IANA name. */
    private ZoneId resolveZone(String name, Event event) {
        if (name.isEmpty()) {
            return school;
        }
        String plain = name.strip();
        String known = WINDOWS.getOrDefault(plain.toLowerCase(Locale.ROOT), plain);
        var parts = known.split("/", -1);
        String end = parts.length > 2 ? parts[parts.length - 2] + "/" + parts[parts.length - 1] : known;
        for (String each : List.of(known, end)) {
            try {
                return ZoneId.of(each);
            } catch (DateTimeException e) {
                // try the next one
            }
        }
        if (!reportedZone) {
            source.warning(event.where(), "import.ical.zone", name, school.getId());
            reportedZone = true;
        }
        return school;
    }

    /** Returns the duration of an event; empty if end and duration are missing, malformed or not after the start. */
    Optional<Duration> duration(Event event, CalendarTimestamp start) {
        var end = event.property("DTEND")
                .flatMap(each -> parseTimestamp(each, each.value().strip(), event));
        if (end.isPresent()) {
            return Optional.of(Duration.between(toSchoolTime(start), toSchoolTime(end.orElseThrow())))
                    .filter(Duration::isPositive);
        }
        return event.property("DURATION")
                .flatMap(each -> duration(each.value().strip()))
                .filter(Duration::isPositive);
    }

    /** Parses an iCalendar duration, including weeks; at most 366 days. */
    static Optional<Duration> duration(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            return Optional.empty();
        }
        try {
            int days = 7 * parseNumber(length.group(1)) + parseNumber(length.group(2));
            var rest = length.group(3) == null ? Duration.ZERO : Duration.parse("P" + length.group(3));
            var whole = Duration.ofDays(days).plus(rest);
            return Optional.of(whole.compareTo(LONGEST) > 0 ? LONGEST : whole);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static int parseNumber(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}
