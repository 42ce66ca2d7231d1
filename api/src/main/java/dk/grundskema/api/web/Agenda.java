package dk.grundskema.api.web;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.exports.Words;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.web.LinkPage.Day;
import dk.grundskema.api.web.LinkPage.Later;
import dk.grundskema.api.web.LinkPage.Line;
import dk.grundskema.api.web.LinkPage.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The next days of a feed, with what is new of them to its reader. */
public final class Agenda {
    /** So many days after today are shown. */
    public static final int DAYS = 14;

    /** So long something is marked where nobody says to have seen it. */
    static final Duration MARKED = Duration.ofDays(7);

    private final FeedState state;
    private final ZoneId zone;
    private final Words words;

    /**
     * @param state    what is published
     * @param zone     on whose clocks it is read
     * @param language Danish or English
     */
    public Agenda(FeedState state, ZoneId zone, Locale language) {
        this.state = state;
        this.zone = zone;
        this.words = Words.beside(Agenda.class, language);
    }

    /**
     * Who reads it.
     *
     * @param isOne  whether it is one person, who can say to have seen what is new; not whoever comes by
     * @param seen   what was published by then the person said to have seen; {@code null} means that nothing was said
     * @param known  what was published by then is no news to the person
     */
    public record Reader(boolean isOne, @Nullable Instant seen, Instant known) {}

    /** A line on the day where it stands. */
    private record Placed(LocalDate date, Instant order, Line line) {}

