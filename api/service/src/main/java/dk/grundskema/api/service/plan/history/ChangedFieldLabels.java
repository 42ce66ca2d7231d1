package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.ParameterFormBuilder;
import dk.grundskema.api.planning.comparison.ProblemChanges.FieldChange;
import dk.grundskema.api.planning.comparison.ProblemChanges.PartChange;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Labels of the changed fields in a part of a problem, as used for columns of lists and fields of forms. A field without a label, such as a
 * parameter of an uninstalled type, is shown by its name in the file.
 */
@Component
final class ChangedFieldLabels {
    private static final String INTERVENTIONS = "interventions";
    private static final String PARAMETERS = "parameters";

    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;

    ChangedFieldLabels(PluginPlanningFacade planning, RequestTexts requestTexts) {
        this.planning = planning;
        this.requestTexts = requestTexts;
    }

    /**
     * Returns each changed field once, in order; empty if the part differs as a whole.
     *
     * @param problem current problem that contains the part
     */
    Set<String> labelsOf(PartChange change, Json.JsonObject problem) {
        List<FormField> form =
                change.part().equals(INTERVENTIONS) ? parameterForm(interventionType(change.id(), problem)) : List.of();
        var words = new LinkedHashSet<String>();
        for (FieldChange field : change.fields()) {
            List<String> names = pointerSegments(field.pointer());
            if (!names.isEmpty()) {
                words.add(label(change.part(), names, form));
            }
        }
        return words;
    }

    private static List<String> pointerSegments(String pointer) {
        return List.of(pointer.split("/", -1)).stream()
                .skip(1)
                .map(one -> one.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private String label(String part, List<String> names, List<FormField> form) {
        Texts texts = requestTexts.texts();
        String first = names.getFirst();
        if (part.equals(INTERVENTIONS) && first.equals(PARAMETERS) && names.size() > 1) {
            return formLabels(form, names.subList(1, names.size())).orElse(names.get(1));
        }
        String key = part.equals("weights") ? "rule." + first + ".name" : "field." + part + "." + first;
        return texts.has(key) ? texts.text(key) : first;
    }

    /** Returns the labels of the outermost and the innermost form field. Rows in between have no labels. */
    private static Optional<String> formLabels(List<FormField> form, List<String> names) {
        var labels = new ArrayList<String>();
        List<FormField> here = form;
        for (String name : names) {
            Optional<FormField> field =
                    here.stream().filter(one -> one.name().equals(name)).findFirst();
            if (field.isPresent()) {
                labels.add(field.get().label());
                here = field.get().fields();
            }
        }
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(labels.size() == 1 ? labels.getFirst() : labels.getFirst() + " – " + labels.getLast());
    }

    private List<FormField> parameterForm(String type) {
        return planning.plugins()
                .find(type)
                .map(plugin -> new ParameterFormBuilder(planning.plugins(), plugin, requestTexts.language()).fields())
                .orElse(List.of());
    }

    private static String interventionType(String id, Json.JsonObject problem) {
        return problem.fields().get(INTERVENTIONS) instanceof Json.JsonArray all
                ? all.elements().stream()
                        .filter(one -> text(one, "id").equals(id))
                        .map(one -> text(one, "type"))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String text(Json element, String field) {
        return element instanceof Json.JsonObject one && one.fields().get(field) instanceof Json.JsonString text
                ? text.value()
                : "";
    }
}
