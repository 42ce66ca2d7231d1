package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Option;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.NumberText;
import dk.grundskema.api.web.app.interventions.Bound;
import dk.grundskema.domain.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts parameters into the fields of their form. */
final class BoundFields {
    /** More than these aren't listed to choose from, but typed. */
    static final int MOST_LISTED = 80;

    private final Things things;
    private final Map<String, List<String>> troubles;
    private final String added;
    private final Locale language;

    /**
     * @param things   what can be named
     * @param troubles what is wrong, by pointers
     * @param added    pointer to the rows of which the last was just added; empty if none was
     * @param language whose numbers are written
     */
    BoundFields(Things things, Map<String, List<String>> troubles, String added, Locale language) {
        this.things = things;
        this.troubles = troubles;
        this.added = added;
        this.language = language;
    }

    /** Fields with what an object says of them. */
    List<Bound> of(List<FormField> fields, @Nullable Json whole, String at) {
        Map<String, Json> values = whole instanceof Json.Structure structure ? structure.fields() : Map.of();
        return fields.stream()
                .map(field -> of(field, values.get(field.name()), at + "/" + Finding.segment(field.name())))
                .toList();
    }

    private Bound of(FormField field, @Nullable Json value, String at) {
        return switch (field.kind()) {
            case CHOICE -> choice(field, at, value, field.options());
            case THING -> thing(field, at, value);
            case CHOICES -> choices(field, at, value, field.options());
            case THINGS -> {
                List<Option> all = things.of(field.of());
                yield all.size() <= MOST_LISTED
                        ? choices(field, at, value, all)
                        : bound(field, at, lines(value, field), List.of(), List.of(), List.of(), false, "");
            }
            case LINES -> bound(field, at, lines(value, field), List.of(), List.of(), List.of(), false, "");
            case ROWS -> bound(field, at, "", List.of(), List.of(), rows(field, at, value), false, "");
            case PART, OPTIONAL_PART ->
                bound(
                        field,
                        at,
                        "",
                        List.of(),
                        of(field.fields(), value, at),
                        List.of(),
                        value instanceof Json.Structure,
                        "");
            case TRUTH ->
                bound(
                        field,
                        at,
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        value instanceof Json.Truth(boolean is) && is,
                        "");
            case TABLE -> bound(field, at, "", List.of(), table(field, at, value), List.of(), false, "");
            case KEPT ->
                bound(field, at, value == null ? "" : JsonText.of(value), List.of(), List.of(), List.of(), false, "");
            default -> bound(field, at, text(value), List.of(), List.of(), List.of(), false, "");
        };
    }

    private Bound bound(
            FormField field,
            String at,
            String value,
            List<Bound.Choice> choices,
            List<Bound> parts,
            List<Bound.Row> rows,
            boolean isOn,
            String suggestions) {
        return new Bound(
                field, at, value, choices, parts, rows, isOn, suggestions, troubles.getOrDefault(at, List.of()));
    }

    private Bound choice(FormField field, String at, @Nullable Json value, List<Option> options) {
        String chosen = text(value);
        return bound(field, at, chosen, chosen(options, Set.of(chosen)), List.of(), List.of(), false, "");
    }

    private Bound thing(FormField field, String at, @Nullable Json value) {
        List<Option> all = things.of(field.of());
        return all.size() <= MOST_LISTED
                ? choice(field, at, value, all)
                : bound(
                        field,
                        at,
                        things.called(field.of(), text(value)),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        suggestions(field));
    }

    /** The id of the list of what may be typed. */
    static String suggestions(FormField field) {
        return "all-" + Objects.requireNonNull(field.of()).name().toLowerCase(Locale.ROOT);
    }

    private Bound choices(FormField field, String at, @Nullable Json value, List<Option> options) {
        Set<String> chosen = elements(value).stream().map(this::text).collect(Collectors.toSet());
        return bound(field, at, "", chosen(options, chosen), List.of(), List.of(), false, "");
    }

    private static List<Bound.Choice> chosen(List<Option> options, Set<String> chosen) {
        return options.stream()
                .map(one -> new Bound.Choice(one.value(), one.text(), chosen.contains(one.value())))
                .toList();
    }

    private List<Bound.Row> rows(FormField field, String at, @Nullable Json value) {
        var rows = new ArrayList<Bound.Row>();
        List<Json> elements = elements(value);
        for (int i = 0; i < elements.size(); i++) {
            String own = at + "/" + i;
            boolean isNew = at.equals(added) && i == elements.size() - 1;
            rows.add(new Bound.Row(
                    own, isNew, of(field.fields(), elements.get(i), own), troubles.getOrDefault(own, List.of())));
        }
        return rows;
    }

    private List<Bound> table(FormField field, String at, @Nullable Json value) {
        Map<String, Json> values = value instanceof Json.Structure structure ? structure.fields() : Map.of();
        FormField column = field.fields().getFirst();
        return field.options().stream()
                .map(option -> of(
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

    private String lines(@Nullable Json value, FormField field) {
        return elements(value).stream()
                .map(one -> things.called(field.of(), text(one)))
                .collect(Collectors.joining("\n"));
    }

    private static List<Json> elements(@Nullable Json value) {
        return value instanceof Json.Listing list ? list.elements() : List.of();
    }

    private String text(@Nullable Json value) {
        return switch (value) {
            case Json.Text text -> text.value();
            case Json.Numeric number -> number(number.value());
            case Json.Truth truth -> String.valueOf(truth.value());
            case null, default -> "";
        };
    }

    private String number(BigDecimal value) {
        String plain = NumberText.shortest(value);
        return language.getLanguage().equals("da") ? plain.replace('.', ',') : plain;
    }

    /**
     * What is wrong, by the fields that have it: what is said of a place that no field has is said of the one around it.
     *
     * @param fields the fields, whatever they say is wrong
     * @param said   words by pointers
     */
    static Map<String, List<String>> placed(List<Bound> fields, List<Map.Entry<String, String>> said) {
        Set<String> known = fields.stream().flatMap(Bound::all).map(Bound::at).collect(Collectors.toSet());
        fields.stream().flatMap(Bound::all).flatMap(one -> one.rows().stream()).forEach(row -> known.add(row.at()));
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
