package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.solver.registry.PluginRegistry;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Problems as they are kept say of each intervention which version its parameters have, the present one of its plugin: a file that says nothing
 * means the version of the day it is read, and a plan is read for years.
 */
final class PresentParameters {
    private static final String VERSION = "parameterVersion";
    private static final String PARAMETERS = "parameters";

    private PresentParameters() {}

    /** A problem that can be read, with parameters of earlier versions brought to the present; the same text if nothing is to be changed. */
    static String of(String problem, PluginRegistry plugins) {
        if (!(JsonParsing.parse(problem) instanceof Read.Good<Json> good)
                || !(good.value() instanceof Json.Structure root)
                || !(root.fields().get("interventions") instanceof Json.Listing interventions)) {
            return problem;
        }
        var present = new Json.Listing(interventions.elements().stream()
                .map(one -> one instanceof Json.Structure intervention ? present(intervention, plugins) : one)
                .toList());
        if (present.equals(interventions)) {
            return problem;
        }
        var fields = new LinkedHashMap<>(root.fields());
        fields.put("interventions", present);
        return JsonText.of(new Json.Structure(fields));
    }

    private static Json present(Json.Structure intervention, PluginRegistry plugins) {
        Map<String, Json> fields = intervention.fields();
        var plugin = fields.get("type") instanceof Json.Text type
                ? plugins.find(type.value()).orElse(null)
                : null;
        if (plugin == null) {
            return intervention;
        }
        int now = plugin.type().parameterVersion();
        int from = fields.get(VERSION) instanceof Json.Numeric given
                ? given.value().intValue()
                : now;
        if (from == now && fields.get(VERSION) instanceof Json.Numeric) {
            return intervention;
        }
        var changed = new LinkedHashMap<>(fields);
        changed.put(VERSION, new Json.Numeric(BigDecimal.valueOf(now)));
        if (from < now && fields.get(PARAMETERS) instanceof Json.Structure old) {
            changed.put(PARAMETERS, Json.fromJava(plugin.migrate(from, Json.toMap(old))));
        }
        return new Json.Structure(changed);
    }
}
