package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.feeds.EventChange.Kind;
import dk.grundskema.api.feeds.FeedEvent.Former;
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
 * What a page of a feed shows: today and the days after it, with what has changed since somebody looked.
 *
 * @param today the day that it is
 * @param days  today, and those days on which something is held or has changed, in order
 * @param later what has changed of what was and will be held after those days
 * @param next  what is held first after those days; {@code null} means nothing
 */
public record DayAgenda(
        LocalDate today,
        List<Day> days,
        List<EventChange> later,
        @Nullable CalendarEvent next) {
    /** How many days are shown after today. */
    public static final int DAYS_AHEAD = 14;

    private static final Comparator<Entry> BY_TIME = Comparator.comparing(
                    (Entry entry) -> entry.from() == null ? LocalTime.MIN : entry.from())
            .thenComparing(entry -> !entry.isWholeDay())
            .thenComparing(entry -> entry.event().summary())
            .thenComparing(entry -> entry.event().uid());

    /** What has happened to an event since somebody looked. */
    public enum Mark {
        /** Nothing. */
        NONE,
        /** It was published. */
        NEW,
        /** It was moved here. */
        MOVED,
        /** It was moved away from here, to another day. */
        AWAY,
        /** It was cancelled. */
        CANCELLED,
        /** Something else of it has changed. */
        CHANGED;

        /** Whether the event is held where it is shown. */
        public boolean isHeld() {
            return this != AWAY && this != CANCELLED;
        }
    }

    /**
     * A day.
     *
     * @param date    which day
     * @param entries what is on it, by time; empty only today
     */
    public record Day(LocalDate date, List<Entry> entries) {
        /** Copies the list. */
        public Day {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An event on a day that it takes up, wholly or in part.
     *
     * @param event  what it is; what it was as it was last known, if it is cancelled
     * @param from   when it begins on this day; {@code null} means that it goes on from the day before, or takes the whole day
     * @param until  when it ends on this day; {@code null} means that it goes on into the next, or takes the whole day
     * @param mark   what has happened to it
     * @param former what it was when it was last known, if it is something else now; {@code null} if it isn't
     * @param isNow  whether it is held right now
     * @param isOver whether it is over by now
     */
    public record Entry(
            CalendarEvent event,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            Mark mark,
            @Nullable CalendarEvent former,
            boolean isNow,
            boolean isOver) {
        /** Whether it takes the whole day. */
        public boolean isWholeDay() {
            return from == null && until == null;
        }
    }

    /** Copies the lists. */
    public DayAgenda {
        days = List.copyOf(days);
        later = List.copyOf(later);
    }

    /** How much has changed, on the days that are shown and later; what moved from one of them to another counts once. */
    public int news() {
        long shown = days.stream()
                .flatMap(day -> day.entries().stream())
                .filter(entry -> entry.mark() != Mark.NONE)
                .map(entry -> entry.event().uid())
                .distinct()
                .count();
        return (int) shown + later.size();
    }

    /**
     * The agenda of a feed.
     *
     * @param state what was published
     * @param seen  up to when everything is known: when somebody looked last, or the first publication if nobody has yet. What was cancelled by then isn't shown
     * @param now   the time that it is
     */
    public static DayAgenda of(FeedState state, Instant seen, Instant now) {
        ZoneId zone = Objects.requireNonNullElse(state.zone(), FeedState.NOWHERE);
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate last = today.plusDays(DAYS_AHEAD);
        var all = new ArrayList<Shown>();
        var later = new ArrayList<EventChange>();
        for (FeedEvent one : state.told(now)) {
            Optional<Former> former = one.at(seen);
            CalendarEvent known = former.map(Former::event).orElse(null);
            List<Shown> places = places(one, former.isPresent(), known, zone);
            Set<Kind> kinds =
                    former.isEmpty() ? Set.of() : EventChange.kinds(known, one.isCancelled() ? null : one.event());
            boolean isLater = places.stream()
                    .allMatch(shown -> first(shown.at(), zone).isAfter(last)
                            || (shown.mark() == Mark.AWAY
                                    && first(shown.at(), zone).isBefore(today)));
            if (!isLater) {
                all.addAll(places);
            } else if (!kinds.isEmpty()) {
                later.add(new EventChange(kinds, known, one.isCancelled() ? null : one.event()));
            }
        }
        List<Day> days = today.datesUntil(last.plusDays(1))
                .map(date -> new Day(
                        date,
                        all.stream()
                                .flatMap(shown -> entry(shown, date, zone, now))
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
                .filter(event -> first(event.time(), zone).isAfter(last))
                .min(Comparator.comparing(CalendarEvent::time))
                .orElse(null);
    }

    /** What is shown, and where: a moved event is at both its times, if they are on different days. */
    private record Shown(
            CalendarEvent event,
            EventTime at,
            Mark mark,
            @Nullable CalendarEvent former) {}

    /** Where an event is shown; nowhere if it is cancelled and nobody need be told. */
    private static List<Shown> places(FeedEvent one, boolean isNews, @Nullable CalendarEvent known, ZoneId zone) {
        CalendarEvent event = one.event();
        if (one.isCancelled()) {
            return known == null ? List.of() : List.of(new Shown(known, known.time(), Mark.CANCELLED, null));
        }
        if (!isNews) {
            return List.of(new Shown(event, event.time(), Mark.NONE, null));
        }
        Mark mark = mark(known, event);
        var here = new Shown(event, event.time(), mark, mark == Mark.NONE ? null : known);
        boolean isElsewhere = mark == Mark.MOVED
                && !first(Objects.requireNonNull(known).time(), zone).equals(first(event.time(), zone));
        return isElsewhere
                ? List.of(here, new Shown(event, Objects.requireNonNull(known).time(), Mark.AWAY, known))
                : List.of(here);
    }

    private static Mark mark(@Nullable CalendarEvent known, CalendarEvent event) {
        Set<Kind> kinds = EventChange.kinds(known, event);
        if (kinds.contains(Kind.NEW)) {
            return Mark.NEW;
        }
        if (kinds.contains(Kind.MOVED)) {
            return Mark.MOVED;
        }
        return kinds.isEmpty() ? Mark.NONE : Mark.CHANGED;
    }

    private static LocalDate first(EventTime time, ZoneId zone) {
        return time.start() == null ? Objects.requireNonNull(time.day()) : LocalDate.ofInstant(time.start(), zone);
    }

    private static Stream<Entry> entry(Shown shown, LocalDate date, ZoneId zone, Instant now) {
        EventTime at = shown.at();
        Instant begin = at.start() == null
                ? Objects.requireNonNull(at.day()).atStartOfDay(zone).toInstant()
                : at.start();
        Instant end = EventChange.end(at, zone);
        Instant dawn = date.atStartOfDay(zone).toInstant();
        Instant dusk = date.plusDays(1).atStartOfDay(zone).toInstant();
        boolean isThatDay = begin.isBefore(dusk) && (end.isAfter(dawn) || begin.equals(dawn));
        if (!isThatDay) {
            return Stream.empty();
        }
        boolean isHeld = shown.mark().isHeld();
        boolean isOver = !end.isAfter(now);
        return Stream.of(new Entry(
                shown.event(),
                at.isOfDays() || begin.isBefore(dawn) ? null : LocalTime.ofInstant(begin, zone),
                at.isOfDays() || end.isAfter(dusk) ? null : LocalTime.ofInstant(end, zone),
                shown.mark(),
                shown.former(),
                isHeld && !at.isOfDays() && !isOver && !begin.isAfter(now),
                isOver));
    }
}
