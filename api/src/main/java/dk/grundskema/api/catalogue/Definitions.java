package dk.grundskema.api.catalogue;

import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordShape;
import dk.grundskema.api.platform.RecordShape.Part;
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

/** The definitions that the schema of one format is made of: one for each record that can be in it. */
public final class Definitions {
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final PluginRegistry plugins;
    private final String place;
    private final Remarks remarks;
    private final Words coreWords;
    private final SortedMap<String, Json> definitions = new TreeMap<>();
    private final Map<String, Class<?>> named = new HashMap<>();

    /** What components are said to be, and where their figures and rules are from. */
    private record Words(Texts texts, FieldSources sources) {}

    /** What is to be said of records that the house's texts say nothing of. */
    public interface Remarks {
        /** What a record is; {@code null} if nothing is known of it. */
        @Nullable
        String description(Class<?> type);

        /** What a component means; {@code null} if nothing is known of it. */
        @Nullable
        String description(Class<?> type, String component);

        /** The type whose schema stands for a component's; mostly the component's own. */
        Type type(Class<?> type, Part component);

        /** The schema of values that are one text, number or truth; mostly the given one. */
        default Json scalar(Class<?> type, Json schema) {
            return schema;
        }

        /** Whether each enum has a definition of its own; otherwise its values are listed wherever it is used. */
        default boolean definesEnums() {
            return false;
        }
    }

    Definitions(PluginRegistry plugins) {
        this(plugins, "#/$defs/", new Remarks() {
            @Override
            public @Nullable String description(Class<?> type) {
                return null;
            }

            @Override
            public @Nullable String description(Class<?> type, String component) {
                return null;
            }

            @Override
            public Type type(Class<?> type, Part component) {
                return component.type();
            }
        });
    }

    /**
     * @param plugins intervention types whose parameters are described
     * @param place   what comes before a definition's name in references to it
     * @param remarks what is to be said beyond the house's texts
     */
    public Definitions(PluginRegistry plugins, String place, Remarks remarks) {
        this.plugins = plugins;
        this.place = place;
        this.remarks = remarks;
        var bundles = new ArrayList<>(plugins.bundles(LANGUAGE));
        bundles.addAll(ImportTexts.bundles(LANGUAGE));
        this.coreWords = new Words(new Texts(LANGUAGE, bundles, Function.identity()), FieldSources.ofHouse(LANGUAGE));
    }

    /** The definitions of all records that were asked for, and of all that are in them. */
    public Json.Structure all() {
        return new Json.Structure(definitions);
    }

    /**
     * The schema of a type; of a record it is a reference.
     *
     * @throws IllegalArgumentException if values of the type have no form in files
     */
    public Json of(Type type) {
        return of(type, "", coreWords);
    }

    /** The schema of the parameters of an intervention type, described by its own texts; a reference. */
    Json parameters(InterventionPlugin<?> plugin) {
        return record(plugin.parameterType(), plugin.type().id() + ".", words(plugin));
    }

    private Json record(Class<?> type, String prefix, Words words) {
        boolean isShared = FieldSources.isShared(type);
        String name = name(type, prefix, type.getSimpleName());
        if (!definitions.containsKey(name)) {
            definitions.put(name, Json.Nothing.NOTHING); // so that a record may hold others of its kind
            Json.Structure definition = type == Intervention.class
                    ? intervention()
                    : definition(type, prefix, isShared ? coreWords : words);
            definitions.put(name, remarked(type, definition));
        }
        return reference(name);
    }

    /** An enum within another type is called after both, since many are called the same. */
    private Json enumeration(Class<?> type, String prefix, Json values) {
        Class<?> enclosing = type.getEnclosingClass();
        String name = name(type, prefix, (enclosing == null ? "" : enclosing.getSimpleName()) + type.getSimpleName());
        definitions.put(name, remarked(type, (Json.Structure) values));
        return reference(name);
    }

