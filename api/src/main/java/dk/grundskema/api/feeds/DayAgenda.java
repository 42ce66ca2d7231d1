package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a feed shows: today and the days after it, with what has changed since somebody looked.
 *
 * @param today the day that it is
 * @param days  today, and those days on which something is held or has changed, in order
 */
public record DayAgenda(LocalDate today, List<Day> days) {
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
     * @param event  what it is; what it was, if it is cancelled
     * @param from   when it begins on this day; {@code null} means that it goes on from the day before, or takes the whole day
     * @param until  when it ends on this day; {@code null} means that it goes on into the next, or takes the whole day
     * @param mark   what has happened to it
     * @param former when it was, if it has moved here; {@code null} if it hasn't
     * @param isNow  whether it is held right now
     * @param isOver whether it is over by now
     */
    public record Entry(
            CalendarEvent event,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            Mark mark,
            @Nullable EventTime former,
            boolean isNow,
            boolean isOver) {
        /** Whether it takes the whole day. */
        public boolean isWholeDay() {
            return from == null && until == null;
        }
    }

    /** Copies the list. */
    public DayAgenda {
        days = List.copyOf(days);
    }

    /** Whether anything that is shown has a mark. */
    public boolean hasNews() {
        return days.stream().flatMap(day -> day.entries().stream()).anyMatch(entry -> entry.mark() != Mark.NONE);
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
        var all = new ArrayList<Shown>();
        for (FeedEvent one : state.told(now)) {
            boolean isNews = one.changed().isAfter(seen);
            if (isNews || !one.isCancelled()) {
                all.add(new Shown(one.event(), one.event().time(), mark(one, isNews), former(one, isNews)));
            }
            awayFrom(one, isNews, zone).forEach(all::add);
        }
        List<Day> days = today.datesUntil(today.plusDays(DAYS_AHEAD + 1L))
                .map(date -> new Day(
                        date,
                        all.stream()
                                .flatMap(shown -> entry(shown, date, zone, now))
                                .sorted(BY_TIME)
                                .toList()))
                .filter(day -> day.date().equals(today) || !day.entries().isEmpty())
                .toList();
        return new DayAgenda(today, days);
    }

    /** What is shown, and where: a moved event is at both its times, if they are on different days. */
    private record Shown(
            CalendarEvent event,
            EventTime at,
            Mark mark,
            @Nullable EventTime former) {}

    private static Mark mark(FeedEvent one, boolean isNews) {
        if (!isNews) {
            return Mark.NONE;
        }
        if (one.isCancelled()) {
            return Mark.CANCELLED;
        }
        CalendarEvent before = one.before();
        if (before == null) {
            return Mark.NEW;
        }
        var kinds = EventChange.kinds(before, one.event());
        if (kinds.contains(EventChange.Kind.MOVED)) {
            return Mark.MOVED;
        }
        return kinds.isEmpty() ? Mark.NONE : Mark.CHANGED;
    }

    private static @Nullable EventTime former(FeedEvent one, boolean isNews) {
        CalendarEvent before = one.before();
        return mark(one, isNews) == Mark.MOVED && before != null ? before.time() : null;
    }

    private static Stream<Shown> awayFrom(FeedEvent one, boolean isNews, ZoneId zone) {
        EventTime former = former(one, isNews);
        boolean isElsewhere =
                former != null && !first(former, zone).equals(first(one.event().time(), zone));
        return isElsewhere
                ? Stream.of(new Shown(one.event(), Objects.requireNonNull(former), Mark.AWAY, null))
                : Stream.empty();
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
