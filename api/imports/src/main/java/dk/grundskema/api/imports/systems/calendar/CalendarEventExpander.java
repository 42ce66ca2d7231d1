package dk.grundskema.api.imports.systems.calendar;

import dk.grundskema.api.imports.systems.calendar.CalendarDocument.Event;
import dk.grundskema.api.imports.systems.calendar.CalendarDocument.Property;
import dk.grundskema.api.imports.systems.calendar.CalendarTimeParser.CalendarTimestamp;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.domain.time.DateSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Expands calendar events to their start times within the planned days. */
final class CalendarEventExpander {
    private static final int EXAMPLES = 5;

    /** Most recurrence steps of all rules of a file together. Our own number: a year of a school of 30 classes takes a hundredth of it. */
    static final long MOST_STEPS = 5_000_000;

    /** Cost of a stored start time, in steps. */
    private static final int STEPS_OF_A_TIME = 10;

    /**
     * All start times of an event in the school's time zone.
     *
     * @param event  the event
     * @param length its duration; less than a day
     * @param starts start times in order
     */
    record EventSeries(Event event, Duration length, List<LocalDateTime> starts) {}

    private final List<Event> events;
    private final CalendarTimeParser times;
    private final DateSpan span;
    private final SystemSourceBuilder source;
    private final List<String> wholeDays = new ArrayList<>();
    private int wholeDayCount;
    private int cancelled;
    private long steps;

    CalendarEventExpander(List<Event> events, CalendarTimeParser times, DateSpan span, SystemSourceBuilder source) {
        this.events = events;
        this.times = times;
        this.span = span;
        this.source = source;
    }

