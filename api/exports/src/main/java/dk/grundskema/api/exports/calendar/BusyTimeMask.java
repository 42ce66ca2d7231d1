package dk.grundskema.api.exports.calendar;

import java.util.List;
import java.util.Locale;

/** Reduces events to busy times, without title, place and participants. */
public final class BusyTimeMask {
    private BusyTimeMask() {}

    /**
     * Returns what other people may know of an event that makes its owner busy.
     *
     * @param language Danish or English
     */
    public static CalendarEvent mask(CalendarEvent event, Locale language) {
        String word = TimetableCalendars.bundle(language).getString("calendar.busy");
        return new CalendarEvent(event.uid(), event.time(), word, "", List.of(), List.of(), "", true);
    }
}
