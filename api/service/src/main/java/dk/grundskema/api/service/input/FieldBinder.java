package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.planning.catalogue.FormField.Option;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds parameters of an intervention to the fields of their form. */
final class FieldBinder {
    /** Maximum number of options shown as a list; with more, the user types the name. */
    static final int MAX_LISTED = 80;

    private static final Set<EntityKind> BY_NAME = Set.of(EntityKind.STAFF, EntityKind.GROUP, EntityKind.ROOM);

    private final ItemNameIndex itemNames;
    private final Map<String, List<String>> errors;
    private final String added;
    private final Locale language;

    /**
     * @param itemNames   items that can be named
     * @param errors errors by pointer
     * @param added    pointer to the rows whose last one was just added; empty if none
     * @param language language for the format of numbers
     */
    FieldBinder(ItemNameIndex itemNames, Map<String, List<String>> errors, String added, Locale language) {
        this.itemNames = itemNames;
        this.errors = errors;
        this.added = added;
        this.language = language;
    }

    /** Returns the fields with their values from an object. */
    List<BoundField> bind(List<FormField> fields, @Nullable Json whole, String at) {
        Map<String, Json> values = whole instanceof Json.JsonObject structure ? structure.fields() : Map.of();
        return fields.stream()
                .map(field ->
                        bind(field, values.get(field.name()), at + "/" + Finding.escapePointerSegment(field.name())))
                .toList();
    }

    private BoundField bind(FormField field, @Nullable Json value, String at) {
        return switch (field.kind()) {
            case CHOICE -> bindChoice(field, at, value, field.options());
            case THING -> bindNamedItem(field, at, value);
            case CHOICES -> bindChoices(field, at, value, field.options());
            case THINGS -> {
                List<Option> all = optionsOf(field);
                yield all.size() <= MAX_LISTED
                        ? bindChoices(field, at, value, all)
                        : createField(
                                field,
                                at,
                                joinLines(value, field),
                                List.of(),
                                List.of(),
                                List.of(),
                                false,
                                suggestionListId(field));
            }
            case LINES -> createField(field, at, joinLines(value, field), List.of(), List.of(), List.of(), false, "");
            case ROWS -> createField(field, at, "", List.of(), List.of(), bindRows(field, at, value), false, "");
            case PART, OPTIONAL_PART ->
                createField(
                        field,
                        at,
                        "",
                        List.of(),
                        bind(field.fields(), value, at),
                        List.of(),
                        value instanceof Json.JsonObject,
                        "");
            case TRUTH ->
                createField(
                        field,
                        at,
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        value instanceof Json.JsonBoolean(boolean is) && is,
                        "");
            case TABLE -> createField(field, at, "", List.of(), bindTable(field, at, value), List.of(), false, "");
            case KEPT ->
                createField(
                        field,
                        at,
                        value == null ? "" : JsonFormatter.format(value),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        "");
            default -> createField(field, at, text(value), List.of(), List.of(), List.of(), false, "");
        };
    }

    private BoundField createField(
            FormField field,
            String at,
            String value,
            List<BoundField.Choice> choices,
            List<BoundField> parts,
            List<BoundField.Row> rows,
            boolean isOn,
            String suggestions) {
        return new BoundField(
                field, at, value, choices, parts, rows, isOn, suggestions, errors.getOrDefault(at, List.of()));
    }

    private BoundField bindChoice(FormField field, String at, @Nullable Json value, List<Option> options) {
        String chosen = text(value);
        return createField(field, at, chosen, markChosen(options, Set.of(chosen)), List.of(), List.of(), false, "");
    }

    private BoundField bindNamedItem(FormField field, String at, @Nullable Json value) {
        List<Option> all = optionsOf(field);
        return all.size() <= MAX_LISTED
                ? bindChoice(field, at, value, all)
                : createField(
                        field,
                        at,
                        itemNames.displayName(field.of(), text(value)),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        suggestionListId(field));
    }

    /** Returns the items of a field as they are listed: students by class, others by name. */
    private List<Option> optionsOf(FormField field) {
        List<Option> all = itemNames.of(field.of());
        return BY_NAME.contains(Objects.requireNonNull(field.of()))
                ? all.stream().sorted(NaturalOrder.by(Option::text)).toList()
                : all;
    }

    /** Returns the id of a field's list of suggestions. */
    static String suggestionListId(FormField field) {
        return "all-" + Objects.requireNonNull(field.of()).name().toLowerCase(Locale.ROOT);
    }

    private BoundField bindChoices(FormField field, String at, @Nullable Json value, List<Option> options) {
        Set<String> chosen = elements(value).stream().map(this::text).collect(Collectors.toSet());
        return createField(field, at, "", markChosen(options, chosen), List.of(), List.of(), false, "");
    }

    private static List<BoundField.Choice> markChosen(List<Option> options, Set<String> chosen) {
        return options.stream()
                .map(one -> new BoundField.Choice(one.value(), one.text(), chosen.contains(one.value())))
                .toList();
    }

    private List<BoundField.Row> bindRows(FormField field, String at, @Nullable Json value) {
        var rows = new ArrayList<BoundField.Row>();
        List<Json> elements = elements(value);
        for (int i = 0; i < elements.size(); i++) {
            String own = at + "/" + i;
            boolean isNew = at.equals(added) && i == elements.size() - 1;
            rows.add(new BoundField.Row(
                    own, isNew, bind(field.fields(), elements.get(i), own), errors.getOrDefault(own, List.of())));
        }
        return rows;
    }

    private List<BoundField> bindTable(FormField field, String at, @Nullable Json value) {
        Map<String, Json> values = value instanceof Json.JsonObject structure ? structure.fields() : Map.of();
        FormField column = field.fields().getFirst();
        return field.options().stream()
                .map(option -> bind(
                        new FormField(
                                option.value(),
                                column.kind(),
                                option.text(),
                                "",
                                "",
                                column.of(),
                                column.options(),
                                List.of(),
                                null),
                        values.get(option.value()),
                        at + "/" + option.value()))
                .toList();
    }

    private String joinLines(@Nullable Json value, FormField field) {
        return elements(value).stream()
                .map(one -> itemNames.displayName(field.of(), text(one)))
                .collect(Collectors.joining("\n"));
    }

    private static List<Json> elements(@Nullable Json value) {
        return value instanceof Json.JsonArray list ? list.elements() : List.of();
    }

    private String text(@Nullable Json value) {
        return switch (value) {
            case Json.JsonString text -> text.value();
            case Json.JsonNumber number -> CellCodec.formatNumber(number.value(), language);
            case Json.JsonBoolean truth -> String.valueOf(truth.value());
            case null, default -> "";
        };
    }

    /**
     * Assigns errors to fields. An error at a pointer without a field goes to the closest enclosing field.
     *
     * @param fields the fields; their own errors are ignored
     * @param said   texts by pointer
     */
    static Map<String, List<String>> assignToFields(List<BoundField> fields, List<Map.Entry<String, String>> said) {
        Set<String> known =
                fields.stream().flatMap(BoundField::all).map(BoundField::at).collect(Collectors.toSet());
        fields.stream()
                .flatMap(BoundField::all)
                .flatMap(one -> one.rows().stream())
                .forEach(row -> known.add(row.at()));
        known.add("/title");
        var placed = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, String> one : said) {
            String at = one.getKey();
            while (!at.isEmpty() && !known.contains(at)) {
                at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
            }
            placed.computeIfAbsent(at, fresh -> new ArrayList<>()).add(one.getValue());
        }
        return placed;
    }
}
