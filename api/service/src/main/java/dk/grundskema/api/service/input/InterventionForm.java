package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.Option;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.service.plan.Plan;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * State of an intervention's form.
 *
 * @param id                id; empty for a new intervention
 * @param type              its type
 * @param fields            fields of its parameters
 * @param things            items that can be named
 * @param title             submitted title
 * @param parameters        submitted parameters
 * @param errors            errors by pointer
 * @param concurrentChanges changes of the plan by others since the page was loaded
 */
record InterventionForm(
        String id,
        InterventionListPage.InterventionTypeView type,
        List<FormField> fields,
        ItemNameIndex things,
        String title,
        Json.JsonObject parameters,
        List<Map.Entry<String, String>> errors,
        List<String> concurrentChanges) {
    private static final String AT = "/parameters";
    private static final int LONGEST_ID = 30;

    /** Words that cannot be ids, because they are path segments. */
    private static final Set<String> RESERVED = Set.of("new", "back");

    /** Returns an empty form. */
    static InterventionForm of(
            String id,
            InterventionListPage.InterventionTypeView type,
            List<FormField> fields,
            ItemNameIndex itemNames) {
        return new InterventionForm(
                id, type, fields, itemNames, "", new Json.JsonObject(Map.of()), List.of(), List.of());
    }

    /** Returns a copy with title and parameters. */
    InterventionForm with(String newTitle, Json.JsonObject newParameters) {
        return new InterventionForm(id, type, fields, things, newTitle, newParameters, errors, concurrentChanges);
    }

    /**
     * Returns a copy with the submitted fields.
     *
     * @param cells codec of values
     */
    InterventionForm withSubmitted(Map<String, String[]> sent, CellCodec cells) {
        String[] titles = sent.getOrDefault("/title", new String[] {""});
        return with(titles[0].strip(), new ParameterFormReader(sent, things, cells).read(fields, AT));
    }

    /** Returns a copy with a row added or removed. */
    InterventionForm withRowChange(String pointer, boolean isMore) {
        return pointer.startsWith(AT + "/")
                ? with(title, ParameterFormReader.changeRows(parameters, pointer.substring(AT.length()), isMore))
                : this;
    }

    /**
     * Returns a copy with the reasons of a rejection.
     *
     * @param findings errors
     * @param others   changes of the plan by others
     */
    InterventionForm withErrors(List<FindingView> findings, List<String> others) {
        return new InterventionForm(
                id,
                type,
                fields,
                things,
                title,
                parameters,
                findings.stream()
                        .map((FindingView one) -> Map.entry(one.pointer(), one.text()))
                        .toList(),
                others);
    }

    /** Returns a copy with a note about changes by others. */
    InterventionForm withNotice(String what) {
        return new InterventionForm(id, type, fields, things, title, parameters, errors, List.of(what));
    }

    /** Returns the intervention in file format. */
    Json.JsonObject toJson() {
        return new Json.JsonObject(new TreeMap<>(Map.of(
                "type",
                new Json.JsonString(type.id()),
                "title",
                new Json.JsonString(title),
                "parameters",
                parameters)));
    }

    /** Returns a new id that describes the intervention and is not taken. */
    String freshId(Set<String> taken) {
        String plain = Normalizer.normalize(
                        title.toLowerCase(Locale.ROOT)
                                .replace("æ", "ae")
                                .replace("ø", "oe")
                                .replace("å", "aa"),
                        Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("-+$", "");
        String own = cut.isEmpty() ? type.id() : cut;
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? own : own + "-" + n)
                .filter(one -> !taken.contains(one) && !RESERVED.contains(one))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the page.
     *
     * @param version plan version that the user has seen
     * @param added   pointer to the rows whose last one was just added; empty if none
     * @param tables  addresses of table pages, by the pointer of the list of rows
     */
    InterventionFormPage toPage(Plan plan, long version, String added, Map<String, String> tables, Locale language) {
        List<BoundField> bare = new FieldBinder(things, Map.of(), added, language).bind(fields, parameters, AT);
        Map<String, List<String>> placed = FieldBinder.assignToFields(bare, errors);
        List<BoundField> bound =
                placed.isEmpty() ? bare : new FieldBinder(things, placed, added, language).bind(fields, parameters, AT);
        var suggestions = new LinkedHashMap<String, List<String>>();
        collectSuggestions(fields, suggestions);
        return new InterventionFormPage(
                plan.id().value(),
                version,
                id,
                type.id(),
                type.name(),
                type.summary(),
                type.source(),
                title,
                placed.getOrDefault("/title", List.of()),
                bound,
                suggestions,
                placed.getOrDefault("", List.of()),
                concurrentChanges,
                tables);
    }

    private void collectSuggestions(List<FormField> all, Map<String, List<String>> suggestions) {
        for (FormField field : all) {
            if (field.kind() == FormField.Kind.THING && things.of(field.of()).size() > FieldBinder.MAX_LISTED) {
                suggestions.put(
                        FieldBinder.suggestionListId(field),
                        things.of(field.of()).stream().map(Option::text).toList());
            }
            collectSuggestions(field.fields(), suggestions);
        }
    }

    /** Leaves out the input. */
    @Override
    public String toString() {
        return type.id() + " " + id;
    }
}
