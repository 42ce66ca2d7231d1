package dk.grundskema.api.service.campguide;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.ParameterFormBuilder;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks up fields of a camp's full form: choices and default values. */
@Component
class CampFormFields {
    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;

    CampFormFields(PluginPlanningFacade planning, RequestTexts requestTexts) {
        this.planning = planning;
        this.requestTexts = requestTexts;
    }

    /** Returns the field at a path of names, in the language of the request. */
    FormField find(EditedCamp camp, String... path) {
        var plugin = planning.plugins().find(camp.own().type()).orElseThrow(RefusalException::notFound);
        List<FormField> fields = new ParameterFormBuilder(planning.plugins(), plugin, requestTexts.language()).fields();
        FormField found = findByName(fields, path[0]);
        for (int i = 1; i < path.length; i++) {
            found = findByName(found.fields(), path[i]);
        }
        return found;
    }

    private static FormField findByName(List<FormField> fields, String name) {
        return fields.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
