package dk.grundskema.api.calendar;

import java.util.List;

/**
 * An event as a calendar says it, in one language, without students' names.
 *
 * @param uid         what calendars know it by for ever
 * @param time        when it is
 * @param summary     what is held and for whom
 * @param location    where; may be empty
 * @param description what else is to be known, line by line; may be empty
 * @param categories  what sort of event it is, the widest first
 * @param colour      name of a colour of CSS; empty means none
 * @param busy        whether the owner of the calendar is busy then
 * @param people      the other adults, each as the description says them; if there are any, the first line of the description is about them
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
    /** An event that nobody else comes to. */
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
}
