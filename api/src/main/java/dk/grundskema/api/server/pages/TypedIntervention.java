package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Option;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.web.app.interventions.Bound;
import dk.grundskema.api.web.app.interventions.FormPage;
import dk.grundskema.api.web.app.interventions.InterventionsPage;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An intervention as it stands in its form.
 *
 * @param id         its id; empty if it isn't there yet
 * @param type       its type
 * @param fields     the fields of its parameters
 * @param things     what can be named
 * @param title      what people call it
 * @param parameters what is typed
 * @param troubles   what is wrong, in words, by pointers
 * @param meanwhile  what others did to the plan meanwhile
 */
record TypedIntervention(
        String id,
        InterventionsPage.Type type,
        List<FormField> fields,
        Things things,
        String title,
        Json.Structure parameters,
        List<Map.Entry<String, String>> troubles,
        List<String> meanwhile) {
    private static final String AT = "/parameters";
    private static final int LONGEST_ID = 30;

    /** Paths have these where an id could be. */
    private static final Set<String> RESERVED = Set.of("new", "back");

    /** Nothing typed. */
    static TypedIntervention of(String id, InterventionsPage.Type type, List<FormField> fields, Things things) {
        return new TypedIntervention(id, type, fields, things, "", new Json.Structure(Map.of()), List.of(), List.of());
    }

    /** With that in it. */
    TypedIntervention with(String newTitle, Json.Structure newParameters) {
        return new TypedIntervention(id, type, fields, things, newTitle, newParameters, troubles, meanwhile);
    }

    /** With what a form was sent. */
    TypedIntervention from(Map<String, String[]> sent) {
        String[] titles = sent.getOrDefault("/title", new String[] {""});
        return with(titles[0].strip(), new TypedParameters(sent, things).of(fields, AT));
    }

    /** With a row more, or without one. */
    TypedIntervention rows(String pointer, boolean isMore) {
        return pointer.startsWith(AT + "/")
                ? with(title, TypedParameters.changed(parameters, pointer.substring(AT.length()), isMore))
                : this;
    }

    /**
     * With why it was refused.
     *
     * @param findings what is wrong
     * @param others   what others did to the plan meanwhile
     */
    TypedIntervention refused(List<FindingView> findings, List<String> others) {
        return new TypedIntervention(
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

    /** With what others did meanwhile. */
    TypedIntervention told(String what) {
        return new TypedIntervention(id, type, fields, things, title, parameters, troubles, List.of(what));
    }

    /** As files have it. */
    Json.Structure json() {
        return new Json.Structure(new TreeMap<>(
                Map.of("type", new Json.Text(type.id()), "title", new Json.Text(title), "parameters", parameters)));
    }

    /** An id that says what it is, other than those that are taken. */
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
     * @param version the version of the plan that whoever types has seen
     * @param added   pointer to the rows of which the last was just added; empty if none was
     * @param tables  where lists of rows can be changed as tables, by their pointers
     */
    FormPage page(Plan plan, long version, String added, Map<String, String> tables, Locale language) {
        List<Bound> bare = new BoundFields(things, Map.of(), added, language).of(fields, parameters, AT);
        Map<String, List<String>> placed = BoundFields.placed(bare, troubles);
        List<Bound> bound =
                placed.isEmpty() ? bare : new BoundFields(things, placed, added, language).of(fields, parameters, AT);
        var suggestions = new LinkedHashMap<String, List<String>>();
        suggested(fields, suggestions);
        return new FormPage(
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
                meanwhile,
                tables);
    }

    private void suggested(List<FormField> all, Map<String, List<String>> suggestions) {
        for (FormField field : all) {
            if (field.kind() == FormField.Kind.THING && things.of(field.of()).size() > BoundFields.MOST_LISTED) {
                suggestions.put(
                        BoundFields.suggestions(field),
                        things.of(field.of()).stream().map(Option::text).toList());
            }
            suggested(field.fields(), suggestions);
        }
    }

    /** Without what is typed. */
    @Override
    public String toString() {
        return type.id() + " " + id;
    }
}
