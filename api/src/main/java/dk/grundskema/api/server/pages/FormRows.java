package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.FormField.Thing;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.web.app.Address;
import dk.grundskema.api.web.app.interventions.InterventionsPage;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list of rows in an intervention's form, such as the classes that are to get co-teaching.
 *
 * @param intervention whose rows they are
 * @param type         its type
 * @param path         the names of the fields that lead to it in the parameters
 * @param field        the field whose rows they are
 * @param rows         what stands in it
 */
public record FormRows(
        Intervention<?> intervention,
        InterventionsPage.Type type,
        List<String> path,
        FormField field,
        List<Json> rows) {
    /** Copies the lists. */
    public FormRows {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
    }

    /** Id of the intervention. */
    public String id() {
        return intervention.id().value();
    }

    /** Names it among the lists of its intervention. */
    public String word() {
        return String.join(".", path);
    }

    /** Where it is in the intervention. */
    public String pointer() {
        return path.stream().map(Finding::segment).collect(Collectors.joining("/", "/parameters/", ""));
    }

    /** Whether a student is named in a row. */
    public boolean namesStudents() {
        return field.fields().stream().anyMatch(one -> one.of() == Thing.STUDENT);
    }

    /** What says on the page of the needs which list is meant. */
    public String query() {
        return "?of=" + Address.part(id()) + "&rows=" + Address.part(word());
    }

    /** Where it is a table. */
    String address(PlanId plan) {
        return "/plans/" + plan.value() + "/lists/needs" + query();
    }
}
