package dk.grundskema.api.exports.calendar;

import dk.grundskema.api.documents.timetable.Occurrence;

/**
 * An occurrence with its id in calendars.
 *
 * @param uid        event id
 * @param occurrence the occurrence
 */
record IdentifiedOccurrence(String uid, Occurrence occurrence) {}
