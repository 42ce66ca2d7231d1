package dk.grundskema.api.imports.source;

/**
 * A text of a file with its place.
 *
 * @param text  as in the file, without white space at both ends; not empty
 * @param place its place
 */
public record SourceText(String text, SourceLocation place) {}
