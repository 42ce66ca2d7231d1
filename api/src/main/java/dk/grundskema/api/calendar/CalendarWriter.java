package dk.grundskema.api.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Color;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;

/** Writes one calendar. Sources: RFC 5545, RFC 7986, and the X- properties that clients knew before that. */
public final class CalendarWriter {
    /** How often a client should look again: what changes on a morning is on every phone within the hour. */
    public static final Duration REFRESH = Duration.ofHours(1);

    private final CalendarHead head;
    private final boolean isFollowed;
    private final @Nullable Duration alarm;

    private CalendarWriter(CalendarHead head, boolean isFollowed, @Nullable Duration alarm) {
        this.head = head;
        this.isFollowed = isFollowed;
        this.alarm = alarm;
    }

    /** The bytes of a file that is read once; it may have no events. */
    static byte[] file(CalendarHead head, List<EventVersion> events) {
        return new CalendarWriter(head, false, null).write(events);
    }

    /**
     * The bytes of a feed that is read again and again: each event says since when it is so and whether it is still held.
     *
     * @param events may be empty, since a calendar that people follow stays when its last event goes
     * @param alarm  how long before an event that is held the phone shall tell of it, 0 or more; {@code null} means not at all
     */
    public static byte[] feed(CalendarHead head, List<EventVersion> events, @Nullable Duration alarm) {
        return new CalendarWriter(head, true, alarm).write(events);
    }

    private byte[] write(List<EventVersion> events) {
        var calendar = new Calendar(properties(), new ComponentList<>());
        CalendarSpan span = head.span();
        calendar.add(new ClockChanges(span.zone()).between(span.first(), span.last()));
        events.forEach(event -> calendar.add(event(event)));
        return ContentLines.folded(calendar.toString());
    }

    private PropertyList properties() {
        String title = PlainText.line(head.name());
        return new PropertyList(List.of(
                new ProdId("-//Grundskema//Grundskema//"
                        + head.language().getLanguage().toUpperCase(Locale.ROOT)),
                new Version((String) null, "2.0"),
                new Name(title),
                new XProperty("X-WR-CALNAME", title),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString())));
    }

    private VEvent event(EventVersion version) {
        CalendarEvent event = version.event();
        var component = new VEvent(new PropertyList());
        component.add(new Uid(event.uid()));
        component.add(new DtStamp(version.changed()));
        component.add(new Sequence(version.sequence()));
        if (isFollowed) {
            component.add(new LastModified(version.changed()));
            component.add(version.isCancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        }
        time(event.time(), component);
        component.add(new Summary(event.summary()));
        if (!event.location().isEmpty()) {
            component.add(new Location(event.location()));
        }
        if (!event.description().isEmpty()) {
            component.add(new Description(String.join("\n", event.description())));
        }
        if (!event.categories().isEmpty()) {
            component.add(new Categories(new TextList(event.categories())));
        }
        if (!event.colour().isEmpty()) {
            component.add(new Color(new ParameterList(), event.colour()));
        }
        boolean isHeld = !version.isCancelled();
        component.add(event.busy() && isHeld ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
        if (alarm != null && isHeld && !event.time().isOfDays()) {
            component.add(alarm(alarm, event));
        }
        return component;
    }

    private void time(EventTime time, VEvent component) {
        if (time.isOfDays()) {
            var first = Objects.requireNonNull(time.day());
            component.add(WallClock.day("DTSTART", first));
            // Also of a single day, for not all clients know that one without an end lasts until midnight
            component.add(WallClock.day("DTEND", first.plusDays(time.days())));
            return;
        }
        Instant start = Objects.requireNonNull(time.start());
        Instant end = start.plus(Duration.ofMinutes(time.minutes()));
        // The standard means the first of two hours of the same name; clients take the second
        boolean isUnclear = WallClock.isTwice(moment(start)) || WallClock.isTwice(moment(end));
        component.add(isUnclear ? WallClock.utc("DTSTART", start) : WallClock.start(moment(start)));
        if (time.minutes() > 0) { // none is left of what lies in the hour that spring skips
            component.add(isUnclear ? WallClock.utc("DTEND", end) : WallClock.end(moment(end)));
        }
    }

    private static VAlarm alarm(Duration before, CalendarEvent event) {
        var component = new VAlarm(new PropertyList());
        component.add(ImmutableAction.DISPLAY);
        component.add(new Trigger(before.negated()));
        component.add(new Description(event.summary()));
        return component;
    }

    private ZonedDateTime moment(Instant instant) {
        return instant.atZone(head.span().zone());
    }
}
