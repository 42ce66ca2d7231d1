package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.feed.AgendaFormatter;
import dk.grundskema.api.exports.feed.DayAgenda;
import dk.grundskema.api.exports.feed.EventChangeFormatter;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.service.subscribe.LinkPage.Day;
import dk.grundskema.api.service.subscribe.LinkPage.LaterEvent;
import dk.grundskema.api.service.subscribe.LinkPage.Line;
import dk.grundskema.domain.people.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the page of a feed's next days and marks what is new to its reader. */
public final class LinkPageBuilder {
    /** How long changes are marked if no reader confirms them. */
    static final Duration NEW_MARK_DURATION = Duration.ofDays(7);

    private final FeedState state;
    private final ZoneId zone;
    private final AgendaFormatter agendaFormatter;
    private final EventChangeFormatter changes;

    /**
     * @param state     published content
     * @param zone      time zone of the page
     * @param language  Danish or English
     * @param stillHeld maps the id of an event that the calendar lost to what became of it; empty if the event is cancelled
     */
    public LinkPageBuilder(
            FeedState state, ZoneId zone, Locale language, Function<String, Optional<EventTakeover>> stillHeld) {
        this.state = state;
        this.zone = zone;
        Language spoken = Language.of(language);
        this.agendaFormatter = new AgendaFormatter(spoken, zone, stillHeld);
        this.changes = new EventChangeFormatter(spoken, zone, stillHeld);
    }

    /**
     * Reader of the page.
     *
     * @param isOne whether the link belongs to one person, who can mark news as seen
     * @param seen  publication moment up to which the person confirmed the news; {@code null} if never
     * @param known publication moment up to which nothing is news
     */
    public record Reader(boolean isOne, @Nullable Instant seen, Instant known) {}

    /**
     * Builds the page of a link.
     *
     * @param title     title of the calendar
     * @param note      planner's note on the last publication; may be empty
     * @param published moment of that publication
     * @param reader    reader of the page
     * @param now       current time
     * @param address   address of the page
     * @param busy      address of the busy-only calendar; empty if there is none
     */
    public LinkPage build(
            String title, String note, Instant published, Reader reader, Instant now, String address, String busy) {
        DayAgenda agenda = DayAgenda.of(state, newsSince(reader, now), now);
        return new LinkPage(
                title,
                toLocalDateTime(published),
                note,
                agenda.today(),
                agenda.days().stream().map(this::day).toList(),
                later(agenda.next()),
                changes.format(agenda.later()),
                agenda.changeCount(),
                reader.isOne(),
                reader.seen() == null ? null : toLocalDateTime(reader.seen()),
                address,
                busy,
                published.getEpochSecond());
    }

    /**
     * Returns the moment after which changes are news. It is unknown what readers of a room's or team's page have seen, so changes are
     * marked for a fixed time there.
     */
    private static Instant newsSince(Reader reader, Instant now) {
        Instant lately = now.minus(NEW_MARK_DURATION);
        return reader.isOne() || lately.isBefore(reader.known()) ? reader.known() : lately;
    }

    private Day day(DayAgenda.Day day) {
        return new Day(day.date(), day.entries().stream().map(this::line).toList());
    }

    private Line line(DayAgenda.AgendaEntry entry) {
        CalendarEvent event = entry.event();
        boolean isHeld = entry.mark().isHeld(); // otherwise place and adults are those of another time
        return new Line(
                agendaFormatter.timeText(entry),
                event.summary(),
                isHeld ? event.location() : "",
                isHeld ? event.description() : List.of(),
                event.colour(),
                entry.mark(),
                agendaFormatter.markText(entry),
                agendaFormatter.formerText(entry),
                entry.isNow() ? agendaFormatter.nowText() : "",
                entry.isOver());
    }

    private @Nullable LaterEvent later(@Nullable CalendarEvent next) {
        return next == null ? null : new LaterEvent(firstDay(next), next.summary());
    }

    private LocalDate firstDay(CalendarEvent event) {
        Instant start = event.time().start();
        return start == null
                ? Objects.requireNonNull(event.time().day())
                : toLocalDateTime(start).toLocalDate();
    }

    private LocalDateTime toLocalDateTime(Instant instant) {
        return instant.atZone(zone).toLocalDateTime();
    }
}
