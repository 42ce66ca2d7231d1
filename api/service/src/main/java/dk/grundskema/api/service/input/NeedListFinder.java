package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.planning.catalogue.FormField.Kind;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the lists of rows in the forms of a plan's interventions that can be edited as tables. */
@Component
public class NeedListFinder {
    private final InterventionViews interventionViews;

    NeedListFinder(InterventionViews interventionViews) {
        this.interventionViews = interventionViews;
    }

    /** Returns all lists with at least one field that fits in a cell, in the order of interventions and forms. */
    public List<NeedList> findAll(Problem problem) {
        return problem.interventions().stream().flatMap(one -> of(one).stream()).toList();
    }

    private List<NeedList> of(Intervention<?> one) {
        var found = new ArrayList<NeedList>();
        collect(one, interventionViews.fields(one.type()), InterventionViews.parameters(one), List.of(), found);
        return found;
    }

    private void collect(
            Intervention<?> one,
            List<FormField> fields,
            Json.JsonObject whole,
            List<String> path,
            List<NeedList> found) {
        for (FormField field : fields) {
            Json value = whole.fields().getOrDefault(field.name(), Json.JsonNull.NOTHING);
            var own = new ArrayList<>(path);
            own.add(field.name());
            if (field.kind() == Kind.ROWS && field.fields().stream().anyMatch(FormField::isInline)) {
                List<Json> rows = value instanceof Json.JsonArray list ? list.elements() : List.of();
                found.add(new NeedList(one, interventionViews.type(one.type()), own, field, rows));
            } else if (field.kind() != Kind.ROWS && value instanceof Json.JsonObject part) {
                collect(one, field.fields(), part, own, found);
            }
        }
    }

    /** Returns the addresses of an intervention's tables by pointer. */
    Map<String, String> tableAddresses(PlanId plan, Intervention<?> one) {
        return of(one).stream().collect(Collectors.toMap(NeedList::pointer, rows -> rows.address(plan)));
    }

    /** Returns the intervention with other rows in a list, in file format. */
    public Json.JsonObject withRows(NeedList list, List<Json> rows) {
        Intervention<?> one = list.intervention();
        Json.JsonObject parameters = withRows(InterventionViews.parameters(one), list.path(), new Json.JsonArray(rows));
        return new Json.JsonObject(new TreeMap<>(Map.of(
                "type",
                new Json.JsonString(one.type()),
                "title",
                new Json.JsonString(one.title()),
                "parameters",
                parameters)));
    }

    private static Json.JsonObject withRows(Json.JsonObject whole, List<String> path, Json rows) {
        var fields = new LinkedHashMap<>(whole.fields());
        String first = path.getFirst();
        fields.put(
                first,
                path.size() > 1 && fields.get(first) instanceof Json.JsonObject part
                        ? withRows(part, path.subList(1, path.size()), rows)
                        : rows);
        return new Json.JsonObject(fields);
    }

    /**
     * Returns the items that rows can refer to, by kind: objects with {@code id} and {@code name}.
     *
     * @param hasNames whether students appear with their names
     */
    public Map<String, List<Json>> namedItems(Problem problem, boolean hasNames) {
        var itemNames = new ItemNameIndex(problem, hasNames);
        return Arrays.stream(EntityKind.values())
                .collect(Collectors.toMap(
                        EntityKind::name,
                        kind -> itemNames.of(kind).stream()
                                .<Json>map(one -> new Json.JsonObject(Map.of(
                                        "id",
                                        new Json.JsonString(one.value()),
                                        "name",
                                        new Json.JsonString(one.text()))))
                                .toList()));
    }
}
