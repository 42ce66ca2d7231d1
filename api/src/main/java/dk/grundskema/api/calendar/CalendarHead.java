package dk.grundskema.api.calendar;

import java.util.Locale;

/**
 * What a calendar says of itself.
 *
 * @param name     what it is called
 * @param language language of its texts
 * @param span     in which zone and when its events are
 * @param colour   name of a colour of CSS by which programs tell it from others; empty means that they choose one
 */
public record CalendarHead(String name, Locale language, CalendarSpan span, String colour) {
    /** A calendar that programs choose a colour for. */
    public CalendarHead(String name, Locale language, CalendarSpan span) {
        this(name, language, span, "");
    }
}
