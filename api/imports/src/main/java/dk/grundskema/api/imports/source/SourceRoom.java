package dk.grundskema.api.imports.source;

import org.jspecify.annotations.Nullable;

/**
 * A room in a file.
 *
 * @param place    its place
 * @param key      the file's id or short name
 * @param name     display name; {@code null} means that the key is the name
 * @param kind     kind of room; {@code null} means that the file does not state it
 * @param capacity number of students it holds; {@code null} means that the file does not state it
 */
public record SourceRoom(
        SourceLocation place,
        SourceText key,
        @Nullable SourceText name,
        @Nullable SourceText kind,
        @Nullable Integer capacity) {}
