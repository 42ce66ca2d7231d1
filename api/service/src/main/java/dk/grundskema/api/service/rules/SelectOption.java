package dk.grundskema.api.service.rules;

/**
 * An option of a selection.
 *
 * @param value value in file format
 * @param text  display text
 */
public record SelectOption(String value, String text) {}
