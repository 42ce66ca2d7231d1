package dk.grundskema.api.feeds.clients;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.CalendarEvents;
import dk.grundskema.api.calendar.CalendarHead;
import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.calendar.CalendarSpan;
import dk.grundskema.api.calendar.CalendarWriter;
import dk.grundskema.api.calendar.EventIds;
import dk.grundskema.api.calendar.EventTime;
import dk.grundskema.api.calendar.EventVersion;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.feeds.Interchange;
import dk.grundskema.api.feeds.clients.Camp.Person;
import dk.grundskema.domain.people.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Bo's feed as the product makes it, after one publication after the other. */
final class BosFeed {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final CalendarOwner BO = CalendarOwner.of(Person.BO.id());

    private final List<EventIds> ids = new ArrayList<>();
    private final List<Publication> published = new ArrayList<>();
    private FeedState state = FeedState.EMPTY;

    /** Publishes once more. */
    void publish(Publication next) {
        EventIds own = EventIds.secret(SECRET, Map.of());
        EventIds its = published.isEmpty()
                ? own
                : EventIds.secret(
                        SECRET, Interchange.of(published.getLast().timetable(), ids.getLast(), next.timetable(), own));
        var events = new CalendarEvents(Camp.problem(), next.timetable(), Camp.wording(), its);
        List<CalendarEvent> held = Stream.concat(
                        events.of(BO, Language.DA).stream(),
                        next.spans().stream().map(BosFeed::event))
                .toList();
        state = state.next(Camp.ZONE, held, next.when());
        ids.add(its);
        published.add(next);
    }

    private static CalendarEvent event(Publication.Span span) {
        return new CalendarEvent(
                span.uid(),
                EventTime.ofDays(span.first(), span.last()),
                span.summary(),
                "",
                List.of(),
                List.of(),
                "",
                false);
    }

    /** What was published until now. */
    List<Publication> published() {
        return List.copyOf(published);
    }

    /** By which ids calendars know what was published, for each publication. */
    List<EventIds> ids() {
        return List.copyOf(ids);
    }

    /** All of it. */
    byte[] bytes() {
        return bytes(event -> true);
    }

    /** What a link gives that asks for cancelled events to be dropped. */
    byte[] bytesWithoutCancelled() {
        return bytes(event -> !event.isCancelled());
    }

    private byte[] bytes(Predicate<FeedEvent> told) {
        List<EventVersion> versions = state.told(published.getLast().when()).stream()
                .filter(told)
                .map(FeedEvent::version)
                .toList();
        var head = new CalendarHead(
                "Bo Øster; æøå",
                Language.DA.locale(),
                CalendarSpan.of(Camp.problem().horizon()));
        return CalendarWriter.feed(head, versions, Duration.ofMinutes(10));
    }
}
