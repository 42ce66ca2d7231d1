package dk.grundskema.api.imports.source;

/**
 * A readable place in a file.
 *
 * @param file  name of the file as the user gave it
 * @param where place in it: {@code Staff!C14}, {@code line 12}, {@code lesson 7}; empty means the file as a whole
 */
public record SourceLocation(String file, String where) {}
