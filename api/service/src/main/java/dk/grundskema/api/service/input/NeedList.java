package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list of rows in an intervention's form, such as the classes with co-teaching.
 *
 * @param intervention the intervention
 * @param type         its type
 * @param path         names of the fields that lead to the list in the parameters
 * @param field        field that contains the rows
 * @param rows         the rows
 */
public record NeedList(
        Intervention<?> intervention,
        InterventionListPage.InterventionTypeView type,
        List<String> path,
        FormField field,
        List<Json> rows) {
    /** Copies the lists. */
    public NeedList {
        path = List.copyOf(path);
        rows = List.copyOf(rows);
    }

    /** Returns the id of the intervention. */
    public String id() {
        return intervention.id().value();
    }

    /** Returns the name of the list within its intervention. */
    public String fieldPath() {
        return String.join(".", path);
    }

    /** Returns the pointer within the intervention. */
    public String pointer() {
        return path.stream().map(Finding::escapePointerSegment).collect(Collectors.joining("/", "/parameters/", ""));
    }

    /** Returns whether rows refer to students. */
    public boolean namesStudents() {
        return field.fields().stream().anyMatch(one -> one.of() == EntityKind.STUDENT);
    }

    /** Returns the query that selects the list on the needs page. */
    public String query() {
        return "?of=" + AddressEncoder.encode(id()) + "&rows=" + AddressEncoder.encode(fieldPath());
    }

    /** Returns the address of the table. */
    String address(PlanId plan) {
        return "/plans/" + plan.value() + "/lists/needs" + query();
    }
}
