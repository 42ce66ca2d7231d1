package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.platform.testing.OpenApiValidator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules for an OpenAPI document so that generated clients compile and work. */
final class ClientGenerationRules {
    private static final String DEFINITIONS = "/components/schemas/";

    /** Keywords that each contain one schema. */
    private static final Set<String> ONE = Set.of("items", "additionalProperties", "propertyNames", "not");

    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf", "allOf");

    /** Keywords that each determine the type of a value. */
    private static final Set<String> TYPING = Set.of("type", "$ref", "anyOf", "oneOf", "allOf", "if");

    private final Map<?, ?> document;
    private final Set<String> untyped;
    private final OpenApiValidator contract;
    private final List<String> faults = new ArrayList<>();

    private ClientGenerationRules(Map<?, ?> document, Set<String> untyped) {
        this.document = document;
        this.untyped = untyped;
        this.contract = new OpenApiValidator(JsonFormatter.format(Json.fromJava(document)));
    }

    /**
     * All that is against the rules, each with its place.
     *
     * @param document the OpenAPI document
     * @param untyped  places of schemas that any value may be of
     */
    static List<String> faults(Map<?, ?> document, Set<String> untyped) {
        return new ClientGenerationRules(document, untyped).all();
    }

    private List<String> all() {
        Map<?, ?> definitions = map(map(document.get("components")).get("schemas"));
        distinct("schemas", definitions.keySet());
        definitions.forEach((name, schema) -> schema(schema, DEFINITIONS + name));
        var ids = new ArrayList<Object>();
        map(document.get("paths"))
                .values()
                .forEach(methods -> map(methods).values().forEach(each -> operation(map(each), ids)));
        distinct("operations", ids);
        references(document, "");
        return faults;
    }

    private void operation(Map<?, ?> operation, List<Object> ids) {
        String id = String.valueOf(operation.get("operationId"));
        ids.add(id);
        var parameters = new ArrayList<Object>();
        for (Object each : list(operation.get("parameters"))) {
            Map<?, ?> parameter = resolved(map(each));
            parameters.add(parameter.get("name"));
            schema(parameter.get("schema"), id + "/" + parameter.get("name"));
        }
        distinct("parameters of " + id, parameters);
        contents(operation.get("requestBody"), id + "/sent");
        map(operation.get("responses")).forEach((status, answer) -> contents(answer, id + "/" + status));
    }

    private void contents(@Nullable Object body, String at) {
        map(resolved(map(body)).get("content")).forEach((type, content) -> {
            Map<?, ?> schema = map(map(content).get("schema"));
            String place = at + "/" + type;
            schema(schema, place);
            String name = String.valueOf(type);
            boolean isText = name.startsWith("text/");
            if (isText && !"string".equals(schema.get("type"))) {
                faults.add(place + " is a text of another type");
            }
            if (!isText
                    && !name.endsWith("json")
                    && !name.startsWith("multipart/")
                    && !"binary".equals(schema.get("format"))) {
                faults.add(place + " is a file that isn't binary");
            }
        });
    }

    private void schema(@Nullable Object found, String at) {
        Map<?, ?> schema = map(found);
        typed(schema, at);
        boolean isDefinition = at.startsWith(DEFINITIONS) && at.indexOf('/', DEFINITIONS.length()) < 0;
        if (schema.containsKey("enum") && !isDefinition) {
            faults.add(at + " lists values that have no name");
        }
        if (list(schema.get("enum")).stream().anyMatch(Objects::isNull)) {
            faults.add(at + " has null among its values");
        }
        if (schema.get("pattern") instanceof String pattern && pattern.matches(".*(\\\\[pPk]|\\(\\?).*")) {
            faults.add(at + " has a pattern that some languages can't read");
        }
        byDefault(schema, at);
        distinct("properties of " + at, map(schema.get("properties")).keySet());
        map(schema.get("properties")).forEach((name, property) -> schema(property, at + "/" + name));
        ONE.forEach(keyword -> {
            if (schema.get(keyword) instanceof Map<?, ?> inner) {
                schema(inner, at + "/" + keyword);
            }
        });
        for (String keyword : ALTERNATIVES) {
            List<?> all = list(schema.get(keyword));
            for (int i = 0; i < all.size(); i++) {
                schema(all.get(i), at + "/" + keyword + "/" + i);
            }
            if (keyword.equals("oneOf") && !all.isEmpty() && !schema.containsKey("discriminator")) {
                faults.add(at + " is one of several without a discriminator");
            }
        }
    }

    private void typed(Map<?, ?> schema, String at) {
        boolean isTyped = TYPING.stream().anyMatch(schema::containsKey);
        if (!isTyped && !untyped.contains(at)) {
            faults.add(at + " has no type");
        }
        if (isTyped && untyped.contains(at)) {
            faults.add(at + " has a type after all");
        }
    }

    private void byDefault(Map<?, ?> schema, String at) {
        if (!schema.containsKey("default")) {
            return;
        }
        Object value = schema.get("default");
        if (PortableSchemas.isListOfObjects(value)) {
            faults.add(at + " is a list of objects by default");
        }
        if (!contract.faults((Json.JsonObject) Json.fromJava(schema), JsonFormatter.format(Json.fromJava(value)))
                .isEmpty()) {
            faults.add(at + " is by default what it can't be");
        }
    }

    /** Generators convert names to the style of their language, so names that differ only in case or punctuation collide. */
    private void distinct(String what, Collection<?> names) {
        var known = new HashMap<String, Object>();
        names.forEach(name -> {
            String plain = String.valueOf(name).replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
            Object other = known.putIfAbsent(plain, name);
            if (other != null) {
                faults.add("%s: %s and %s become the same name".formatted(what, other, name));
            }
        });
    }

    private void references(@Nullable Object value, String at) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((name, each) -> {
                    if (name.equals("$ref") && resolved(map).isEmpty()) {
                        faults.add(at + " refers to nothing: " + each);
                    }
                    references(each, at + "/" + name);
                });
            case List<?> list -> list.forEach(each -> references(each, at));
            case null, default -> {}
        }
    }

    private Map<?, ?> resolved(Map<?, ?> one) {
        if (!(one.get("$ref") instanceof String place)) {
            return one;
        }
        Map<?, ?> found = document;
        for (String step : place.substring("#/".length()).split("/", -1)) {
            found = map(found.get(step));
        }
        return found;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
