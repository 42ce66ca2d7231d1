package dk.grundskema.api.platform;

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
 * The JSON of records, as {@link RecordReader} reads it: components in order, without those that are empty or say what
 * their absence says. Numbers and truths are always there, and so are the root's own lists.
 */
public final class RecordWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final RecordWriter PLAIN = new RecordWriter(Id::value);

    private final IdTexts ids;

    private RecordWriter(IdTexts ids) {
        this.ids = ids;
    }

    /**
     * The JSON of a record in which other texts stand for some ids.
     *
     * @param ids the text that stands for each id, also where it is a key
     */
    public static Json.Structure toJsonWithIds(Record root, IdTexts ids) {
        var writer = new RecordWriter(ids);
        return root instanceof Json.Structure json ? json : writer.structure(root, writer::value);
    }

    /** Texts that stand for ids. */
    @FunctionalInterface
    public interface IdTexts {
        /** The text that stands for an id. */
        String of(Id id);
    }

    /** The JSON of a record that is the root of a file. */
    public static Json.Structure toJson(Record root) {
        return toJson(root, RecordWriter::json);
    }

    /**
     * The JSON of a record that is the root of a file, where the elements of its lists have been made before.
     *
     * @param element gives what {@link #json} says of an element
     */
    public static Json.Structure toJson(Record root, Function<Object, Json> element) {
        return root instanceof Json.Structure json ? json : PLAIN.structure(root, element);
    }

    /** The JSON of records that are a list in a file. */
    public static Json.Listing list(List<? extends Record> records) {
        return new Json.Listing(records.stream().map(RecordWriter::json).toList());
    }

    /** @param ofRoot writes the elements of a root's lists; {@code null} means that the record is no root */
    private Json.Structure structure(Record whole, @Nullable Function<Object, Json> ofRoot) {
        RecordShape shape = RecordShape.of(whole.getClass());
        var fields = new LinkedHashMap<String, Json>();
        for (var part : shape.parts()) {
            Object value = shape.get(whole, part);
            if (value == null) {
                if (part.defaultJson() != null) {
                    fields.put(part.name(), Json.Nothing.NOTHING); // absent would mean the default
                }
            } else if (ofRoot != null && value instanceof List<?> list) {
                fields.put(
                        part.name(), new Json.Listing(list.stream().map(ofRoot).toList()));
            } else if (!saysNothing(shape, part, value)) {
                fields.put(part.name(), value(value));
            }
        }
        return new Json.Structure(fields);
    }

    private static boolean saysNothing(RecordShape shape, RecordShape.Part part, Object value) {
        return switch (value) {
            case String text -> text.isEmpty() && shape.mayBeAbsent(part);
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

    /** The JSON of a value that is part of a file. */
    public static Json json(@Nullable Object value) {
        return PLAIN.value(value);
    }

    private Json value(@Nullable Object value) {
        return switch (value) {
            case Json json -> json;
            case Id id -> new Json.Text(ids.of(id));
            case Enum<?> constant -> new Json.Text(constant.name());
            case LocalTime time -> new Json.Text(time.format(TIME));
            case dk.grundskema.domain.time.IsoWeek week -> new Json.Text(week.toString());
            case Record record -> structure(record, null);
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Json>();
                map.forEach((key, each) -> fields.put(key(key), value(each)));
                yield new Json.Structure(fields);
            }
            case Iterable<?> many ->
                new Json.Listing(StreamSupport.stream(many.spliterator(), false)
                        .map(this::value)
                        .toList());
            case null, default -> Json.fromJava(value);
        };
    }

    private String key(Object key) {
        return value(key) instanceof Json.Text text ? text.value() : String.valueOf(key);
    }
}
