package dk.grundskema.api.exports.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Color;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.jspecify.annotations.Nullable;

/** Writes one calendar as an iCalendar file or feed. Sources: RFC 5545, RFC 7986, and the older X- properties that clients support. */
public final class ICalendarWriter {
    /** Interval at which clients should reload: a change in the morning is on every phone within the hour. */
    public static final Duration REFRESH = Duration.ofHours(1);

    private static final String END = "END:VCALENDAR";

    /** Usual maximum length of an event, in characters. */
    private static final int USUAL_EVENT = 600;

    private final CalendarHeader head;
    private final boolean isFollowed;
    private final @Nullable Duration alarm;

    private ICalendarWriter(CalendarHeader head, boolean isFollowed, @Nullable Duration alarm) {
        this.head = head;
        this.isFollowed = isFollowed;
        this.alarm = alarm;
    }

    /** Returns the bytes of a file that is imported once; it may have no events. */
    static byte[] writeFile(CalendarHeader head, List<EventVersion> events) {
        return new ICalendarWriter(head, false, null).write(events);
    }

    /**
     * Returns the bytes of a feed that clients reload: each event has the time of its last change and its status.
     *
     * @param events may be empty: a feed stays when its last event is removed
     * @param alarm  how long before an event that is held the phone alerts, 0 or more; {@code null} means no alarm
     */
    public static byte[] writeFeed(CalendarHeader head, List<EventVersion> events, @Nullable Duration alarm) {
        return new ICalendarWriter(head, true, alarm).write(events);
    }

    private byte[] write(List<EventVersion> events) {
        var calendar = new Calendar(properties(), new ComponentList<>());
        CalendarSpan span = head.span();
        calendar.add(new VTimeZoneBuilder(span.zone()).build(span.first(), span.last()));
        String empty = calendar.toString();
        var all = new StringBuilder(empty.length() + USUAL_EVENT * events.size());
        all.append(empty, 0, empty.lastIndexOf(END));
        var lines = new EventLineWriter(all, span.zone(), isFollowed, alarm);
        events.forEach(lines::add);
        return ContentLineFolder.foldLines(all.append(empty, empty.lastIndexOf(END), empty.length()));
    }

    private PropertyList properties() {
        String title = PlainTextCleaner.toSingleLine(head.name());
        var properties = new ArrayList<Property>(List.of(
                new ProdId("-//Grundskema//Grundskema//"
                        + head.language().getLanguage().toUpperCase(Locale.ROOT)),
                new Version((String) null, "2.0"),
                new Name(title),
                new XProperty("X-WR-CALNAME", title),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString())));
        if (!head.colour().isEmpty()) {
            properties.add(new Color(new ParameterList(), head.colour()));
        }
        return new PropertyList(properties);
    }
}
