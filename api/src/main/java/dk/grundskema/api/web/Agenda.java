package dk.grundskema.api.web;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.feeds.AgendaWords;
import dk.grundskema.api.feeds.ChangeWords;
import dk.grundskema.api.feeds.DayAgenda;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.web.LinkPage.Day;
import dk.grundskema.api.web.LinkPage.Later;
import dk.grundskema.api.web.LinkPage.Line;
import dk.grundskema.domain.people.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The next days of a feed as a page, with what is new of them to its reader. */
public final class Agenda {
    /** So long something is marked where nobody says to have seen it. */
    static final Duration MARKED = Duration.ofDays(7);

    private final FeedState state;
    private final ZoneId zone;
    private final AgendaWords words;
    private final ChangeWords changes;

    /**
     * @param state    what is published
     * @param zone     on whose clocks it is read
     * @param language Danish or English
     * @param stillHeld what became of an event that the calendar has no longer, by its id; nothing if it isn't held any more
     */
    public Agenda(FeedState state, ZoneId zone, Locale language, Function<String, Optional<StillHeld>> stillHeld) {
        this.state = state;
        this.zone = zone;
        Language spoken = Language.of(language);
        this.words = new AgendaWords(spoken, zone, stillHeld);
        this.changes = new ChangeWords(spoken, zone, stillHeld);
    }

    /**
     * Who reads it.
     *
     * @param isOne  whether it is one person, who can say to have seen what is new; not whoever comes by
     * @param seen   what was published by then the person said to have seen; {@code null} means that nothing was said
     * @param known  what was published by then is no news to the person
     */
    public record Reader(boolean isOne, @Nullable Instant seen, Instant known) {}

    /**
     * The page of a link.
     *
     * @param title     what the calendar is called
     * @param note      what the planner said of the last publication; may be empty
     * @param published when that was
     * @param reader    who reads it
     * @param now       when it is read
     * @param address   address of the page
     * @param busy      address of the calendar that says only when the person is busy; empty means that there is none
     */
    public LinkPage page(
            String title, String note, Instant published, Reader reader, Instant now, String address, String busy) {
        DayAgenda agenda = DayAgenda.of(state, since(reader, now), now);
        return new LinkPage(
                title,
                at(published),
                note,
                agenda.today(),
                agenda.days().stream().map(this::day).toList(),
                later(agenda.next()),
                changes.of(agenda.later()),
                agenda.news(),
                reader.isOne(),
                reader.seen() == null ? null : at(reader.seen()),
                address,
                busy,
                published.getEpochSecond());
    }

    /** What whoever comes by a room or a team has seen isn't known; news are marked for a while. */
    private static Instant since(Reader reader, Instant now) {
        Instant lately = now.minus(MARKED);
        return reader.isOne() || lately.isBefore(reader.known()) ? reader.known() : lately;
    }

    private Day day(DayAgenda.Day day) {
        return new Day(day.date(), day.entries().stream().map(this::line).toList());
    }

    private Line line(DayAgenda.Entry entry) {
        CalendarEvent event = entry.event();
        return new Line(
                words.time(entry),
                event.summary(),
                event.location(),
                event.description(),
                event.colour(),
                entry.mark(),
                words.mark(entry),
                words.was(entry),
                entry.isNow() ? words.now() : "",
                entry.isOver());
    }

    private @Nullable Later later(@Nullable CalendarEvent next) {
        return next == null ? null : new Later(first(next), next.summary());
    }

    private LocalDate first(CalendarEvent event) {
        Instant start = event.time().start();
        return start == null
                ? Objects.requireNonNull(event.time().day())
                : at(start).toLocalDate();
    }

    private LocalDateTime at(Instant instant) {
        return instant.atZone(zone).toLocalDateTime();
    }
}