    List<EventSeries> expand() {
        Map<String, List<Event>> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.computeIfAbsent(
                        event.text("UID").isEmpty() ? event.where() : "UID " + event.text("UID"),
                        any -> new ArrayList<>())
                .add(event));
        var all = new ArrayList<EventSeries>();
        byId.values().forEach(same -> all.addAll(expandEventsOfOneId(same)));
        reportSkipped();
        return all;
    }

    private List<EventSeries> expandEventsOfOneId(List<Event> same) {
        var changed = same.stream().filter(CalendarEventExpander::isChange).toList();
        int latest = same.stream()
                .filter(each -> !isChange(each))
                .mapToInt(CalendarEventExpander::sequence)
                .max()
                .orElse(0);
        var exceptions = new ExceptionTimes(null);
        changed.forEach(each -> stamps(each, "RECURRENCE-ID").forEach(exceptions::add));
        var all = new ArrayList<EventSeries>();
        for (Event event : same) {
            if (isChange(event)) {
                boolean forLater = event.property("RECURRENCE-ID")
                        .filter(each -> each.parameters().containsKey("RANGE"))
                        .isPresent();
                if (forLater) {
                    source.warning(event.where(), "import.ical.this-and-future", event.text("SUMMARY"));
                }
                expand(event, new ExceptionTimes(null)).ifPresent(all::add);
            } else if (sequence(event) == latest) {
                expand(event, exceptions).ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean isChange(Event event) {
        return event.property("RECURRENCE-ID").isPresent();
    }

    private static int sequence(Event event) {
        String text = event.text("SEQUENCE");
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    }

    private Optional<EventSeries> expand(Event event, ExceptionTimes exceptions) {
        var property = event.property("DTSTART");
        var start =
                property.flatMap(each -> times.parseTimestamp(each, each.value().strip(), event));
        if (event.text("STATUS").equalsIgnoreCase("CANCELLED")) {
            cancelled++;
            return Optional.empty();
        }
        if (start.isEmpty()) {
            source.warning(event.where(), "import.ical.no-start", event.text("SUMMARY"));
            return Optional.empty();
        }
        if (start.orElseThrow().allDay()) {
            countWholeDay(event, start.orElseThrow());
            return Optional.empty();
        }
        var length = times.duration(event, start.orElseThrow());
        if (length.isEmpty()) {
            source.warning(
                    event.where(),
                    "import.ical.no-end",
                    event.text("SUMMARY"),
                    times.toSchoolTime(start.orElseThrow()));
            return Optional.empty();
        }
        var starts = starts(event, start.orElseThrow(), exceptions);
        boolean overnight = starts.stream()
                .anyMatch(each -> !each.toLocalDate()
                        .equals(each.plus(length.orElseThrow()).toLocalDate()));
        if (overnight) {
            source.warning(
                    event.where(),
                    "import.ical.overnight",
                    event.text("SUMMARY"),
                    times.toSchoolTime(start.orElseThrow()));
            return Optional.empty();
        }
        return starts.isEmpty() ? Optional.empty() : Optional.of(new EventSeries(event, length.orElseThrow(), starts));
    }

    private List<LocalDateTime> starts(Event event, CalendarTimestamp first, ExceptionTimes exceptions) {
        var without = new ExceptionTimes(exceptions);
        stamps(event, "EXDATE").forEach(without::add);
        var all = new TreeSet<LocalDateTime>();
        expandRules(event, first).forEach(each -> all.add(times.toSchoolTime(first.withLocalTime(each))));
        stamps(event, "RDATE")
                .forEach(each -> all.add(
                        each.allDay()
                                ? each.local()
                                        .toLocalDate()
                                        .atTime(first.local().toLocalTime())
                                : times.toSchoolTime(each)));
        boolean moves = all.stream().map(LocalDateTime::toLocalTime).distinct().count() > 1
                && event.property("RRULE")
                        .filter(each -> !each.value().contains("BYHOUR"))
                        .isPresent();
        if (moves && first.zone() instanceof java.time.ZoneOffset) {
            source.warning(event.where(), "import.ical.clocks", event.text("SUMMARY"));
        }
        return all.stream()
                .filter(each -> span.contains(each.toLocalDate()))
                .filter(each -> !without.contains(each))
                .toList();
    }

    /** Times at which an event is not held: its own exceptions, and those of all events with the same id. */
    private final class ExceptionTimes {
        private final @Nullable ExceptionTimes ofId;
        private final Set<LocalDate> days = new HashSet<>();
        private final Set<LocalDateTime> moments = new HashSet<>();

        ExceptionTimes(@Nullable ExceptionTimes ofId) {
            this.ofId = ofId;
        }

        void add(CalendarTimestamp gone) {
            if (gone.allDay()) {
                days.add(gone.local().toLocalDate());
            } else {
                moments.add(times.toSchoolTime(gone));
            }
        }

        boolean contains(LocalDateTime start) {
            return days.contains(start.toLocalDate())
                    || moments.contains(start)
                    || (ofId != null && ofId.contains(start));
        }
    }

    private List<LocalDateTime> expandRules(Event event, CalendarTimestamp first) {
        var rules = event.all("RRULE");
        if (rules.isEmpty()) {
            return List.of(first.local());
        }
        var all = new ArrayList<LocalDateTime>();
        for (Property rule : rules) {
            var recurrence = new RecurrenceRule(rule.value());
            var to = span.until().plusDays(2).atStartOfDay();
            if (exceedsStepLimit(recurrence.steps(first.local(), to), event)) {
                break;
            }
            var outcome = recurrence.expand(
                    first.local(), first.zone(), span.from().minusDays(1).atStartOfDay(), to);
            switch (outcome) {
                case RecurrenceRule.RecurrenceResult.Times found -> {
                    steps += (long) STEPS_OF_A_TIME * found.times().size();
                    all.addAll(found.times());
                }
                case RecurrenceRule.RecurrenceResult.TooOften often ->
                    source.warning(
                            event.where(), "import.ical.too-often", event.text("SUMMARY"), RecurrenceRule.MOST_TIMES);
                case RecurrenceRule.RecurrenceResult.Broken broken ->
                    source.error(event.where(), "import.ical.rule", event.text("SUMMARY"), rule.value());
            }
        }
        return all;
    }

    /** Whether the file's rules exceed the step limit; reports it once. */
    private boolean exceedsStepLimit(long more, Event event) {
        if (steps <= MOST_STEPS && steps + more > MOST_STEPS) {
            source.error(event.where(), "import.ical.recurs-too-much");
        }
        steps += more;
        return steps > MOST_STEPS;
    }

    /** Returns all times of properties with several values; for periods, their start. */
    private List<CalendarTimestamp> stamps(Event event, String key) {
        var found = new ArrayList<CalendarTimestamp>();
        for (Property property : event.all(key)) {
            for (String value : property.value().split(",", -1)) {
                times.parseTimestamp(property, value.strip().split("/", 2)[0], event)
                        .ifPresentOrElse(
                                found::add,
                                () -> source.warning(event.where(), "import.ical.time", key, value.strip()));
            }
        }
        return Collections.unmodifiableList(found);
    }

    private void countWholeDay(Event event, CalendarTimestamp start) {
        boolean recurs = event.property("RRULE").isPresent();
        if (!recurs && !span.contains(start.local().toLocalDate())) {
            return;
        }
        wholeDayCount++;
        if (wholeDays.size() < EXAMPLES) {
            wholeDays.add(event.text("SUMMARY") + " " + start.local().toLocalDate());
        }
    }

    private void reportSkipped() {
        if (wholeDayCount > 0) {
            source.info("", "import.ical.whole-days", wholeDayCount, wholeDays);
        }
        if (cancelled > 0) {
            source.info("", "import.ical.cancelled", cancelled);
        }
        if (events.isEmpty()) {
            source.error("", "import.ical.no-events");
        }
    }
}
