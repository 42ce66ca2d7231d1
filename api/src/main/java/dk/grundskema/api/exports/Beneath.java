package dk.grundskema.api.exports;

/**
 * A line beneath a week's table.
 *
 * @param label what it is about
 * @param text  what it says
 */
public record Beneath(String label, String text) {}
