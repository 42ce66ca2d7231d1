package dk.grundskema.api.server.plans;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.ParameterForms;
import dk.grundskema.api.comparison.ProblemChanges.FieldChange;
import dk.grundskema.api.comparison.ProblemChanges.PartChange;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What of a part of a problem is otherwise, in the words that stand above the columns of lists and beside the fields of forms. What nobody here has words
 * for, such as a parameter of a type that isn't installed, goes by the name that files have for it.
 */
@Component
final class FieldWords {
    private static final String INTERVENTIONS = "interventions";
    private static final String PARAMETERS = "parameters";

    private final PluginHouse house;
    private final Speaking speaking;

    FieldWords(PluginHouse house, Speaking speaking) {
        this.house = house;
        this.speaking = speaking;
    }

    /**
     * Each field once, in the order in which they differ; empty if the part as a whole does.
     *
     * @param problem what the part is in, as it is now
     */
    Set<String> of(PartChange change, Json.Structure problem) {
        List<FormField> form = change.part().equals(INTERVENTIONS) ? form(type(change.id(), problem)) : List.of();
        var words = new LinkedHashSet<String>();
        for (FieldChange field : change.fields()) {
            List<String> names = names(field.pointer());
            if (!names.isEmpty()) {
                words.add(word(change.part(), names, form));
            }
        }
        return words;
    }

    private static List<String> names(String pointer) {
        return List.of(pointer.split("/", -1)).stream()
                .skip(1)
                .map(one -> one.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private String word(String part, List<String> names, List<FormField> form) {
        Texts texts = speaking.texts();
        String first = names.getFirst();
        if (part.equals(INTERVENTIONS) && first.equals(PARAMETERS) && names.size() > 1) {
            return labels(form, names.subList(1, names.size())).orElse(names.get(1));
        }
        String key = part.equals("weights") ? "rule." + first + ".name" : "field." + part + "." + first;
        return texts.has(key) ? texts.text(key) : first;
    }

    /** What the form calls the outermost field and the innermost; rows between them have no words of their own. */
    private static Optional<String> labels(List<FormField> form, List<String> names) {
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

    private List<FormField> form(String type) {
        return house.plugins()
                .find(type)
                .map(plugin -> new ParameterForms(house.plugins(), plugin, speaking.language()).fields())
                .orElse(List.of());
    }

    private static String type(String id, Json.Structure problem) {
        return problem.fields().get(INTERVENTIONS) instanceof Json.Listing all
                ? all.elements().stream()
                        .filter(one -> text(one, "id").equals(id))
                        .map(one -> text(one, "type"))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String text(Json element, String field) {
        return element instanceof Json.Structure one && one.fields().get(field) instanceof Json.Text text
                ? text.value()
                : "";
    }
}
