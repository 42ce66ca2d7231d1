package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.CellReading;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the submitted form of an intervention into parameters in file format. Input that a field cannot hold stays text, so that it
 * is rejected with the same message as in files and remains in the form.
 */
final class ParameterFormReader {
    /** Value of hidden fields that mark the presence of a row or of an optional group. */
    static final String PRESENCE_FIELD = "here";

    private static final int MOST_ROWS = 2000;

    private final Map<String, String[]> formFields;
    private final ItemNameIndex itemNames;
    private final CellCodec cells;

    /**
     * @param formFields   form fields by name; names are pointers
     * @param itemNames items that can be named
     * @param cells  codec of values
     */
    ParameterFormReader(Map<String, String[]> formFields, ItemNameIndex itemNames, CellCodec cells) {
        this.formFields = formFields;
        this.itemNames = itemNames;
        this.cells = cells;
    }

    /** Returns the parameters of some fields. */
    Json.JsonObject read(List<FormField> fields, String at) {
        var all = new LinkedHashMap<String, Json>();
        fields.forEach(field -> readValue(field, at + "/" + Finding.escapePointerSegment(field.name()))
                .ifPresent(json -> all.put(field.name(), json)));
        return new Json.JsonObject(all);
    }

    private Optional<Json> readValue(FormField field, String at) {
        return switch (field.kind()) {
            case CHOICES, THINGS, LINES -> Optional.of(readSeveral(field, at));
            case ROWS -> Optional.of(readRows(field, at));
            case PART -> Optional.of(read(field.fields(), at));
            case OPTIONAL_PART -> formFields.containsKey(at) ? Optional.of(read(field.fields(), at)) : Optional.empty();
            case TRUTH -> Optional.of(new Json.JsonBoolean(formFields.containsKey(at)));
            case TABLE -> Optional.of(readTable(field, at));
            case KEPT ->
                JsonTreeParser.parse(firstText(at)) instanceof ReadResult.Success<Json> good
                        ? Optional.of(good.value())
                        : Optional.empty();
            default -> firstText(at).isEmpty() ? Optional.empty() : Optional.of(readScalar(field, firstText(at)));
        };
    }

    private String firstText(String at) {
        String[] values = formFields.get(at);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    private Json readScalar(FormField field, String typed) {
        return switch (field.kind()) {
            case NUMBER -> valueOrText(CellCodec.readNumber(typed).map(Json.JsonNumber::new), typed);
            case DATE -> valueOrText(cells.readDate(typed).map(ParameterFormReader::toText), typed);
            case TIME -> valueOrText(CellCodec.readTime(typed).map(ParameterFormReader::toText), typed);
            case WEEK -> valueOrText(cells.readWeek(typed).map(ParameterFormReader::toText), typed);
            case THING, TEXT -> new Json.JsonString(itemNames.resolveId(field.of(), typed));
            case TRUTH_OR_NOTHING -> new Json.JsonBoolean(typed.equals("true"));
            default -> new Json.JsonString(typed);
        };
    }

    private static Json valueOrText(CellReading<? extends Json> reading, String typed) {
        return reading.asOptional().<Json>map(value -> value).orElseGet(() -> new Json.JsonString(typed));
    }

    private static Json toText(Object value) {
        return new Json.JsonString(value.toString());
    }

    /** Reads several values, sent as separate fields or as lines of one text. Different names of the same kind of room count once. */
    private Json readSeveral(FormField field, String at) {
        FormField one = field.fields().isEmpty() ? field : field.fields().getFirst();
        String[] values = formFields.getOrDefault(at, new String[0]);
        Stream<Json> all = Arrays.stream(values)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> readScalar(one, line));
        return new Json.JsonArray((one.of() == EntityKind.ROOM_KIND ? all.distinct() : all).toList());
    }

    private Json readRows(FormField field, String at) {
        var numbers = new TreeSet<Integer>();
        for (String name : formFields.keySet()) {
            if (name.startsWith(at + "/")) {
                String rest = name.substring(at.length() + 1);
                if (rest.matches("\\d{1,4}") && numbers.size() < MOST_ROWS) {
                    numbers.add(Integer.valueOf(rest));
                }
            }
        }
        var rows = new ArrayList<Json>();
        numbers.forEach(number -> rows.add(read(field.fields(), at + "/" + number)));
        return new Json.JsonArray(rows);
    }

    private Json readTable(FormField field, String at) {
        var all = new LinkedHashMap<String, Json>();
        field.options().forEach(option -> {
            String typed = firstText(at + "/" + option.value());
            if (!typed.isEmpty()) {
                all.put(option.value(), readScalar(field.fields().getFirst(), typed));
            }
        });
        return new Json.JsonObject(all);
    }

    /** Returns the parameters with an empty row added, or with a row removed. */
    static Json.JsonObject changeRows(Json.JsonObject parameters, String pointer, boolean isMore) {
        List<String> path = Arrays.asList(pointer.substring(1).split("/"));
        return (Json.JsonObject) changeRows(parameters, path, isMore);
    }

    private static Json changeRows(Json json, List<String> path, boolean isMore) {
        if (json instanceof Json.JsonArray list) {
            var elements = new ArrayList<>(list.elements());
            if (path.isEmpty()) {
                elements.add(new Json.JsonObject(Map.of()));
                return new Json.JsonArray(elements);
            }
            int nth = path.getFirst().matches("\\d{1,4}") ? Integer.parseInt(path.getFirst()) : elements.size();
            if (nth < elements.size()) {
                if (path.size() == 1 && !isMore) {
                    elements.remove(nth);
                } else {
                    elements.set(nth, changeRows(elements.get(nth), path.subList(1, path.size()), isMore));
                }
            }
            return new Json.JsonArray(elements);
        }
        if (json instanceof Json.JsonObject structure && !path.isEmpty()) {
            var fields = new LinkedHashMap<>(structure.fields());
            Json inner = fields.get(path.getFirst());
            if (inner != null) {
                fields.put(path.getFirst(), changeRows(inner, path.subList(1, path.size()), isMore));
            }
            return new Json.JsonObject(fields);
        }
        return json;
    }
}