    private String name(Class<?> type, String prefix, String own) {
        boolean isOfPlugin = !FieldSources.isShared(type) && !type.getName().startsWith("java.");
        String name = (isOfPlugin ? prefix : "") + own;
        Class<?> other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalArgumentException("Two types are called (%s): (%s) and (%s).\nMaybe one should say more?"
                    .formatted(name, other.getName(), type.getName()));
        }
        return name;
    }

    private Json reference(String name) {
        return new Json.Structure(Map.of("$ref", new Json.Text(place + name)));
    }

    private Json.Structure remarked(Class<?> type, Json.Structure definition) {
        String description = remarks.description(type);
        if (description == null) {
            return definition;
        }
        var remarked = new LinkedHashMap<String, Json>();
        remarked.put("description", new Json.Text(description));
        remarked.putAll(definition.fields());
        return new Json.Structure(remarked);
    }

    private Json.Structure definition(Class<?> type, String prefix, Words words) {
        RecordShape shape = RecordShape.of(type);
        var properties = new LinkedHashMap<String, Json>();
        var required = new ArrayList<String>();
        for (Part part : shape.parts()) {
            properties.put(part.name(), property(shape, type, part, prefix, words));
            if (!shape.mayBeAbsent(part)) {
                required.add(part.name());
            }
        }
        return object(properties, required);
    }

    private static Json.Structure object(Map<String, Json> properties, List<String> required) {
        var definition = new LinkedHashMap<String, Json>();
        definition.put("type", new Json.Text("object"));
        definition.put("properties", new Json.Structure(properties));
        if (!required.isEmpty()) {
            definition.put("required", Json.fromJava(required));
        }
        definition.put("additionalProperties", new Json.Truth(false));
        return new Json.Structure(definition);
    }

    private Json property(RecordShape shape, Class<?> type, Part part, String prefix, Words words) {
        var property = new LinkedHashMap<String, Json>();
        String key = "field." + type.getSimpleName() + "." + part.name();
        String description = words.texts().has(key) ? words.texts().text(key) : remarks.description(type, part.name());
        if (description != null) {
            property.put("description", new Json.Text(description));
        }
        String source = words.sources().of(type, part.name());
        if (!source.isEmpty()) {
            property.put("x-source", new Json.Text(source));
        }
        var plain = ((Json.Structure) of(remarks.type(type, part), prefix, words)).fields();
        if (part.nullable() && !plain.isEmpty()) {
            property.put("anyOf", Json.fromJava(List.of(new Json.Structure(plain), typed("null"))));
        } else {
            property.putAll(plain);
        }
        Json preset = shape.presetOf(part);
        if (preset != null) {
            property.put("default", preset);
        }
        return new Json.Structure(property);
    }

    private Json of(Type type, String prefix, Words words) {
        Class<?> raw = RecordShape.raw(type);
        Json scalar = ScalarSchemas.of(raw);
        if (scalar != null) {
            return raw.isEnum() && remarks.definesEnums()
                    ? enumeration(raw, prefix, scalar)
                    : remarks.scalar(raw, scalar);
        }
        if (raw == Json.Structure.class) {
            return typed("object");
        }
        if (raw.isRecord()) {
            return record(raw, prefix, words);
        }
        if (raw == Json.class) {
            return new Json.Structure(Map.of());
        }
        var schema = new LinkedHashMap<String, Json>();
        if (Map.class.isAssignableFrom(raw)) {
            schema.put("type", new Json.Text("object"));
            Json names = of(RecordShape.argument(type, 0), prefix, words);
            if (!names.equals(typed("string"))) {
                schema.put("propertyNames", names);
            }
            schema.put("additionalProperties", of(RecordShape.argument(type, 1), prefix, words));
        } else if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", new Json.Text("array"));
            schema.put("items", of(RecordShape.argument(type, 0), prefix, words));
            if (Set.class.isAssignableFrom(raw)) {
                schema.put("uniqueItems", new Json.Truth(true));
            }
        } else {
            throw new IllegalArgumentException("The type (%s) has no form in files.".formatted(type));
        }
        return new Json.Structure(schema);
    }

    /** An intervention's parameters have the form that its type asks for, in the present version. */
    private Json.Structure intervention() {
        var properties = new LinkedHashMap<String, Json>();
        for (Part part : RecordShape.of(Intervention.class).parts()) {
            Json form = switch (part.name()) {
                case "type" -> described("type", typed("string"), "enum", Json.fromJava(plugins.typeIds()));
                case "parameters" -> described("parameters", typed("object"), null, null);
                default -> described(part.name(), (Json.Structure) of(part.type(), "", coreWords), null, null);
            };
            properties.put(part.name(), form);
        }
        properties.put(
                "parameterVersion", described("parameterVersion", typed("integer"), "minimum", Json.fromJava(1)));
        var cases = new ArrayList<Json>();
        plugins.all().forEach(plugin -> cases.add(parametersOf(plugin)));
        var definition = new LinkedHashMap<>(
                object(properties, List.of("id", "type", "title")).fields());
        if (!cases.isEmpty()) {
            definition.put("allOf", new Json.Listing(cases));
        }
        return new Json.Structure(definition);
    }

    private Json parametersOf(InterventionPlugin<?> plugin) {
        var type = plugin.type();
        Json form = record(plugin.parameterType(), type.id() + ".", words(plugin));
        var present = Map.of(
                "properties",
                Map.of(
                        "type",
                        Map.of("const", type.id()),
                        "parameterVersion",
                        Map.of("const", type.parameterVersion())));
        RecordShape shape = RecordShape.of(plugin.parameterType());
        boolean needed = shape.parts().stream().anyMatch(part -> !shape.mayBeAbsent(part));
        var then = new LinkedHashMap<String, Object>();
        then.put("properties", Map.of("parameters", form));
        if (needed) {
            then.put("required", List.of("parameters"));
        }
        var choice = new LinkedHashMap<String, Json>();
        choice.put("if", sorted(present));
        choice.put("then", Json.fromJava(then));
        return new Json.Structure(choice);
    }

    private Words words(InterventionPlugin<?> plugin) {
        var bundles = new ArrayList<ResourceBundle>();
        bundles.add(plugin.texts(LANGUAGE));
        bundles.addAll(plugins.bundles(LANGUAGE));
        return new Words(new Texts(LANGUAGE, bundles, Function.identity()), FieldSources.of(plugin, LANGUAGE));
    }

    private Json described(String field, Json.Structure form, @Nullable String keyword, @Nullable Json value) {
        var property = new LinkedHashMap<String, Json>();
        property.put("description", new Json.Text(coreWords.texts().text("field.Intervention." + field)));
        property.putAll(form.fields());
        if (keyword != null && value != null) {
            property.put(keyword, value);
        }
        return new Json.Structure(property);
    }

    private static Json.Structure typed(String type) {
        return new Json.Structure(Map.of("type", new Json.Text(type)));
    }

    /** Maps of the JDK have no order of their own; a schema is the same whenever it is made. */
    private static Json sorted(Map<String, ?> map) {
        var fields = new TreeMap<String, Json>();
        map.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                var named = new TreeMap<String, Object>();
                inner.forEach((key, each) -> named.put(String.valueOf(key), each));
                fields.put(name, sorted(named));
            } else {
                fields.put(name, Json.fromJava(value));
            }
        });
        return new Json.Structure(fields);
    }
}
