package dk.grundskema.api.exports.calendar;

import java.util.List;
import java.util.stream.Stream;

/**
 * The text and time of a calendar event, in one language, without students' names.
 *
 * @param uid         permanent id of the event in calendars
 * @param time        when it takes place
 * @param summary     what is held and for which group
 * @param location    where; may be empty
 * @param description further information, one line per element; may be empty
 * @param categories  types of the event, the widest first
 * @param colour      CSS name of a colour; empty means none
 * @param busy        whether the owner of the calendar is busy
 * @param people      the other adults, as the description lists them; if there are any, the first line of the description is about them
 */
public record CalendarEvent(
        String uid,
        EventTime time,
        String summary,
        String location,
        List<String> description,
        List<String> categories,
        String colour,
        boolean busy,
        List<String> people) {
    /** Creates an event without other adults. */
    public CalendarEvent(
            String uid,
            EventTime time,
            String summary,
            String location,
            List<String> description,
            List<String> categories,
            String colour,
            boolean busy) {
        this(uid, time, summary, location, description, categories, colour, busy, List.of());
    }

    /** Copies the lists. */
    public CalendarEvent {
        people = List.copyOf(people);
        description = List.copyOf(description);
        categories = List.copyOf(categories);
    }

    /** Returns the event with one more line of description, as the first. */
    public CalendarEvent withFirstLine(String line) {
        return new CalendarEvent(
                uid,
                time,
                summary,
                location,
                Stream.concat(Stream.of(line), description.stream()).toList(),
                categories,
                colour,
                busy,
                people);
    }
}
