package dk.grundskema.api.calendar;

import java.time.Instant;

/**
 * An event as it stands now, and how it came to that.
 *
 * @param event       what it is; what it was, if it is cancelled
 * @param sequence    how often it has changed, from 0. Source: RFC 5545, 3.8.7.4
 * @param changed     when it changed last, or was first said
 * @param isCancelled whether it is no longer held
 */
public record EventVersion(CalendarEvent event, int sequence, Instant changed, boolean isCancelled) {}
