package dk.grundskema.api.imports.source;

import org.jspecify.annotations.Nullable;

/**
 * A room as a file has it.
 *
 * @param place    where
 * @param key      the file's id or short name
 * @param name     what people call it; {@code null} means that the key is the name
 * @param kind     what it is fit for; {@code null} means that the file doesn't say
 * @param capacity how many students it holds; {@code null} means that the file doesn't say
 */
public record SourceRoom(
        Place place,
        Said key,
        @Nullable Said name,
        @Nullable Said kind,
        @Nullable Integer capacity) {}
