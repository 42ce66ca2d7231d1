package dk.grundskema.api.calendar;

import java.util.Locale;

/**
 * What a calendar says of itself.
 *
 * @param name     what it is called
 * @param language language of its texts
 * @param span     in which zone and when its events are
 */
public record CalendarHead(String name, Locale language, CalendarSpan span) {}
