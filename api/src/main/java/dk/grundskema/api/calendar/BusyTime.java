package dk.grundskema.api.calendar;

import java.util.List;
import java.util.Locale;

/** When somebody is busy, and nothing else: not what with, not where, not with whom. */
public final class BusyTime {
    private BusyTime() {}

    /**
     * All that somebody else may know of an event that makes its owner busy.
     *
     * @param language Danish or English
     */
    public static CalendarEvent of(CalendarEvent event, Locale language) {
        String word = CalendarEvents.bundle(language).getString("calendar.busy");
        return new CalendarEvent(event.uid(), event.time(), word, "", List.of(), List.of(), "", true);
    }
}
