package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.planning.catalogue.ParameterFormBuilder;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.input.InterventionListPage.InterventionRow;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Provides types and interventions to pages. */
@Component
class InterventionViews {
    /** Message key of a type's source in the reader's language; without it, the source that the type itself states. */
    private static final String SOURCE = "type.source";

    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;

    InterventionViews(PluginPlanningFacade planning, RequestTexts requestTexts) {
        this.planning = planning;
        this.requestTexts = requestTexts;
    }

    /** Returns the installed types, in the language of the request. */
    List<InterventionListPage.InterventionTypeView> types() {
        return planning.plugins().all().stream().map(this::type).toList();
    }

    /** Returns a type; fails with 404 if it does not exist. */
    InterventionListPage.InterventionTypeView type(String id) {
        return type(plugin(id));
    }

    private InterventionListPage.InterventionTypeView type(InterventionPlugin<?> plugin) {
        var texts = Texts.of(requestTexts.language(), plugin.texts(requestTexts.language()));
        return new InterventionListPage.InterventionTypeView(
                plugin.type().id(),
                texts.text("type.name"),
                texts.text("type.summary"),
                texts.has(SOURCE) ? texts.text(SOURCE) : plugin.type().source());
    }

    /** Returns the form fields of a type; fails with 404 if it does not exist. */
    List<FormField> fields(String type) {
        return new ParameterFormBuilder(planning.plugins(), plugin(type), requestTexts.language()).fields();
    }

    private InterventionPlugin<?> plugin(String type) {
        return planning.plugins().find(type).orElseThrow(RefusalException::notFound);
    }

    /** Returns all interventions of the plan. */
    List<InterventionRow> rows(StoredDocument.StoredProblem problem) {
        return problem.value().interventions().stream().map(this::row).toList();
    }

    private InterventionRow row(Intervention<?> one) {
        Json parameters = RecordWriter.toJsonValue(one.parameters());
        List<FormField> fields = fields(one.type());
        return new InterventionRow(
                one.id().value(),
                one.title(),
                type(one.type()).name(),
                countNamed(fields, parameters, EntityKind.GROUP),
                countNamed(fields, parameters, EntityKind.STUDENT),
                countNamed(fields, parameters, EntityKind.STAFF));
    }

    private static int countNamed(List<FormField> fields, Json parameters, EntityKind kind) {
        var found = new HashSet<String>();
        fields.forEach(field -> collectNamed(field, field(parameters, field.name()), kind, found));
        return found.size();
    }

    private static Json field(Json whole, String name) {
        return whole instanceof Json.JsonObject structure
                ? structure.fields().getOrDefault(name, Json.JsonNull.NOTHING)
                : Json.JsonNull.NOTHING;
    }

    private static void collectNamed(FormField field, Json value, EntityKind kind, Set<String> found) {
        if (value instanceof Json.JsonArray list) {
            list.elements().forEach(one -> collectNamed(field, one, kind, found));
        } else if (value instanceof Json.JsonString text && field.of() == kind) {
            found.add(text.value());
        } else if (value instanceof Json.JsonObject) {
            field.fields().forEach(part -> collectNamed(part, field(value, part.name()), kind, found));
        }
    }

    /** Returns the parameters of an intervention in the current format. */
    static Json.JsonObject parameters(Intervention<?> one) {
        return RecordWriter.toJsonValue(one.parameters()) instanceof Json.JsonObject structure
                ? structure
                : new Json.JsonObject(Map.of());
    }
}
