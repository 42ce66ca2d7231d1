package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.Id;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON that {@link RecordReader} reads back: components in order, without those that are empty or equal their default.
 * Numbers, booleans and the root's lists are always written.
 */
public final class RecordWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final RecordWriter PLAIN = new RecordWriter(Id::value);

    private final IdFormatter ids;

    private RecordWriter(IdFormatter ids) {
        this.ids = ids;
    }

    /**
     * Returns the JSON of a record with replaced ids.
     *
     * @param ids returns the text of each id, also for ids that are map keys
     */
    public static Json.JsonObject toJsonWithIds(Record root, IdFormatter ids) {
        var writer = new RecordWriter(ids);
        return root instanceof Json.JsonObject json ? json : writer.writeRecord(root, writer::writeValue);
    }

    /** Writes ids as texts. */
    @FunctionalInterface
    public interface IdFormatter {
        /** Returns the text of an id. */
        String of(Id id);
    }

    /** Returns the JSON of a record that is the root of a file. */
    public static Json.JsonObject toJson(Record root) {
        return toJson(root, RecordWriter::toJsonValue);
    }

    /**
     * Returns the JSON of a record that is the root of a file, with precomputed elements of its lists.
     *
     * @param element returns the JSON of an element, as {@link #toJsonValue} does
     */
    public static Json.JsonObject toJson(Record root, Function<Object, Json> element) {
        return root instanceof Json.JsonObject json ? json : PLAIN.writeRecord(root, element);
    }

    /** Returns the JSON of records that form a list in a file. */
    public static Json.JsonArray toJsonArray(List<? extends Record> records) {
        return new Json.JsonArray(
                records.stream().map(RecordWriter::toJsonValue).toList());
    }

    /** @param ofRoot writes the elements of the root's lists; {@code null} if the record is not the root */
    private Json.JsonObject writeRecord(Record whole, @Nullable Function<Object, Json> ofRoot) {
        RecordShape shape = RecordShape.of(whole.getClass());
        var fields = new LinkedHashMap<String, Json>();
        for (var part : shape.parts()) {
            Object value = shape.get(whole, part);
            if (value == null) {
                if (part.defaultJson() != null) {
                    fields.put(part.name(), Json.JsonNull.NOTHING); // absent would mean the default
                }
            } else if (ofRoot != null && value instanceof List<?> list) {
                fields.put(
                        part.name(),
                        new Json.JsonArray(list.stream().map(ofRoot).toList()));
            } else if (!isOmittable(shape, part, value)) {
                fields.put(part.name(), writeValue(value));
            }
        }
        return new Json.JsonObject(fields);
    }

    private static boolean isOmittable(RecordShape shape, RecordShape.Part part, Object value) {
        return switch (value) {
            case String text -> text.isEmpty() && shape.isOptional(part);
            case Iterable<?> many -> !many.iterator().hasNext();
            case Map<?, ?> map -> map.isEmpty();
            case Json json -> false;
            case Record record ->
                part.defaultJson() == null
                        && RecordShape.defaultsOf(record.getClass()).equals(Optional.of(value))
                        && !part.nullable();
            default -> false;
        };
    }

    /** Returns the JSON of a value that is part of a file. */
    public static Json toJsonValue(@Nullable Object value) {
        return PLAIN.writeValue(value);
    }

    private Json writeValue(@Nullable Object value) {
        return switch (value) {
            case Json json -> json;
            case Id id -> new Json.JsonString(ids.of(id));
            case Enum<?> constant -> new Json.JsonString(constant.name());
            case LocalTime time -> new Json.JsonString(time.format(TIME));
            case dk.grundskema.domain.time.IsoWeek week -> new Json.JsonString(week.toString());
            case Record record -> writeRecord(record, null);
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Json>();
                map.forEach((key, each) -> fields.put(writeKey(key), writeValue(each)));
                yield new Json.JsonObject(fields);
            }
            case Iterable<?> many ->
                new Json.JsonArray(StreamSupport.stream(many.spliterator(), false)
                        .map(this::writeValue)
                        .toList());
            case null, default -> Json.fromJava(value);
        };
    }

    private String writeKey(Object key) {
        return writeValue(key) instanceof Json.JsonString text ? text.value() : String.valueOf(key);
    }
}
