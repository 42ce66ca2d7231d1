package dk.grundskema.api.documents.json;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into records. The record class is the schema: component names, types, defaults and constructor checks define what a file must
 * hold. Reading reports all errors of a file at once.
 */
public final class RecordReader {
    /** Reads values of a type whose format depends on more than its class. */
    @FunctionalInterface
    public interface CustomTypeReader {
        /**
         * @param json    the value in the file
         * @param at      pointer to it from the file's root
         * @param reading context of the file being read
         * @return the value, or {@code null} after it has reported the findings to {@code reading}
         */
        @Nullable
        Object read(Json json, String at, ReadingContext reading);
    }

    /** Context of reading one file. */
    public interface ReadingContext {
        /** Reads a value as a type; returns {@code null} if it is wrong, after reporting the findings. */
        @Nullable
        Object read(Json json, Type type, String at);

        /** Returns the findings so far. */
        ReadFindingCollector findings();
    }

    private final Map<Class<?>, CustomTypeReader> specials;

    /** @param specials readers of types whose format depends on more than their class */
    public RecordReader(Map<Class<?>, CustomTypeReader> specials) {
        this.specials = Map.copyOf(specials);
    }

    /** Returns the record in a file, or everything that is wrong with it. */
    public <T extends Record> ReadResult<T> read(Path file, Class<T> type) {
        return JsonFileReader.read(file).then(good -> read(good, type));
    }

    /** Returns the record in a JSON text, or everything that is wrong with it. */
    public <T extends Record> ReadResult<T> read(String text, Class<T> type) {
        return JsonTreeParser.parse(text).then(good -> read(good, type));
    }

    /** Returns the record of a JSON value, or everything that is wrong with it. */
    public <T extends Record> ReadResult<T> read(Json json, Class<T> type) {
        return readTree(json, type)
                .then(good -> new ReadResult.Success<>(good.value(), good.notes(), CanonicalJson.hash(json)));
    }

    /** Returns the record of parsed JSON, with the hash of the JSON, or everything that is wrong with it. */
    public <T extends Record> ReadResult<T> read(ReadResult.Success<Json> parsed, Class<T> type) {
        return readTree(parsed.value(), type)
                .then(good -> new ReadResult.Success<>(good.value(), good.notes(), parsed.hash()));
    }

    private <T extends Record> ReadResult<T> readTree(Json json, Class<T> type) {
        var walk = new RecordTreeReader(specials);
        Object value = walk.read(json, type, "");
        if (walk.findings().count() > 0) {
            return new ReadResult.Failure<>(walk.findings().reported());
        }
        if (value == null) {
            throw new IllegalStateException("Reading a (%s) failed without a finding.".formatted(type.getName()));
        }
        return new ReadResult.Success<>(type.cast(value), java.util.List.of(), "");
    }
}