    /**
     * The page of a link.
     *
     * @param title     what the calendar is called
     * @param note      what the planner said of the last publication; may be empty
     * @param published when that was
     * @param reader    who reads it
     * @param now       when it is read
     * @param address   address of the page
     */
    public LinkPage page(String title, String note, Instant published, Reader reader, Instant now, String address) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate last = today.plusDays(DAYS);
        Instant since = since(reader, now);
        Map<LocalDate, List<Placed>> days = new TreeMap<>(Map.of(today, new ArrayList<>()));
        int news = 0;
        for (FeedEvent event : state.told(now)) {
            boolean isNews = event.changed().isAfter(since);
            List<Placed> lines = lines(event, isNews, today);
            news += isNews && !lines.isEmpty() ? 1 : 0;
            lines.stream()
                    .filter(one -> !one.date().isBefore(today) && !one.date().isAfter(last))
                    .forEach(one -> days.computeIfAbsent(one.date(), none -> new ArrayList<>())
                            .add(one));
        }
        return new LinkPage(
                title,
                at(published),
                note,
                today,
                days.entrySet().stream()
                        .map(each -> day(each.getKey(), each.getValue()))
                        .toList(),
                later(last, now),
                news,
                reader.isOne(),
                reader.seen() == null ? null : at(reader.seen()),
                address,
                published.getEpochSecond());
    }

    /** What whoever comes by a room or a team has seen isn't known; news are marked for a while. */
    private static Instant since(Reader reader, Instant now) {
        Instant lately = now.minus(MARKED);
        return reader.isOne() || lately.isBefore(reader.known()) ? reader.known() : lately;
    }

    private static Day day(LocalDate date, List<Placed> lines) {
        return new Day(
                date,
                lines.stream()
                        .sorted(Comparator.comparing(Placed::order))
                        .map(Placed::line)
                        .toList());
    }

    private LocalDateTime at(Instant instant) {
        return instant.atZone(zone).toLocalDateTime();
    }

    private LocalDate first(EventTime time) {
        return time.isOfDays()
                ? Objects.requireNonNull(time.day())
                : at(start(time)).toLocalDate();
    }

    private static Instant start(EventTime time) {
        return Objects.requireNonNull(time.start());
    }

    private LocalDateTime end(EventTime time) {
        return time.isOfDays()
                ? Objects.requireNonNull(time.day()).plusDays(time.days()).atStartOfDay()
                : at(start(time).plus(Duration.ofMinutes(time.minutes())));
    }

    private boolean isOver(FeedEvent event, LocalDate today) {
        EventTime time = event.event().time();
        return first(time).isBefore(today) && !end(time).isAfter(today.atStartOfDay());
    }

    /** Whether it was on another day before. */
    private boolean moved(FeedEvent event) {
        CalendarEvent before = event.before();
        return before != null
                && !first(before.time()).equals(first(event.event().time()));
    }

    /** Where it is held, and where it was until lately. */
    private List<Placed> lines(FeedEvent event, boolean isNews, LocalDate today) {
        if (event.isCancelled() && !isNews) {
            return List.of();
        }
        CalendarEvent is = event.event();
        CalendarEvent before = isNews ? event.before() : null;
        Mark mark =
                event.isCancelled() ? Mark.CANCELLED : !isNews ? Mark.NONE : before == null ? Mark.NEW : Mark.CHANGED;
        var lines = new ArrayList<Placed>();
        if (!isOver(event, today)) {
            String was = before == null || event.isCancelled() ? "" : was(is, before);
            lines.add(placed(is, mark, was, isNews, today));
        }
        if (before != null && moved(event) && !first(before.time()).isBefore(today)) {
            lines.add(placed(before, Mark.MOVED, words.text("moved.to", moment(is.time())), true, today));
        }
        return lines;
    }

    private Placed placed(CalendarEvent event, Mark mark, String was, boolean isNews, LocalDate today) {
        LocalDate date = first(event.time());
        boolean isRunning = date.isBefore(today);
        var line = new Line(
                time(event.time(), isRunning),
                event.summary(),
                event.location(),
                event.description(),
                event.colour(),
                mark,
                was,
                isNews);
        LocalDate shown = isRunning ? today : date;
        Instant order =
                event.time().isOfDays() || isRunning ? shown.atStartOfDay(zone).toInstant() : start(event.time());
        return new Placed(shown, order, line);
    }

    private String time(EventTime time, boolean isRunning) {
        if (time.isOfDays()) {
            return words.text("whole-day");
        }
        LocalTime end = end(time).toLocalTime();
        return isRunning
                ? words.text("until", end)
                : words.text("format.span", at(start(time)).toLocalTime(), end);
    }

    /** What it was, as far as that can be said in few words. */
    private String was(CalendarEvent is, CalendarEvent before) {
        var all = new ArrayList<String>();
        if (!is.time().equals(before.time())) {
            boolean isSameDay = first(is.time()).equals(first(before.time()));
            boolean isOfHours = !is.time().isOfDays() && !before.time().isOfDays();
            all.add(
                    isSameDay && isOfHours
                            ? isSameStart(is, before)
                                    ? words.text("was.until", end(before.time()).toLocalTime())
                                    : words.text(
                                            "was.time", at(start(before.time())).toLocalTime())
                            : words.text("was.day", moment(before.time())));
        }
        if (!is.location().equals(before.location()) && !before.location().isEmpty()) {
            all.add(words.text("was.place", before.location()));
        }
        if (!is.summary().equals(before.summary())) {
            all.add(words.text("was.called", before.summary()));
        }
        return String.join(" · ", all);
    }

    private static boolean isSameStart(CalendarEvent is, CalendarEvent before) {
        return start(is.time()).equals(start(before.time()));
    }

    /** A day, and the time of day if there is one, in the middle of a sentence. */
    private String moment(EventTime time) {
        String date = words.shortDate(first(time));
        String day = words.language().equals("da") ? date.toLowerCase(Locale.ROOT) : date;
        return time.isOfDays()
                ? day
                : words.text("moment", day, words.time(at(start(time)).toLocalTime()));
    }

    private @Nullable Later later(LocalDate last, Instant now) {
        return state.told(now).stream()
                .filter(one -> !one.isCancelled() && first(one.event().time()).isAfter(last))
                .min(Comparator.comparing(one -> one.event().time()))
                .map(one -> new Later(first(one.event().time()), one.event().summary()))
                .orElse(null);
    }
}
