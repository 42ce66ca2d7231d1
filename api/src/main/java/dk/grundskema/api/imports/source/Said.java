package dk.grundskema.api.imports.source;

/**
 * A text of a file with its place.
 *
 * @param text  as the file has it, stripped of white space at both ends; not empty
 * @param place where
 */
public record Said(String text, Place place) {}
