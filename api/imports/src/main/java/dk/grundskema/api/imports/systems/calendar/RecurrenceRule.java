package dk.grundskema.api.imports.systems.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;

/** A recurrence rule of an event (RRULE). Step limits bound the cost of hostile or useless rules. */
final class RecurrenceRule {
    /** Most occurrences within the planned days; an event with more is no lesson. Our own number. */
    static final int MOST_TIMES = 2000;

    /** Most steps from the first occurrence to the last day. Our own number. */
    private static final long MOST_STEPS = 100_000;

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "SECONDLY", ChronoUnit.SECONDS,
            "MINUTELY", ChronoUnit.MINUTES,
            "HOURLY", ChronoUnit.HOURS,
            "DAILY", ChronoUnit.DAYS,
            "WEEKLY", ChronoUnit.WEEKS,
            "MONTHLY", ChronoUnit.MONTHS,
            "YEARLY", ChronoUnit.YEARS);
    private static final List<String> LISTS =
            List.of("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** @param text the rule as in the file */
    RecurrenceRule(String text) {
        for (String part : text.split(";", -1)) {
            var pair = part.split("=", 2);
            if (pair.length == 2) {
                parts.put(
                        pair[0].strip().toUpperCase(Locale.ROOT),
                        pair[1].strip().toUpperCase(Locale.ROOT));
            }
        }
    }

    /** Result of expanding a rule. */
    sealed interface RecurrenceResult {
        /**
         * The occurrences, in the event's time zone.
         *
         * @param times in order
         */
        record Times(List<LocalDateTime> times) implements RecurrenceResult {}

        /** More occurrences than any lesson has. */
        record TooOften() implements RecurrenceResult {}

        /** The rule is malformed. */
        record Broken() implements RecurrenceResult {}
    }

    /**
     * Returns all occurrences between two times.
     *
     * @param first first occurrence of the event, in its own zone
     * @param zone  that zone
     */
    RecurrenceResult expand(LocalDateTime first, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        ChronoUnit unit = UNITS.get(parts.getOrDefault("FREQ", ""));
        if (unit == null || !hasInterval()) {
            return new RecurrenceResult.Broken();
        }
        try {
            if (isTooOften(unit, first, to)) {
                return new RecurrenceResult.TooOften();
            }
            List<LocalDateTime> times =
                    new Recur<LocalDateTime>(withLocalEnd(zone)).getDates(first, from, to, MOST_TIMES + 1);
            return times.size() > MOST_TIMES ? new RecurrenceResult.TooOften() : new RecurrenceResult.Times(times);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            return new RecurrenceResult.Broken();
        }
    }

    /** Returns an upper bound of the steps from the first occurrence to a time; 0 if the rule is malformed or too frequent for a lesson. */
    long steps(LocalDateTime first, LocalDateTime to) {
        ChronoUnit unit = UNITS.get(parts.getOrDefault("FREQ", ""));
        if (unit == null || !hasInterval() || isTooOften(unit, first, to)) {
            return 0;
        }
        long ofAStep = LISTS.stream()
                .mapToLong(part -> parts.getOrDefault(part, "").split(",").length)
                .reduce(1, (one, other) -> Math.min(one * other, MOST_STEPS));
        long steps = Math.max(0, steps(unit, first, earliestEnd(to)));
        return (1 + Math.min(maxOccurrences(), steps)) * ofAStep;
    }

    /** Returns the time, or the day after the rule's end if that is earlier. */
    private LocalDateTime earliestEnd(LocalDateTime to) {
        String until = parts.getOrDefault("UNTIL", "");
        if (!until.matches("\\d{8}(T.*)?")) {
            return to;
        }
        try {
            var end = LocalDate.parse(until.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
                    .plusDays(1)
                    .atStartOfDay();
            return end.isBefore(to) ? end : to;
        } catch (DateTimeException e) {
            return to;
        }
    }

    /** Returns the rule's count if it has one and no BY parts that skip occurrences. */
    private long maxOccurrences() {
        String count = parts.getOrDefault("COUNT", "");
        return count.matches("\\d{1,9}") && LISTS.stream().noneMatch(parts::containsKey)
                ? Long.parseLong(count)
                : Long.MAX_VALUE - 1;
    }

    private boolean hasInterval() {
        return parts.getOrDefault("INTERVAL", "1").matches("[1-9]\\d{0,8}");
    }

    private long steps(ChronoUnit unit, LocalDateTime first, LocalDateTime to) {
        return unit.between(first, to) / Long.parseLong(parts.getOrDefault("INTERVAL", "1"));
    }

    private boolean isTooOften(ChronoUnit unit, LocalDateTime first, LocalDateTime to) {
        long timesADay = Stream.of("BYHOUR", "BYMINUTE", "BYSECOND")
                .mapToLong(part -> parts.getOrDefault(part, "").split(",").length)
                .reduce(1, (one, other) -> one * other);
        return steps(unit, first, to) > MOST_STEPS
                || timesADay > 24
                || parts.values().stream().anyMatch(each -> each.length() > 2000);
    }

    /** Returns the rule with its end in the event's local time, as the library compares it; an end without a time includes that whole day. */
    private String withLocalEnd(ZoneId zone) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "="
                        + (part.getKey().equals("UNTIL") ? localEnd(part.getValue(), zone) : part.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String localEnd(String until, ZoneId zone) {
        if (until.length() == 8) {
            return LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE)
                    .atTime(23, 59, 59)
                    .format(CLOCK);
        }
        return until.endsWith("Z")
                ? LocalDateTime.parse(until.substring(0, until.length() - 1), CLOCK)
                        .atZone(ZoneOffset.UTC)
                        .withZoneSameInstant(zone)
                        .format(CLOCK)
                : until;
    }

    @Override
    public String toString() {
        return Arrays.toString(parts.entrySet().toArray());
    }
}
