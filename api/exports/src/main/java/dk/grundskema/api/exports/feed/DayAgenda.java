package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.EventChange.Kind;
import dk.grundskema.api.exports.feed.FeedEvent.FormerEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Content of a feed's page: today and the following days, with the changes since the reader's last visit.
 *
 * @param today current date
 * @param days  today, and those days with events or changes, in order
 * @param later changes of events after those days
 * @param next  the first event after those days; {@code null} means none
 */
public record DayAgenda(
        LocalDate today,
        List<Day> days,
        List<EventChange> later,
        @Nullable CalendarEvent next) {
    /** Number of days shown after today. */
    public static final int DAYS_AHEAD = 14;

    private static final Comparator<AgendaEntry> BY_TIME = Comparator.comparing(
                    (AgendaEntry entry) -> entry.from() == null ? LocalTime.MIN : entry.from())
            .thenComparing(entry -> !entry.isWholeDay())
            .thenComparing(entry -> entry.event().summary())
            .thenComparing(entry -> entry.event().uid());

    /** What happened to an event since the last visit. */
    public enum ChangeMark {
        /** Nothing changed. */
        NONE,
        /** It was published. */
        NEW,
        /** It was moved to this time. */
        MOVED,
        /** It was moved from this time to another day. */
        AWAY,
        /** It was cancelled. */
        CANCELLED,
        /** Something else changed. */
        CHANGED;

        /** Returns whether the event is held at the time where it is shown. */
        public boolean isHeld() {
            return this != AWAY && this != CANCELLED;
        }
    }

    /**
     * A day.
     *
     * @param date    the date
     * @param entries its entries by time; empty only for today
     */
    public record Day(LocalDate date, List<AgendaEntry> entries) {
        /** Copies the list. */
        public Day {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An event on a day that it takes up wholly or in part.
     *
     * @param event  current content; the last known content, if it is cancelled
     * @param from   when it begins on this day; {@code null} means that it continues from the day before, or takes the whole day
     * @param until  when it ends on this day; {@code null} means that it continues into the next day, or takes the whole day
     * @param mark   what happened to it
     * @param former content at the last visit, if it differs; otherwise {@code null}
     * @param isNow  whether it is held right now
     * @param isOver whether it has ended
     */
    public record AgendaEntry(
            CalendarEvent event,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            ChangeMark mark,
            @Nullable CalendarEvent former,
            boolean isNow,
            boolean isOver) {
        /** Returns whether it takes the whole day. */
        public boolean isWholeDay() {
            return from == null && until == null;
        }
    }

    /** Copies the lists. */
    public DayAgenda {
        days = List.copyOf(days);
        later = List.copyOf(later);
    }

    /** Returns the number of changed events, on the days shown and later; an event moved between two of these days counts once. */
    public int changeCount() {
        long shown = days.stream()
                .flatMap(day -> day.entries().stream())
                .filter(entry -> entry.mark() != ChangeMark.NONE)
                .map(entry -> entry.event().uid())
                .distinct()
                .count();
        return (int) shown + later.size();
    }

    /**
     * Returns the agenda of a feed.
     *
     * @param state the published state
     * @param seen  time up to which the reader knows all changes: the last visit, or the first publication before any visit. Events cancelled by
     *     then are not shown
     * @param now   current time
     */
    public static DayAgenda of(FeedState state, Instant seen, Instant now) {
        ZoneId zone = Objects.requireNonNullElse(state.zone(), FeedState.EMPTY_ZONE);
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate last = today.plusDays(DAYS_AHEAD);
        var all = new ArrayList<PlacedEvent>();
        var later = new ArrayList<EventChange>();
        for (FeedEvent one : state.eventsToShow(now)) {
            Optional<FormerEvent> formerVersion = one.versionAt(seen);
            CalendarEvent former = formerVersion.map(FormerEvent::event).orElse(null);
            List<PlacedEvent> places = placementsOf(one, formerVersion.isPresent(), former, zone);
            Set<Kind> kinds = formerVersion.isEmpty()
                    ? Set.of()
                    : EventChange.kinds(former, one.isCancelled() ? null : one.event());
            boolean isLater = places.stream()
                    .allMatch(shown -> firstDay(shown.at(), zone).isAfter(last)
                            || (shown.mark() == ChangeMark.AWAY
                                    && firstDay(shown.at(), zone).isBefore(today)));
            if (!isLater) {
                all.addAll(places);
            } else if (!kinds.isEmpty()) {
                later.add(new EventChange(kinds, former, one.isCancelled() ? null : one.event()));
            }
        }
        List<Day> days = today.datesUntil(last.plusDays(1))
                .map(date -> new Day(
                        date,
                        all.stream()
                                .flatMap(shown -> entryOn(shown, date, zone, now))
                                .sorted(BY_TIME)
                                .toList()))
                .filter(day -> day.date().equals(today) || !day.entries().isEmpty())
                .toList();
        later.sort(EventChange.BY_TIME);
        return new DayAgenda(today, days, later, next(state, last, zone));
    }

    private static @Nullable CalendarEvent next(FeedState state, LocalDate last, ZoneId zone) {
        return state.events().stream()
                .filter(one -> !one.isCancelled())
                .map(FeedEvent::event)
                .filter(event -> firstDay(event.time(), zone).isAfter(last))
                .min(Comparator.comparing(CalendarEvent::time))
                .orElse(null);
    }

    /** An event and where it is shown: a moved event is shown at both times if they are on different days. */
    private record PlacedEvent(
            CalendarEvent event,
            EventTime at,
            ChangeMark mark,
            @Nullable CalendarEvent former) {}

    /** Returns where an event is shown; empty if it is cancelled and the reader knows that. */
    private static List<PlacedEvent> placementsOf(
            FeedEvent one, boolean isNews, @Nullable CalendarEvent former, ZoneId zone) {
        CalendarEvent event = one.event();
        if (one.isCancelled()) {
            return former == null
                    ? List.of()
                    : List.of(new PlacedEvent(former, former.time(), ChangeMark.CANCELLED, null));
        }
        if (!isNews) {
            return List.of(new PlacedEvent(event, event.time(), ChangeMark.NONE, null));
        }
        ChangeMark mark = markOf(former, event);
        var current = new PlacedEvent(event, event.time(), mark, mark == ChangeMark.NONE ? null : former);
        boolean isElsewhere = mark == ChangeMark.MOVED
                && !firstDay(Objects.requireNonNull(former).time(), zone).equals(firstDay(event.time(), zone));
        return isElsewhere
                ? List.of(
                        current,
                        new PlacedEvent(event, Objects.requireNonNull(former).time(), ChangeMark.AWAY, former))
                : List.of(current);
    }

    private static ChangeMark markOf(@Nullable CalendarEvent former, CalendarEvent event) {
        Set<Kind> kinds = EventChange.kinds(former, event);
        if (kinds.contains(Kind.NEW)) {
            return ChangeMark.NEW;
        }
        if (kinds.contains(Kind.MOVED)) {
            return ChangeMark.MOVED;
        }
        return kinds.isEmpty() ? ChangeMark.NONE : ChangeMark.CHANGED;
    }

    private static LocalDate firstDay(EventTime time, ZoneId zone) {
        return time.start() == null ? Objects.requireNonNull(time.day()) : LocalDate.ofInstant(time.start(), zone);
    }

    private static Stream<AgendaEntry> entryOn(PlacedEvent shown, LocalDate date, ZoneId zone, Instant now) {
        EventTime at = shown.at();
        Instant begin = at.start() == null
                ? Objects.requireNonNull(at.day()).atStartOfDay(zone).toInstant()
                : at.start();
        Instant end = EventChange.endOf(at, zone);
        Instant dawn = date.atStartOfDay(zone).toInstant();
        Instant dusk = date.plusDays(1).atStartOfDay(zone).toInstant();
        boolean isThatDay = begin.isBefore(dusk) && (end.isAfter(dawn) || begin.equals(dawn));
        if (!isThatDay) {
            return Stream.empty();
        }
        boolean isHeld = shown.mark().isHeld();
        boolean isOver = !end.isAfter(now);
        return Stream.of(new AgendaEntry(
                shown.event(),
                at.isOfDays() || begin.isBefore(dawn) ? null : LocalTime.ofInstant(begin, zone),
                at.isOfDays() || end.isAfter(dusk) ? null : LocalTime.ofInstant(end, zone),
                shown.mark(),
                shown.former(),
                isHeld && !at.isOfDays() && !isOver && !begin.isAfter(now),
                isOver));
    }
}
