package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.solver.registry.PluginRegistry;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Upgrades the parameters of interventions to the current version of their plugins before a problem is stored, and writes that version
 * explicitly. A file without a version means the version of the day it is read, but stored plans are read for years.
 */
final class ParameterUpgrader {
    private static final String VERSION = "parameterVersion";
    private static final String PARAMETERS = "parameters";

    private ParameterUpgrader() {}

    /** Returns the problem with upgraded parameters; an equal one if nothing changes. */
    static Json upgrade(Json problem, PluginRegistry plugins) {
        if (!(problem instanceof Json.JsonObject root)
                || !(root.fields().get("interventions") instanceof Json.JsonArray interventions)) {
            return problem;
        }
        var present = new Json.JsonArray(interventions.elements().stream()
                .map(one ->
                        one instanceof Json.JsonObject intervention ? upgradeIntervention(intervention, plugins) : one)
                .toList());
        if (present.equals(interventions)) {
            return problem;
        }
        var fields = new LinkedHashMap<>(root.fields());
        fields.put("interventions", present);
        return new Json.JsonObject(fields);
    }

    private static Json upgradeIntervention(Json.JsonObject intervention, PluginRegistry plugins) {
        Map<String, Json> fields = intervention.fields();
        var plugin = fields.get("type") instanceof Json.JsonString type
                ? plugins.find(type.value()).orElse(null)
                : null;
        if (plugin == null) {
            return intervention;
        }
        int now = plugin.type().parameterVersion();
        int from = fields.get(VERSION) instanceof Json.JsonNumber given
                ? given.value().intValue()
                : now;
        if (from == now && fields.get(VERSION) instanceof Json.JsonNumber) {
            return intervention;
        }
        var changed = new LinkedHashMap<>(fields);
        changed.put(VERSION, new Json.JsonNumber(BigDecimal.valueOf(now)));
        if (from < now && fields.get(PARAMETERS) instanceof Json.JsonObject old) {
            changed.put(PARAMETERS, Json.fromJava(plugin.migrate(from, Json.toMap(old))));
        }
        return new Json.JsonObject(changed);
    }
}
