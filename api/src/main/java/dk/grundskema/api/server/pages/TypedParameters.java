package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Thing;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.domain.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed into the form of an intervention, as files have it. What isn't a number where one belongs stays the text that it is, so that it is
 * refused in the words in which files are, and stands in the form still.
 */
final class TypedParameters {
    /** What a form is sent that isn't there otherwise: of a row that it is one, of what may be left out that it is there. */
    static final String HERE = "here";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,9})?");
    private static final int MOST_ROWS = 2000;

    private final Map<String, String[]> sent;
    private final Things things;

    /**
     * @param sent   the fields of the form by their names, which are pointers
     * @param things what can be named
     */
    TypedParameters(Map<String, String[]> sent, Things things) {
        this.sent = sent;
        this.things = things;
    }

    /** The parameters that some fields make. */
    Json.Structure of(List<FormField> fields, String at) {
        var all = new LinkedHashMap<String, Json>();
        fields.forEach(field ->
                value(field, at + "/" + Finding.segment(field.name())).ifPresent(json -> all.put(field.name(), json)));
        return new Json.Structure(all);
    }

    private Optional<Json> value(FormField field, String at) {
        return switch (field.kind()) {
            case CHOICES, THINGS, LINES -> Optional.of(several(field, at));
            case ROWS -> Optional.of(rows(field, at));
            case PART -> Optional.of(of(field.fields(), at));
            case OPTIONAL_PART -> sent.containsKey(at) ? Optional.of(of(field.fields(), at)) : Optional.empty();
            case TRUTH -> Optional.of(new Json.Truth(sent.containsKey(at)));
            case TABLE -> Optional.of(table(field, at));
            case KEPT ->
                JsonParsing.parse(first(at)) instanceof Read.Good<Json> good
                        ? Optional.of(good.value())
                        : Optional.empty();
            default -> first(at).isEmpty() ? Optional.empty() : Optional.of(scalar(field, first(at)));
        };
    }

    private String first(String at) {
        String[] values = sent.get(at);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    private Json scalar(FormField field, String typed) {
        return switch (field.kind()) {
            case NUMBER ->
                NUMBER.matcher(typed).matches()
                        ? new Json.Numeric(new BigDecimal(typed.replace(',', '.')))
                        : new Json.Text(typed);
            case THING, TEXT -> new Json.Text(things.meant(field.of(), typed));
            case TRUTH_OR_NOTHING -> new Json.Truth(typed.equals("true"));
            default -> new Json.Text(typed);
        };
    }

    /** Several values are sent by as many boxes, or as lines of one text. Two words for one kind of room are that kind. */
    private Json several(FormField field, String at) {
        FormField one = field.fields().isEmpty() ? field : field.fields().getFirst();
        String[] values = sent.getOrDefault(at, new String[0]);
        Stream<Json> all = Arrays.stream(values)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> scalar(one, line));
        return new Json.Listing((one.of() == Thing.ROOM_KIND ? all.distinct() : all).toList());
    }

    private Json rows(FormField field, String at) {
        var numbers = new TreeSet<Integer>();
        for (String name : sent.keySet()) {
            if (name.startsWith(at + "/")) {
                String rest = name.substring(at.length() + 1);
                if (rest.matches("\\d{1,4}") && numbers.size() < MOST_ROWS) {
                    numbers.add(Integer.valueOf(rest));
                }
            }
        }
        var rows = new ArrayList<Json>();
        numbers.forEach(number -> rows.add(of(field.fields(), at + "/" + number)));
        return new Json.Listing(rows);
    }

    private Json table(FormField field, String at) {
        var all = new LinkedHashMap<String, Json>();
        field.options().forEach(option -> {
            String typed = first(at + "/" + option.value());
            if (!typed.isEmpty()) {
                all.put(option.value(), scalar(field.fields().getFirst(), typed));
            }
        });
        return new Json.Structure(all);
    }

    /** Parameters with an empty row more, or without one. */
    static Json.Structure changed(Json.Structure parameters, String pointer, boolean isMore) {
        List<String> path = Arrays.asList(pointer.substring(1).split("/"));
        return (Json.Structure) changed(parameters, path, isMore);
    }

    private static Json changed(Json json, List<String> path, boolean isMore) {
        if (json instanceof Json.Listing list) {
            var elements = new ArrayList<>(list.elements());
            if (path.isEmpty()) {
                elements.add(new Json.Structure(Map.of()));
                return new Json.Listing(elements);
            }
            int nth = path.getFirst().matches("\\d{1,4}") ? Integer.parseInt(path.getFirst()) : elements.size();
            if (nth < elements.size()) {
                if (path.size() == 1 && !isMore) {
                    elements.remove(nth);
                } else {
                    elements.set(nth, changed(elements.get(nth), path.subList(1, path.size()), isMore));
                }
            }
            return new Json.Listing(elements);
        }
        if (json instanceof Json.Structure structure && !path.isEmpty()) {
            var fields = new LinkedHashMap<>(structure.fields());
            Json inner = fields.get(path.getFirst());
            if (inner != null) {
                fields.put(path.getFirst(), changed(inner, path.subList(1, path.size()), isMore));
            }
            return new Json.Structure(fields);
        }
        return json;
    }
}
