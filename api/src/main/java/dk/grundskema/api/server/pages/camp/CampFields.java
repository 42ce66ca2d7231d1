package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.catalogue.ParameterForms;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import java.util.List;
import org.springframework.stereotype.Component;

/** The fields of a camp's whole form: what can be chosen, and what holds when nothing is typed. */
@Component
class CampFields {
    private final PluginHouse house;
    private final Speaking speaking;

    CampFields(PluginHouse house, Speaking speaking) {
        this.house = house;
        this.speaking = speaking;
    }

    /** The field at the end of a path of names, in the language of the request. */
    FormField of(Camp camp, String... path) {
        var plugin = house.plugins().find(camp.own().type()).orElseThrow(Refusal::notFound);
        List<FormField> fields = new ParameterForms(house.plugins(), plugin, speaking.language()).fields();
        FormField found = named(fields, path[0]);
        for (int i = 1; i < path.length; i++) {
            found = named(found.fields(), path[i]);
        }
        return found;
    }

    private static FormField named(List<FormField> fields, String name) {
        return fields.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
