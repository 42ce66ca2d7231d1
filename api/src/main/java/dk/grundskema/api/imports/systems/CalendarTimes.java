package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.systems.CalendarText.Event;
import dk.grundskema.api.imports.systems.CalendarText.Property;
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

/** Times of calendars, brought to the clocks of the school. */
final class CalendarTimes {
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern MOMENT = Pattern.compile("(\\d{8}T\\d{6})(Z?)");
    private static final Pattern LENGTH = Pattern.compile("\\+?P(?:(\\d{1,3})W)?(?:(\\d{1,4})D)?(T.+)?");
    /** What lasts longer is no lesson either, and may end in no year that there is. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Names that Windows has for zones from which schools' calendars come. */
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
    private final Notebook notes;
    private boolean toldOfZone;

    CalendarTimes(ZoneId school, Notebook notes) {
        this.school = school;
        this.notes = notes;
    }

    /**
     * A time as it stands.
     *
     * @param local  by the clock of its zone
     * @param zone   that zone; the school's if the time floats
     * @param allDay whether it is a date without a time
     */
    record Stamp(LocalDateTime local, ZoneId zone, boolean allDay) {
        Stamp at(LocalDateTime other) {
            return new Stamp(other, zone, allDay);
        }
    }

    /** By the school's clock. */
    LocalDateTime here(Stamp stamp) {
        return stamp.allDay()
                ? stamp.local()
                : stamp.local().atZone(stamp.zone()).withZoneSameInstant(school).toLocalDateTime();
    }

    /** A date or time of a property, or of one of its values; empty if it can't be read. */
    Optional<Stamp> stamp(Property property, String value, Event event) {
        try {
            if (DATE.matcher(value).matches()) {
                return Optional.of(new Stamp(LocalDate.parse(value, DAY).atStartOfDay(), school, true));
            }
            Matcher moment = MOMENT.matcher(value);
            if (!moment.matches()) {
                return Optional.empty();
            }
            ZoneId zone = moment.group(2).isEmpty()
                    ? zone(property.parameters().getOrDefault("TZID", ""), event)
                    : ZoneOffset.UTC;
            return Optional.of(new Stamp(LocalDateTime.parse(moment.group(1), CLOCK), zone, false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The zone of a name: one of the world's, one of Windows, or one that ends in one of the world's. */
    private ZoneId zone(String name, Event event) {
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
                // tried otherwise
            }
        }
        if (!toldOfZone) {
            notes.warning(event.where(), "import.ical.zone", name, school.getId());
            toldOfZone = true;
        }
        return school;
    }

    /** How long an event lasts by the clock; empty if it neither has an end nor a duration that can be read, or none after its start. */
    Optional<Duration> length(Event event, Stamp start) {
        var end =
                event.property("DTEND").flatMap(each -> stamp(each, each.value().strip(), event));
        if (end.isPresent()) {
            return Optional.of(Duration.between(here(start), here(end.orElseThrow())))
                    .filter(Duration::isPositive);
        }
        return event.property("DURATION")
                .flatMap(each -> length(each.value().strip()))
                .filter(Duration::isPositive);
    }

    /** A duration as calendars write it, weeks among it. */
    static Optional<Duration> length(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            return Optional.empty();
        }
        try {
            int days = 7 * number(length.group(1)) + number(length.group(2));
            var rest = length.group(3) == null ? Duration.ZERO : Duration.parse("P" + length.group(3));
            var whole = Duration.ofDays(days).plus(rest);
            return Optional.of(whole.compareTo(LONGEST) > 0 ? LONGEST : whole);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}
