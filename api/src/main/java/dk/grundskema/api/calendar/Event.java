package dk.grundskema.api.calendar;

import dk.grundskema.api.timetable.Occurrence;

/**
 * An occurrence and the id that calendars know it by.
 *
 * @param uid        the id
 * @param occurrence what is held
 */
record Event(String uid, Occurrence occurrence) {}
