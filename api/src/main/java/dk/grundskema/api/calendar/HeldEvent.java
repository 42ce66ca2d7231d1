package dk.grundskema.api.calendar;

import dk.grundskema.api.timetable.Occurrence;

/**
 * An occurrence that is in calendars.
 *
 * @param uid        id by which they know it
 * @param occurrence what is held when
 */
record HeldEvent(String uid, Occurrence occurrence) {}
