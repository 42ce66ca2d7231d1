package dk.grundskema.api.calendar;

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

/** Writes one calendar. Sources: RFC 5545, RFC 7986, and the X- properties that clients knew before that. */
public final class CalendarWriter {
    /** How often a client should look again: what changes on a morning is on every phone within the hour. */
    public static final Duration REFRESH = Duration.ofHours(1);

    private static final String END = "END:VCALENDAR";

    /** So many characters most events are no longer than. */
    private static final int USUAL_EVENT = 600;

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
        String empty = calendar.toString();
        var all = new StringBuilder(empty.length() + USUAL_EVENT * events.size());
        all.append(empty, 0, empty.lastIndexOf(END));
        var lines = new EventLines(all, span.zone(), isFollowed, alarm);
        events.forEach(lines::add);
        return ContentLines.folded(all.append(empty, empty.lastIndexOf(END), empty.length()));
    }

    private PropertyList properties() {
        String title = PlainText.line(head.name());
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
