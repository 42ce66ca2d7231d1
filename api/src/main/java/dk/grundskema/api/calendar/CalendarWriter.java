package dk.grundskema.api.calendar;

import dk.grundskema.api.timetable.Occurrence;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Color;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;

/** Writes one calendar. Sources: RFC 5545, RFC 7986, and the X- properties that clients knew before that. */
final class CalendarWriter {
    /** How often a client should look again: what changes on a morning is on every phone within the hour. */
    private static final Duration REFRESH = Duration.ofHours(1);

    private final Horizon horizon;
    private final EventWords words;
    private final Audience audience;
    private final @Nullable StaffId reader;

    /**
     * @param horizon  the weeks that were planned
     * @param words    what events say
     * @param audience whom it is for
     * @param reader   whose calendar it is; {@code null} unless one of the staff's
     */
    CalendarWriter(Horizon horizon, EventWords words, Audience audience, @Nullable StaffId reader) {
        this.horizon = horizon;
        this.words = words;
        this.audience = audience;
        this.reader = reader;
    }

    /**
     * The bytes of a calendar's file.
     *
     * @param name     what the calendar is called
     * @param language language of its texts
     * @param events   what it has; may be empty, since a calendar that people follow stays when its last event goes
     * @param tasks    what the reader has to do, each with its id
     */
    byte[] write(String name, Locale language, List<Event> events, SortedMap<String, Task> tasks) {
        var calendar = new Calendar(head(name, language), new ComponentList<>());
        Instant first = startOf(horizon).toInstant();
        calendar.add(new ClockChanges(horizon.zone())
                .between(first, first.plus(Duration.ofDays(7L * horizon.weeks() + 1))));
        events.forEach(event -> calendar.add(event(event)));
        tasks.forEach((uid, task) -> calendar.add(allDay(uid, task)));
        return ContentLines.folded(calendar.toString());
    }

    private static ZonedDateTime startOf(Horizon horizon) {
        return horizon.firstDay().atStartOfDay(horizon.zone());
    }

    private static PropertyList head(String name, Locale language) {
        String title = PlainText.line(name);
        return new PropertyList(List.of(
                new ProdId(
                        "-//Grundskema//Grundskema//" + language.getLanguage().toUpperCase(Locale.ROOT)),
                new Version((String) null, "2.0"),
                new Name(title),
                new XProperty("X-WR-CALNAME", title),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString())));
    }

    /** Something to do on a date, at whatever time: it takes none of the day. */
    private VEvent allDay(String uid, Task task) {
        var component = new VEvent(new PropertyList());
        component.add(new Uid(uid));
        component.add(
                new DtStamp(horizon.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant()));
        component.add(new Sequence(0));
        component.add(WallClock.day(task.date()));
        component.add(new Summary(PlainText.line(words.summary(task))));
        component.add(ImmutableTransp.TRANSPARENT);
        return component;
    }

    private VEvent event(Event event) {
        Occurrence occurrence = event.occurrence();
        var meeting = occurrence.meeting();
        var component = new VEvent(new PropertyList());
        component.add(new Uid(event.uid()));
        component.add(
                new DtStamp(horizon.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant()));
        component.add(new Sequence(0));
        component.add(WallClock.start(moment(occurrence.interval().start())));
        if (occurrence.interval().minutes() > 0) { // none is left of what lies in the hour that spring skips
            component.add(WallClock.end(moment(occurrence.interval().end())));
        }
        component.add(new Summary(PlainText.line(words.summary(meeting, audience))));
        String location = PlainText.line(words.location(meeting));
        if (!location.isEmpty()) {
            component.add(new Location(location));
        }
        String description = PlainText.lines(words.description(occurrence, reader));
        if (!description.isEmpty()) {
            component.add(new Description(description));
        }
        component.add(new Categories(new TextList(
                words.categories(meeting).stream().map(PlainText::line).toList())));
        component.add(new Color(new ParameterList(), words.colour(meeting)));
        component.add(takesTime(occurrence) ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
        return component;
    }

    /** Only one's own duties make one busy, and not a stand-by at home; nor does what a team or a room does. */
    private boolean takesTime(Occurrence occurrence) {
        return audience == Audience.STAFF && occurrence.meeting().workload().work();
    }

    private ZonedDateTime moment(long minute) {
        ZoneId zone = horizon.zone();
        return Instant.ofEpochSecond(minute * 60).atZone(zone);
    }
}
