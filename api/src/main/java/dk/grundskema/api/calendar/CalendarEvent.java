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
 */
public record CalendarEvent(
        String uid,
        EventTime time,
        String summary,
        String location,
        List<String> description,
        List<String> categories,
        String colour,
        boolean busy) {
    /** Copies the lists. */
    public CalendarEvent {
        description = List.copyOf(description);
        categories = List.copyOf(categories);
    }
}
