package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.planning.catalogue.ParameterFormBuilder;
import dk.grundskema.api.planning.comparison.ProblemChanges.FieldChange;
import dk.grundskema.api.planning.comparison.ProblemChanges.PartChange;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.time.IsoWeek;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says which fields of a part of a problem changed, labelled as columns of lists and fields of forms are, and from which value to which. A field without
 * a label, such as a parameter of an uninstalled type, is shown by its name in the file.
 */
@Component
public final class ChangedFieldFormatter {
    private static final String INTERVENTIONS = "interventions";
    private static final String PARAMETERS = "parameters";
    private static final Pattern DATE_TIME_OR_WEEK =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{2}:\\d{2}|\\d{4}-W\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

    /** List of a problem that has the entities of a kind. Students and staff are in none: revisions and readers must not name them. */
    private static final Map<EntityKind, String> LISTS = Map.of(
            EntityKind.GROUP,
            "groups",
            EntityKind.ROOM,
            "rooms",
            EntityKind.SITE,
            "sites",
            EntityKind.SCHOOL,
            "schools");

    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;

    ChangedFieldFormatter(PluginPlanningFacade planning, RequestTexts requestTexts) {
        this.planning = planning;
        this.requestTexts = requestTexts;
    }

    /**
     * Returns the words of the changed fields of a part, each once and in order; empty if the part differs as a whole.
     *
     * @param problem current problem that contains the part
     */
    public Set<String> describe(PartChange change, Json.JsonObject problem) {
        return describe(change.part(), typeOf(change, problem), fieldsOf(change, problem));
    }

    /** Returns the type of the intervention that changed; empty if the part is none. */
    public static String typeOf(PartChange change, Json.JsonObject problem) {
        return element(problem, change.part(), change.id())
                .filter(one -> change.part().equals(INTERVENTIONS))
                .map(one -> text(one, "type"))
                .orElse("");
    }

    /** Returns the changed fields of a part as a revision records them. */
    public List<ChangedField> fieldsOf(PartChange change, Json.JsonObject problem) {
        List<FormField> form = form(typeOf(change, problem));
        Json part = element(problem, change.part(), change.id()).orElse(null);
        return change.fields().stream()
                .filter(field -> !pointerSegments(field.pointer()).isEmpty())
                .map(field -> field(field, part, form, problem))
                .toList();
    }

    private static ChangedField field(
            FieldChange change, @Nullable Json part, List<FormField> form, Json.JsonObject problem) {
        List<String> names = pointerSegments(change.pointer());
        FormField field = formField(form, names);
        boolean isParameter = names.getFirst().equals(PARAMETERS);
        Optional<String> before = scalar(change.before(), field, isParameter);
        Optional<String> after = scalar(change.after(), field, isParameter);
        boolean hasValues = before.isPresent() && after.isPresent();
        return new ChangedField(
                change.pointer(),
                rowName(part, names, form, problem),
                hasValues ? before.get() : "",
                hasValues ? after.get() : "");
    }

    /** Returns a value as in files; empty if it is none that may be recorded. Nothing is an empty text. */
    private static Optional<String> scalar(@Nullable Json value, @Nullable FormField field, boolean isParameter) {
        return switch (value) {
            case null -> Optional.of("");
            case Json.JsonNumber number ->
                Optional.of(number.value().stripTrailingZeros().toPlainString());
            case Json.JsonBoolean truth -> Optional.of(String.valueOf(truth.value()));
            case Json.JsonString text
            when DATE_TIME_OR_WEEK.matcher(text.value()).matches() -> Optional.of(text.value());
            case Json.JsonString text
            when isParameter
                    && field != null
                    && field.options().stream().anyMatch(one -> one.value().equals(text.value())) ->
                Optional.of(text.value());
            default -> Optional.empty();
        };
    }

    /** Returns the name of the class, group or room of the innermost row that a pointer leads through; empty if none. */
    private static String rowName(
            @Nullable Json part, List<String> names, List<FormField> form, Json.JsonObject problem) {
        String row = "";
        Json here = part;
        List<FormField> fields = form;
        for (String name : names) {
            here = child(here, name);
            List<FormField> of = fields;
            Optional<FormField> field =
                    fields.stream().filter(one -> one.name().equals(name)).findFirst();
            if (field.isPresent()) {
                fields = field.get().fields();
            } else if (here instanceof Json.JsonObject element) {
                row = of.stream()
                        .flatMap(one -> entityName(one, element, problem).stream())
                        .findFirst()
                        .orElse(row);
            }
        }
        return row;
    }

