package dk.grundskema.api.web.app.camp;

/**
 * Something that can be chosen.
 *
 * @param value as files have it
 * @param text  as people call it
 */
public record Choice(String value, String text) {}
