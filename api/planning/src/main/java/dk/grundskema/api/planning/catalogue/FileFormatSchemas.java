package dk.grundskema.api.planning.catalogue;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.imports.mappingfile.ImportMapping;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.LinkedHashMap;

/**
 * Generates the JSON Schemas (draft 2020-12) of the file formats from the records that files are read into, so schema and reader agree. Ranges of
 * numbers are in the descriptions; the reader checks them.
 */
public final class FileFormatSchemas {
    private final PluginRegistry plugins;

    /** @param plugins intervention types whose parameters the problem schema describes */
    public FileFormatSchemas(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** Returns the schema of problem files, without a trailing line feed. */
    public String problemSchema() {
        return createSchema("problem", Problem.VERSION, Problem.class);
    }

    /** Returns the schema of timetable files, without a trailing line feed. */
    public String timetableSchema() {
        return createSchema("timetable", Timetable.VERSION, Timetable.class);
    }

    /** Returns the schema of mapping files for imports, without a trailing line feed. */
    public String importMappingSchema() {
        return createSchema("import-mapping", ImportMapping.VERSION, ImportMapping.class);
    }

    /** Returns the schema of an intervention type's parameters, in the current version. */
    public Json.JsonObject parametersSchema(InterventionPlugin<?> plugin) {
        var definitions = new SchemaDefinitions(plugins);
        Json reference = definitions.parametersReference(plugin);
        var type = plugin.type();
        var fields = new LinkedHashMap<String, Json>();
        fields.put("$schema", new Json.JsonString("https://json-schema.org/draft/2020-12/schema"));
        fields.put(
                "$id",
                new Json.JsonString(
                        "urn:grundskema:schema:parameters:%s:%d".formatted(type.id(), type.parameterVersion())));
        fields.putAll(((Json.JsonObject) reference).fields());
        fields.put("$defs", definitions.allDefinitions());
        return new Json.JsonObject(fields);
    }

    private String createSchema(String name, int version, Class<? extends Record> root) {
        var definitions = new SchemaDefinitions(plugins);
        Json reference = definitions.schemaOf(root);
        var fields = new LinkedHashMap<String, Json>();
        fields.put("$schema", new Json.JsonString("https://json-schema.org/draft/2020-12/schema"));
        fields.put("$id", new Json.JsonString("urn:grundskema:schema:%s:%d".formatted(name, version)));
        fields.put("title", new Json.JsonString("Grundskema %s, version %d of the format".formatted(name, version)));
        fields.putAll(((Json.JsonObject) reference).fields());
        fields.put("$defs", definitions.allDefinitions());
        return JsonFormatter.format(new Json.JsonObject(fields)).stripTrailing();
    }
}