    private static Optional<String> entityName(FormField field, Json.JsonObject row, Json.JsonObject problem) {
        String list = field.kind() == FormField.Kind.THING && field.of() != null ? LISTS.get(field.of()) : null;
        return list == null
                ? Optional.empty()
                : element(problem, list, text(row, field.name()))
                        .map(one -> text(one, "name"))
                        .filter(name -> !name.isEmpty());
    }

    private static @Nullable Json child(@Nullable Json of, String name) {
        return switch (of) {
            case Json.JsonObject object -> object.fields().get(name);
            case Json.JsonArray list
            when name.matches("\\d{1,6}")
                    && Integer.parseInt(name) < list.elements().size() ->
                list.elements().get(Integer.parseInt(name));
            case null, default -> null;
        };
    }

    /** Returns the words of recorded fields, each once and in order. */
    Set<String> describe(String part, String type, List<ChangedField> fields) {
        List<FormField> form = form(type);
        var words = new LinkedHashSet<String>();
        fields.forEach(one -> words.add(describe(part, form, one)));
        return words;
    }

    private String describe(String part, List<FormField> form, ChangedField field) {
        Texts texts = requestTexts.texts();
        List<String> names = pointerSegments(field.pointer());
        FormField typed = formField(form, names);
        String label = typed == null || field.row().isEmpty() ? label(part, names, form) : typed.label();
        return field.hasValues()
                ? texts.text(
                        field.row().isEmpty() ? "comparison.value" : "comparison.value-of-row",
                        label,
                        valueText(field.before(), typed),
                        valueText(field.after(), typed),
                        field.row())
                : label;
    }

    private String valueText(String value, @Nullable FormField field) {
        Texts texts = requestTexts.texts();
        if (field != null) {
            Optional<String> option = field.options().stream()
                    .filter(one -> one.value().equals(value))
                    .map(FormField.Option::text)
                    .findFirst();
            if (option.isPresent()) {
                return option.get();
            }
        }
        if (value.isEmpty() || value.equals("true") || value.equals("false")) {
            return texts.text("comparison.value." + (value.isEmpty() ? "none" : value));
        }
        if (NUMBER.matcher(value).matches()) {
            return texts.text("comparison.value.number", new BigDecimal(value));
        }
        try {
            if (value.contains("W")) {
                return texts.text("comparison.value.week", IsoWeek.parse(value).week());
            }
            Object moment = value.contains(":") ? LocalTime.parse(value) : LocalDate.parse(value);
            return texts.text("comparison.value.moment", moment);
        } catch (DateTimeException | IllegalArgumentException isText) {
            return value;
        }
    }

    private static List<String> pointerSegments(String pointer) {
        return Stream.of(pointer.split("/", -1))
                .skip(1)
                .map(one -> one.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private String label(String part, List<String> names, List<FormField> form) {
        Texts texts = requestTexts.texts();
        String first = names.getFirst();
        if (part.equals(INTERVENTIONS) && first.equals(PARAMETERS) && names.size() > 1) {
            return formLabels(form, names).orElse(names.get(1));
        }
        String key = part.equals("weights") ? "rule." + first + ".name" : "field." + part + "." + first;
        return texts.has(key) ? texts.text(key) : first;
    }

    /** Returns the labels of the outermost and the innermost form field. Rows in between have no labels. */
    private static Optional<String> formLabels(List<FormField> form, List<String> names) {
        List<FormField> path = formPath(form, names);
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        path.size() == 1
                                ? path.getFirst().label()
                                : path.getFirst().label() + " – "
                                        + path.getLast().label());
    }

    private static @Nullable FormField formField(List<FormField> form, List<String> names) {
        List<FormField> path = formPath(form, names);
        return path.isEmpty() ? null : path.getLast();
    }

    private static List<FormField> formPath(List<FormField> form, List<String> names) {
        var path = new ArrayList<FormField>();
        List<FormField> here = form;
        for (String name : names) {
            Optional<FormField> field =
                    here.stream().filter(one -> one.name().equals(name)).findFirst();
            if (field.isPresent()) {
                path.add(field.get());
                here = field.get().fields();
            }
        }
        return path;
    }

    private List<FormField> form(String type) {
        return planning.plugins()
                .find(type)
                .map(plugin -> new ParameterFormBuilder(planning.plugins(), plugin, requestTexts.language()).fields())
                .orElse(List.of());
    }

    private static Optional<Json> element(Json.JsonObject problem, String list, String id) {
        return switch (problem.fields().get(list)) {
            case Json.JsonArray all ->
                all.elements().stream()
                        .filter(one -> text(one, "id").equals(id))
                        .findFirst();
            case Json.JsonObject whole -> Optional.of(whole);
            case null, default -> Optional.empty();
        };
    }

    private static String text(Json element, String field) {
        return element instanceof Json.JsonObject one && one.fields().get(field) instanceof Json.JsonString text
                ? text.value()
                : "";
    }
}
