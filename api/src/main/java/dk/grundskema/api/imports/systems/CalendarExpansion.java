package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.systems.CalendarText.Event;
import dk.grundskema.api.imports.systems.CalendarText.Property;
import dk.grundskema.api.imports.systems.CalendarTimes.Stamp;
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

/** Which events are held when, in the days that are planned. */
final class CalendarExpansion {
    private static final int EXAMPLES = 5;

    /** Most steps of all rules of a file together. Ours: a year of a school of 30 classes takes a hundredth of it. */
    static final long MOST_STEPS = 5_000_000;

    /** A time that is kept counts for so many steps. */
    private static final int STEPS_OF_A_TIME = 10;

    /**
     * All times of an event, by the school's clock.
     *
     * @param event  the event
     * @param length how long it lasts; less than a day
     * @param starts when it begins, in order
     */
    record Series(Event event, Duration length, List<LocalDateTime> starts) {}

    private final List<Event> events;
    private final CalendarTimes times;
    private final DateSpan span;
    private final Notebook notes;
    private final List<String> wholeDays = new ArrayList<>();
    private int wholeDayCount;
    private int cancelled;
    private long steps;

    CalendarExpansion(List<Event> events, CalendarTimes times, DateSpan span, Notebook notes) {
        this.events = events;
        this.times = times;
        this.span = span;
        this.notes = notes;
    }

