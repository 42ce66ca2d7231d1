package dk.grundskema.api.timetable;

import dk.grundskema.solver.spi.Colour;

/**
 * What sessions of one kind or subject have in common to the eye. Never the colour alone: name or brief stand with it.
 *
 * @param number   number among the looks of a timetable, from 0; the same in every language
 * @param name     what people call the subject or kind
 * @param brief    the name's first letters, as few as tell the looks apart
 * @param category wider heading, such as teaching
 * @param colour   dark enough for white text
 */
public record Look(int number, String name, String brief, String category, Colour colour) {}
