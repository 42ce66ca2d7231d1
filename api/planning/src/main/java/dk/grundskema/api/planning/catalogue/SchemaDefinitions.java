package dk.grundskema.api.planning.catalogue;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordShape;
import dk.grundskema.api.documents.json.RecordShape.Part;
import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds the definitions of a JSON Schema from Java types: one definition for each record that a format can contain, reached from {@link #schemaOf}.
 * Definition names are simple class names; those of a plugin's own records have the plugin's id as prefix, and two types must not share a name.
 * Descriptions come from the texts of the core or of the plugin. The order is fixed, so the schema is the same each time.
 */
public final class SchemaDefinitions {
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final PluginRegistry plugins;
    private final String place;
    private final SchemaCustomizer remarks;
    private final SchemaTexts coreWords;
    private final SortedMap<String, Json> definitions = new TreeMap<>();
    private final Map<String, Class<?>> named = new HashMap<>();

    /** Descriptions of components, and the sources of their figures and rules. */
    private record SchemaTexts(Texts texts, FieldSources sources) {}

    /** Adapts the schema for records that the core's texts do not describe. */
    public interface SchemaCustomizer {
        /** Returns the description of a record; {@code null} if there is none. */
        @Nullable
        String description(Class<?> type);

        /** Returns the description of a component; {@code null} if there is none. */
        @Nullable
        String description(Class<?> type, String component);

        /** Returns the type to use for a component's schema; usually the component's own. */
        Type schemaType(Class<?> type, Part component);

        /** Returns the schema of a scalar type; usually the given one. */
        default Json scalarSchema(Class<?> type, Json schema) {
            return schema;
        }

        /** Returns whether each enum gets its own definition; otherwise its values are listed at each use. */
        default boolean definesEnums() {
            return false;
        }
    }

    SchemaDefinitions(PluginRegistry plugins) {
        this(plugins, "#/$defs/", new SchemaCustomizer() {
            @Override
            public @Nullable String description(Class<?> type) {
                return null;
            }

            @Override
            public @Nullable String description(Class<?> type, String component) {
                return null;
            }

            @Override
            public Type schemaType(Class<?> type, Part component) {
                return component.type();
            }
        });
    }

    /**
     * @param plugins intervention types whose parameters are described
     * @param place   prefix of references to definitions
     * @param remarks adaptions of the schema
     */
    public SchemaDefinitions(PluginRegistry plugins, String place, SchemaCustomizer remarks) {
        this.plugins = plugins;
        this.place = place;
        this.remarks = remarks;
        var bundles = new ArrayList<>(plugins.bundles(LANGUAGE));
        bundles.addAll(ImportTexts.bundles(LANGUAGE));
        this.coreWords =
                new SchemaTexts(new Texts(LANGUAGE, bundles, Function.identity()), FieldSources.ofHouse(LANGUAGE));
    }

    /** Returns the definitions of all requested records and of all records in them. */
    public Json.JsonObject allDefinitions() {
        return new Json.JsonObject(definitions);
    }

    /**
     * Returns the schema of a type; for a record it is a reference.
     *
     * @throws IllegalArgumentException if values of the type have no representation in files
     */
    public Json schemaOf(Type type) {
        return schemaOf(type, "", coreWords);
    }

    /** Returns a reference to the schema of an intervention type's parameters, described by the plugin's texts. */
    Json parametersReference(InterventionPlugin<?> plugin) {
        return recordReference(plugin.parameterType(), plugin.type().id() + ".", textsOf(plugin));
    }

    private Json recordReference(Class<?> type, String prefix, SchemaTexts words) {
        boolean isShared = FieldSources.isShared(type);
        String name = uniqueName(type, prefix, type.getSimpleName());
        if (!definitions.containsKey(name)) {
            definitions.put(name, Json.JsonNull.NOTHING); // reserves the name, so that a record may contain itself
            Json.JsonObject definition = type == Intervention.class
                    ? interventionDefinition()
                    : recordDefinition(type, prefix, isShared ? coreWords : words);
            definitions.put(name, withDescription(type, definition));
        }
        return referenceTo(name);
    }

    /** A nested enum is named after its enclosing type too, because simple names are often equal. */
    private Json enumReference(Class<?> type, String prefix, Json values) {
        Class<?> enclosing = type.getEnclosingClass();
        String name =
                uniqueName(type, prefix, (enclosing == null ? "" : enclosing.getSimpleName()) + type.getSimpleName());
        definitions.put(name, withDescription(type, (Json.JsonObject) values));
        return referenceTo(name);
    }

    private String uniqueName(Class<?> type, String prefix, String own) {
        boolean isOfPlugin = !FieldSources.isShared(type) && !type.getName().startsWith("java.");
        String name = (isOfPlugin ? prefix : "") + own;
        Class<?> other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalArgumentException("Two types have the name (%s): (%s) and (%s).\nMaybe rename one?"
                    .formatted(name, other.getName(), type.getName()));
        }
        return name;
    }

    private Json referenceTo(String name) {
        return new Json.JsonObject(Map.of("$ref", new Json.JsonString(place + name)));
    }

    private Json.JsonObject withDescription(Class<?> type, Json.JsonObject definition) {
        String description = remarks.description(type);
        if (description == null) {
            return definition;
        }
        var remarked = new LinkedHashMap<String, Json>();
        remarked.put("description", new Json.JsonString(description));
        remarked.putAll(definition.fields());
        return new Json.JsonObject(remarked);
    }

    private Json.JsonObject recordDefinition(Class<?> type, String prefix, SchemaTexts words) {
        RecordShape shape = RecordShape.of(type);
        var properties = new LinkedHashMap<String, Json>();
        var required = new ArrayList<String>();
        for (Part part : shape.parts()) {
            properties.put(part.name(), propertySchema(shape, type, part, prefix, words));
            if (!shape.isOptional(part)) {
                required.add(part.name());
            }
        }
        return objectSchema(properties, required);
    }

    private static Json.JsonObject objectSchema(Map<String, Json> properties, List<String> required) {
        var definition = new LinkedHashMap<String, Json>();
        definition.put("type", new Json.JsonString("object"));
        definition.put("properties", new Json.JsonObject(properties));
        if (!required.isEmpty()) {
            definition.put("required", Json.fromJava(required));
        }
        definition.put("additionalProperties", new Json.JsonBoolean(false));
        return new Json.JsonObject(definition);
    }

    private Json propertySchema(RecordShape shape, Class<?> type, Part part, String prefix, SchemaTexts words) {
        var property = new LinkedHashMap<String, Json>();
        String key = "field." + type.getSimpleName() + "." + part.name();
        String description = words.texts().has(key) ? words.texts().text(key) : remarks.description(type, part.name());
        if (description != null) {
            property.put("description", new Json.JsonString(description));
        }
        String source = words.sources().of(type, part.name());
        if (!source.isEmpty()) {
            property.put("x-source", new Json.JsonString(source));
        }
        var plain = ((Json.JsonObject) schemaOf(remarks.schemaType(type, part), prefix, words)).fields();
        if (part.nullable() && !plain.isEmpty()) {
            property.put("anyOf", Json.fromJava(List.of(new Json.JsonObject(plain), typeSchema("null"))));
        } else {
            property.putAll(plain);
        }
        Json preset = shape.defaultValueOf(part);
        if (preset != null) {
            property.put("default", preset);
        }
        return new Json.JsonObject(property);
    }

    private Json schemaOf(Type type, String prefix, SchemaTexts words) {
        Class<?> raw = RecordShape.rawClassOf(type);
        Json scalar = ScalarSchemas.of(raw);
        if (scalar != null) {
            return raw.isEnum() && remarks.definesEnums()
                    ? enumReference(raw, prefix, scalar)
                    : remarks.scalarSchema(raw, scalar);
        }
        if (raw == Json.JsonObject.class) {
            return typeSchema("object");
        }
        if (raw.isRecord()) {
            return recordReference(raw, prefix, words);
        }
        if (raw == Json.class) {
            return new Json.JsonObject(Map.of());
        }
        var schema = new LinkedHashMap<String, Json>();
        if (Map.class.isAssignableFrom(raw)) {
            schema.put("type", new Json.JsonString("object"));
            Json names = schemaOf(RecordShape.typeArgument(type, 0), prefix, words);
            if (!names.equals(typeSchema("string"))) {
                schema.put("propertyNames", names);
            }
            schema.put("additionalProperties", schemaOf(RecordShape.typeArgument(type, 1), prefix, words));
        } else if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", new Json.JsonString("array"));
            schema.put("items", schemaOf(RecordShape.typeArgument(type, 0), prefix, words));
            if (Set.class.isAssignableFrom(raw)) {
                schema.put("uniqueItems", new Json.JsonBoolean(true));
            }
        } else {
            throw new IllegalArgumentException("The type (%s) has no representation in files.".formatted(type));
        }
        return new Json.JsonObject(schema);
    }

    /** The parameters of an intervention depend on its type; they are described in the current version. */
    private Json.JsonObject interventionDefinition() {
        var properties = new LinkedHashMap<String, Json>();
        for (Part part : RecordShape.of(Intervention.class).parts()) {
            Json form = switch (part.name()) {
                case "type" ->
                    describedProperty("type", typeSchema("string"), "enum", Json.fromJava(plugins.typeIds()));
                case "parameters" -> describedProperty("parameters", typeSchema("object"), null, null);
                default ->
                    describedProperty(part.name(), (Json.JsonObject) schemaOf(part.type(), "", coreWords), null, null);
            };
            properties.put(part.name(), form);
        }
        properties.put(
                "parameterVersion",
                describedProperty("parameterVersion", typeSchema("integer"), "minimum", Json.fromJava(1)));
        var cases = new ArrayList<Json>();
        plugins.all().forEach(plugin -> cases.add(parametersCondition(plugin)));
        var definition = new LinkedHashMap<>(
                objectSchema(properties, List.of("id", "type", "title")).fields());
        if (!cases.isEmpty()) {
            definition.put("allOf", new Json.JsonArray(cases));
        }
        return new Json.JsonObject(definition);
    }

    private Json parametersCondition(InterventionPlugin<?> plugin) {
        var type = plugin.type();
        Json form = recordReference(plugin.parameterType(), type.id() + ".", textsOf(plugin));
        var present = Map.of(
                "properties",
                Map.of(
                        "type",
                        Map.of("const", type.id()),
                        "parameterVersion",
                        Map.of("const", type.parameterVersion())));
        RecordShape shape = RecordShape.of(plugin.parameterType());
        boolean needed = shape.parts().stream().anyMatch(part -> !shape.isOptional(part));
        var then = new LinkedHashMap<String, Object>();
        then.put("properties", Map.of("parameters", form));
        if (needed) {
            then.put("required", List.of("parameters"));
        }
        var choice = new LinkedHashMap<String, Json>();
        choice.put("if", sortedObject(present));
        choice.put("then", Json.fromJava(then));
        return new Json.JsonObject(choice);
    }

    private SchemaTexts textsOf(InterventionPlugin<?> plugin) {
        var bundles = new ArrayList<ResourceBundle>();
        bundles.add(plugin.texts(LANGUAGE));
        bundles.addAll(plugins.bundles(LANGUAGE));
        return new SchemaTexts(new Texts(LANGUAGE, bundles, Function.identity()), FieldSources.of(plugin, LANGUAGE));
    }

    private Json describedProperty(String field, Json.JsonObject form, @Nullable String keyword, @Nullable Json value) {
        var property = new LinkedHashMap<String, Json>();
        property.put("description", new Json.JsonString(coreWords.texts().text("field.Intervention." + field)));
        property.putAll(form.fields());
        if (keyword != null && value != null) {
            property.put(keyword, value);
        }
        return new Json.JsonObject(property);
    }

    private static Json.JsonObject typeSchema(String type) {
        return new Json.JsonObject(Map.of("type", new Json.JsonString(type)));
    }

    /** Sorts the keys, because the order of the JDK's maps varies; the schema must be the same each time. */
    private static Json sortedObject(Map<String, ?> map) {
        var fields = new TreeMap<String, Json>();
        map.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                var named = new TreeMap<String, Object>();
                inner.forEach((key, each) -> named.put(String.valueOf(key), each));
                fields.put(name, sortedObject(named));
            } else {
                fields.put(name, Json.fromJava(value));
            }
        });
        return new Json.JsonObject(fields);
    }
}
