package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Kind;
import dk.grundskema.api.catalogue.FormField.Thing;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.plans.PlanId;
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

/** The lists of rows in the forms of a plan's interventions, for those who change a whole list at once. */
@Component
public class RowsOfForms {
    private final PlannedInterventions planned;

    RowsOfForms(PlannedInterventions planned) {
        this.planned = planned;
    }

    /** All lists with something that can be written in a line, in the order of the interventions and their forms. */
    public List<FormRows> all(Problem problem) {
        return problem.interventions().stream().flatMap(one -> of(one).stream()).toList();
    }

    private List<FormRows> of(Intervention<?> one) {
        var found = new ArrayList<FormRows>();
        collect(one, planned.fields(one.type()), PlannedInterventions.parameters(one), List.of(), found);
        return found;
    }

    private void collect(
            Intervention<?> one,
            List<FormField> fields,
            Json.Structure whole,
            List<String> path,
            List<FormRows> found) {
        for (FormField field : fields) {
            Json value = whole.fields().getOrDefault(field.name(), Json.Nothing.NOTHING);
            var own = new ArrayList<>(path);
            own.add(field.name());
            if (field.kind() == Kind.ROWS && field.fields().stream().anyMatch(FormField::isLine)) {
                List<Json> rows = value instanceof Json.Listing list ? list.elements() : List.of();
                found.add(new FormRows(one, planned.type(one.type()), own, field, rows));
            } else if (field.kind() != Kind.ROWS && value instanceof Json.Structure part) {
                collect(one, field.fields(), part, own, found);
            }
        }
    }

    /** Where the lists of an intervention are tables, by their pointers. */
    Map<String, String> tables(PlanId plan, Intervention<?> one) {
        return of(one).stream().collect(Collectors.toMap(FormRows::pointer, rows -> rows.address(plan)));
    }

    /** The intervention with other rows in a list, as files have it. */
    public Json.Structure with(FormRows list, List<Json> rows) {
        Intervention<?> one = list.intervention();
        Json.Structure parameters = with(PlannedInterventions.parameters(one), list.path(), new Json.Listing(rows));
        return new Json.Structure(new TreeMap<>(Map.of(
                "type", new Json.Text(one.type()), "title", new Json.Text(one.title()), "parameters", parameters)));
    }

    private static Json.Structure with(Json.Structure whole, List<String> path, Json rows) {
        var fields = new LinkedHashMap<>(whole.fields());
        String first = path.getFirst();
        fields.put(
                first,
                path.size() > 1 && fields.get(first) instanceof Json.Structure part
                        ? with(part, path.subList(1, path.size()), rows)
                        : rows);
        return new Json.Structure(fields);
    }

    /**
     * What rows can name, by the names of the kinds: objects with {@code id} and {@code name}.
     *
     * @param hasNames whether students are called by their names
     */
    public Map<String, List<Json>> things(Problem problem, boolean hasNames) {
        var things = new Things(problem, hasNames);
        return Arrays.stream(Thing.values())
                .collect(Collectors.toMap(
                        Thing::name,
                        kind -> things.of(kind).stream()
                                .<Json>map(one -> new Json.Structure(
                                        Map.of("id", new Json.Text(one.value()), "name", new Json.Text(one.text()))))
                                .toList()));
    }
}
