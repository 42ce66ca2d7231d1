package dk.grundskema.api.exports.calendar;

import java.time.Instant;

/**
 * The current state of an event and its change history.
 *
 * @param event       current content; the last content, if it is cancelled
 * @param sequence    number of changes, from 0. Source: RFC 5545, 3.8.7.4
 * @param changed     time of the last change, or of the first publication
 * @param isCancelled whether it is cancelled
 */
public record EventVersion(CalendarEvent event, int sequence, Instant changed, boolean isCancelled) {}
