package dk.grundskema.api.documents.timetable;

import dk.grundskema.solver.spi.Colour;

/**
 * Visual style of sessions of one kind or subject. Colour is never the only distinction: the name or abbreviation is shown with it.
 *
 * @param number   number among the styles of a timetable, from 0; the same in every language
 * @param name     name of the subject or kind
 * @param brief    the first letters of the name, as few as make it unique
 * @param category wider heading, such as teaching
 * @param colour   dark enough for white text
 */
public record MeetingStyle(int number, String name, String brief, String category, Colour colour) {}
