package dk.grundskema.api.catalogue;

import dk.grundskema.api.imports.mapping.ImportMapping;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.LinkedHashMap;

/**
 * The JSON Schemas (draft 2020-12) of the file formats, made from the same records that files are read into, so that they
 * can't say anything else than the reader does. Ranges of numbers are in the descriptions; the reader checks them.
 */
public final class Schemas {
    private final PluginRegistry plugins;

    /** @param plugins intervention types whose parameters the schema of problems describes */
    public Schemas(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** The schema of problem files, without a line feed at its end. */
    public String problem() {
        return schema("problem", Problem.VERSION, Problem.class);
    }

    /** The schema of timetable files, without a line feed at its end. */
    public String timetable() {
        return schema("timetable", Timetable.VERSION, Timetable.class);
    }

    /** The schema of mapping files of imports, without a line feed at its end. */
    public String importMapping() {
        return schema("import-mapping", ImportMapping.VERSION, ImportMapping.class);
    }

    /** The schema of the parameters of an intervention type, in the present version. */
    public Json.Structure parameters(InterventionPlugin<?> plugin) {
        var definitions = new Definitions(plugins);
        Json reference = definitions.parameters(plugin);
        var type = plugin.type();
        var fields = new LinkedHashMap<String, Json>();
        fields.put("$schema", new Json.Text("https://json-schema.org/draft/2020-12/schema"));
        fields.put(
                "$id",
                new Json.Text("urn:grundskema:schema:parameters:%s:%d".formatted(type.id(), type.parameterVersion())));
        fields.putAll(((Json.Structure) reference).fields());
        fields.put("$defs", definitions.all());
        return new Json.Structure(fields);
    }

    private String schema(String name, int version, Class<? extends Record> root) {
        var definitions = new Definitions(plugins);
        Json reference = definitions.of(root);
        var fields = new LinkedHashMap<String, Json>();
        fields.put("$schema", new Json.Text("https://json-schema.org/draft/2020-12/schema"));
        fields.put("$id", new Json.Text("urn:grundskema:schema:%s:%d".formatted(name, version)));
        fields.put("title", new Json.Text("Grundskema %s, version %d of the format".formatted(name, version)));
        fields.putAll(((Json.Structure) reference).fields());
        fields.put("$defs", definitions.all());
        return JsonText.of(new Json.Structure(fields)).stripTrailing();
    }
}
