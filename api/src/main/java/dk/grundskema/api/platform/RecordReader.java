package dk.grundskema.api.platform;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads files against the shapes of records: whatever a record's class says about its components, with their types, their
 * defaults and the checks of its constructor, is what a file must hold. Everything that is wrong is found in one go.
 */
public final class RecordReader {
    /** Reads values of a type whose form depends on more than its class. */
    @FunctionalInterface
    public interface Special {
        /**
         * @param json    what the file holds
         * @param at      pointer to it from the file's root
         * @param reading the reading of the file
         * @return the value, or {@code null} after the reading was told what is wrong
         */
        @Nullable
        Object read(Json json, String at, Reading reading);
    }

    /** The reading of one file, as far as it has got. */
    public interface Reading {
        /** Reads one value as a type; {@code null} if something is wrong with it, which has then been said. */
        @Nullable
        Object read(Json json, Type type, String at);

        /** What was found so far. */
        Findings findings();
    }

    private final Map<Class<?>, Special> specials;

    /** @param specials readers of types whose form depends on more than their class */
    public RecordReader(Map<Class<?>, Special> specials) {
        this.specials = Map.copyOf(specials);
    }

    /** The record in a file, or everything that is wrong with it. */
    public <T extends Record> Read<T> read(Path file, Class<T> type) {
        return JsonFile.read(file).then(good -> read(good.value(), type));
    }

    /** The record in a text of JSON, or everything that is wrong with it. */
    public <T extends Record> Read<T> read(String text, Class<T> type) {
        return JsonParsing.parse(text).then(good -> read(good.value(), type));
    }

    /** The record that a value of JSON is, or everything that is wrong with it. */
    public <T extends Record> Read<T> read(Json json, Class<T> type) {
        var walk = new Walk(specials);
        Object value = walk.read(json, type, "");
        if (walk.findings().count() > 0) {
            return new Read.Bad<>(walk.findings().told());
        }
        if (value == null) {
            throw new IllegalStateException("A (%s) could not be read and nobody said why.".formatted(type.getName()));
        }
        return new Read.Good<>(type.cast(value), java.util.List.of(), Canonical.hash(json));
    }
}
