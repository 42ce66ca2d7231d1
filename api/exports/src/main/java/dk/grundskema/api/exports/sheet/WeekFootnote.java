package dk.grundskema.api.exports.sheet;

/**
 * A line beneath a week's table.
 *
 * @param label subject of the line
 * @param text  content of the line
 */
public record WeekFootnote(String label, String text) {}
