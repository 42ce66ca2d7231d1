package dk.grundskema.api.service.campguide;

/**
 * One of several things of which any number may be selected.
 *
 * @param value    value in file format
 * @param text     display text
 * @param note     what else is known about it; empty if nothing
 * @param isChosen whether it is selected
 */
public record CheckboxOption(String value, String text, String note, boolean isChosen) {}