    List<Series> series() {
        Map<String, List<Event>> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.computeIfAbsent(
                        event.text("UID").isEmpty() ? event.where() : "UID " + event.text("UID"),
                        any -> new ArrayList<>())
                .add(event));
        var all = new ArrayList<Series>();
        byId.values().forEach(same -> all.addAll(ofOneId(same)));
        tell();
        return all;
    }

    private List<Series> ofOneId(List<Event> same) {
        var changed = same.stream().filter(CalendarExpansion::isChange).toList();
        int latest = same.stream()
                .filter(each -> !isChange(each))
                .mapToInt(CalendarExpansion::sequence)
                .max()
                .orElse(0);
        var exceptions = new Exceptions(null);
        changed.forEach(each -> stamps(each, "RECURRENCE-ID").forEach(exceptions::add));
        var all = new ArrayList<Series>();
        for (Event event : same) {
            if (isChange(event)) {
                boolean forLater = event.property("RECURRENCE-ID")
                        .filter(each -> each.parameters().containsKey("RANGE"))
                        .isPresent();
                if (forLater) {
                    notes.warning(event.where(), "import.ical.this-and-future", event.text("SUMMARY"));
                }
                series(event, new Exceptions(null)).ifPresent(all::add);
            } else if (sequence(event) == latest) {
                series(event, exceptions).ifPresent(all::add);
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

    private Optional<Series> series(Event event, Exceptions exceptions) {
        var property = event.property("DTSTART");
        var start = property.flatMap(each -> times.stamp(each, each.value().strip(), event));
        if (event.text("STATUS").equalsIgnoreCase("CANCELLED")) {
            cancelled++;
            return Optional.empty();
        }
        if (start.isEmpty()) {
            notes.warning(event.where(), "import.ical.no-start", event.text("SUMMARY"));
            return Optional.empty();
        }
        if (start.orElseThrow().allDay()) {
            wholeDay(event, start.orElseThrow());
            return Optional.empty();
        }
        var length = times.length(event, start.orElseThrow());
        if (length.isEmpty()) {
            notes.warning(event.where(), "import.ical.no-end", event.text("SUMMARY"), times.here(start.orElseThrow()));
            return Optional.empty();
        }
        var starts = starts(event, start.orElseThrow(), exceptions);
        boolean overnight = starts.stream()
                .anyMatch(each -> !each.toLocalDate()
                        .equals(each.plus(length.orElseThrow()).toLocalDate()));
        if (overnight) {
            notes.warning(
                    event.where(), "import.ical.overnight", event.text("SUMMARY"), times.here(start.orElseThrow()));
            return Optional.empty();
        }
        return starts.isEmpty() ? Optional.empty() : Optional.of(new Series(event, length.orElseThrow(), starts));
    }

    private List<LocalDateTime> starts(Event event, Stamp first, Exceptions exceptions) {
        var without = new Exceptions(exceptions);
        stamps(event, "EXDATE").forEach(without::add);
        var all = new TreeSet<LocalDateTime>();
        recurring(event, first).forEach(each -> all.add(times.here(first.at(each))));
        stamps(event, "RDATE")
                .forEach(each -> all.add(
                        each.allDay()
                                ? each.local()
                                        .toLocalDate()
                                        .atTime(first.local().toLocalTime())
                                : times.here(each)));
        boolean moves = all.stream().map(LocalDateTime::toLocalTime).distinct().count() > 1
                && event.property("RRULE")
                        .filter(each -> !each.value().contains("BYHOUR"))
                        .isPresent();
        if (moves && first.zone() instanceof java.time.ZoneOffset) {
            notes.warning(event.where(), "import.ical.clocks", event.text("SUMMARY"));
        }
        return all.stream()
                .filter(each -> span.contains(each.toLocalDate()))
                .filter(each -> !without.have(each))
                .toList();
    }

    /** Times at which an event isn't held: those of its own, and those of all events of its id. */
    private final class Exceptions {
        private final @Nullable Exceptions ofId;
        private final Set<LocalDate> days = new HashSet<>();
        private final Set<LocalDateTime> moments = new HashSet<>();

        Exceptions(@Nullable Exceptions ofId) {
            this.ofId = ofId;
        }

        void add(Stamp gone) {
            if (gone.allDay()) {
                days.add(gone.local().toLocalDate());
            } else {
                moments.add(times.here(gone));
            }
        }

        boolean have(LocalDateTime start) {
            return days.contains(start.toLocalDate()) || moments.contains(start) || (ofId != null && ofId.have(start));
        }
    }

    private List<LocalDateTime> recurring(Event event, Stamp first) {
        var rules = event.all("RRULE");
        if (rules.isEmpty()) {
            return List.of(first.local());
        }
        var all = new ArrayList<LocalDateTime>();
        for (Property rule : rules) {
            var recurrence = new RecurrenceRule(rule.value());
            var to = span.until().plusDays(2).atStartOfDay();
            if (isTooMuch(recurrence.steps(first.local(), to), event)) {
                break;
            }
            var outcome = recurrence.times(
                    first.local(), first.zone(), span.from().minusDays(1).atStartOfDay(), to);
            switch (outcome) {
                case RecurrenceRule.Outcome.Times found -> {
                    steps += (long) STEPS_OF_A_TIME * found.times().size();
                    all.addAll(found.times());
                }
                case RecurrenceRule.Outcome.TooOften often ->
                    notes.warning(
                            event.where(), "import.ical.too-often", event.text("SUMMARY"), RecurrenceRule.MOST_TIMES);
                case RecurrenceRule.Outcome.Broken broken ->
                    notes.error(event.where(), "import.ical.rule", event.text("SUMMARY"), rule.value());
            }
        }
        return all;
    }

    /** Whether the rules of the file have more steps than are taken; said once. */
    private boolean isTooMuch(long more, Event event) {
        if (steps <= MOST_STEPS && steps + more > MOST_STEPS) {
            notes.error(event.where(), "import.ical.recurs-too-much");
        }
        steps += more;
        return steps > MOST_STEPS;
    }

    /** All times of properties that hold several, periods by their beginnings. */
    private List<Stamp> stamps(Event event, String key) {
        var found = new ArrayList<Stamp>();
        for (Property property : event.all(key)) {
            for (String value : property.value().split(",", -1)) {
                times.stamp(property, value.strip().split("/", 2)[0], event)
                        .ifPresentOrElse(
                                found::add, () -> notes.warning(event.where(), "import.ical.time", key, value.strip()));
            }
        }
        return Collections.unmodifiableList(found);
    }

    private void wholeDay(Event event, Stamp start) {
        boolean recurs = event.property("RRULE").isPresent();
        if (!recurs && !span.contains(start.local().toLocalDate())) {
            return;
        }
        wholeDayCount++;
        if (wholeDays.size() < EXAMPLES) {
            wholeDays.add(event.text("SUMMARY") + " " + start.local().toLocalDate());
        }
    }

    private void tell() {
        if (wholeDayCount > 0) {
            notes.info("", "import.ical.whole-days", wholeDayCount, wholeDays);
        }
        if (cancelled > 0) {
            notes.info("", "import.ical.cancelled", cancelled);
        }
        if (events.isEmpty()) {
            notes.error("", "import.ical.no-events");
        }
    }
}
