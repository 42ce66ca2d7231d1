package dk.grundskema.api.exports.calendar;

import java.util.Locale;

/**
 * Properties of a calendar as a whole.
 *
 * @param name     name of the calendar
 * @param language language of its texts
 * @param span     time zone and period of its events
 * @param colour   CSS name of the colour in which clients show it; empty means that they choose one
 */
public record CalendarHeader(String name, Locale language, CalendarSpan span, String colour) {
    /** Creates a header without a colour. */
    public CalendarHeader(String name, Locale language, CalendarSpan span) {
        this(name, language, span, "");
    }
}
