package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordShape.Part;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.catalogue.SchemaDefinitions;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.domain.finding.Id;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/** Builds the OpenAPI document: the operations that springdoc finds, with our schemas, permissions, headers and refusals. */
final class OpenApiDocumentBuilder {
    private static final String PLACE = "#/components/schemas/";

    private final OperationDiscoveryConfiguration described;
    private final JavadocReader javadocs = new JavadocReader();
    private final SchemaDefinitions definitions;

    OpenApiDocumentBuilder(PluginPlanningFacade planning, OperationDiscoveryConfiguration described) {
        this.described = described;
        this.definitions = new SchemaDefinitions(planning.plugins(), PLACE, new JavadocRemarks());
    }

    /** Takes descriptions from the Javadoc, and the schema of a component with raw JSON from its annotation. */
    private final class JavadocRemarks implements SchemaDefinitions.SchemaCustomizer {
        @Override
        public @Nullable String description(Class<?> type) {
            if (type == DayOfWeek.class) {
                return "A day of the week.";
            }
            String words = javadocs.description(type);
            return words.isEmpty() ? null : words;
        }

        @Override
        public @Nullable String description(Class<?> type, String component) {
            return javadocs.components(type).get(component);
        }

        @Override
        public Type schemaType(Class<?> type, Part component) {
            try {
                Schema stated = type.getDeclaredMethod(component.name()).getAnnotation(Schema.class);
                if (stated == null || stated.implementation() == Void.class) {
                    return component.type();
                }
                boolean isList = type.getDeclaredMethod(component.name()).getReturnType() == List.class;
                return isList
                        ? ResolvableType.forClassWithGenerics(List.class, stated.implementation())
                                .getType()
                        : stated.implementation();
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Json scalarSchema(Class<?> type, Json schema) {
            if (type == long.class || type == Long.class) {
                Map<String, Object> wide = copy(Json.toJava(schema));
                wide.put("format", "int64");
                return Json.fromJava(wide);
            }
            return Id.class.isAssignableFrom(type)
                    ? Json.fromJava(PortableSchemas.id(copy(Json.toJava(schema))))
                    : schema;
        }

        @Override
        public boolean definesEnums() {
            return true;
        }
    }

    /** The whole description as text. */
    String build(String found) {
        Map<String, Object> document = object(found);
        var whole = new LinkedHashMap<String, Object>();
        whole.put("openapi", "3.1.0");
        whole.put("info", OpenApiTexts.info());
        whole.put("servers", List.of(Map.of("url", "/")));
        var tags = new TreeSet<String>();
        var paths = new TreeMap<String, Object>();
        child(document, "paths").forEach((path, operations) -> {
            if (path.startsWith("/api/")) {
                paths.put(path, operations((Map<?, ?>) operations, path, tags));
            }
        });
        whole.put("tags", tags.stream().map(OpenApiTexts::tag).toList());
        whole.put("security", List.of(Map.of("token", List.of()), Map.of("session", List.of())));
        whole.put("paths", replaceMarks(paths));
        definitions.schemaOf(ProblemDetails.class);
        whole.put("components", components());
        return JsonFormatter.format(Json.fromJava(whole));
    }

    private Map<String, Object> components() {
        var components = new LinkedHashMap<String, Object>();
        components.put(
                "schemas",
                openInterventionTypes(
                        copy(PortableSchemas.withoutListsOfObjects(Json.toJava(definitions.allDefinitions())))));
        components.put("responses", RefusalResponses.components());
        components.put("parameters", OpenApiTexts.parameters());
        components.put("headers", OpenApiTexts.headers());
        components.put("securitySchemes", OpenApiTexts.securitySchemes());
        return components;
    }

    /** A plan may contain interventions of types that are not installed; it can be read nevertheless. */
    private static Map<String, Object> openInterventionTypes(Map<String, Object> schemas) {
        Map<String, Object> intervention = child(schemas, "Intervention");
        Map<String, Object> properties = child(intervention, "properties");
        Map<String, Object> type = child(properties, "type");
        type.put("examples", type.remove("enum"));
        properties.put("type", type);
        intervention.put("properties", properties);
        schemas.put("Intervention", intervention);
        return schemas;
    }

    private Map<String, Object> operations(Map<?, ?> found, String path, Set<String> tags) {
        var operations = new TreeMap<String, Object>();
        found.forEach((verb, operation) -> {
            Map<String, Object> done = operation(String.valueOf(verb), path, copy(operation));
            ((List<?>) done.getOrDefault("tags", List.of())).forEach(tag -> tags.add(String.valueOf(tag)));
            operations.put(String.valueOf(verb), done);
        });
        return operations;
    }

    private Map<String, Object> operation(String verb, String path, Map<String, Object> found) {
        HandlerMethod method =
                described.findMethod(String.valueOf(found.remove(OperationDiscoveryConfiguration.METHOD)));
        RequiresPermission needs =
                Objects.requireNonNull(method.getMethodAnnotation(RequiresPermission.class), method::toString);
        var operation = new LinkedHashMap<String, Object>();
        take(found, operation, "tags", "operationId", "summary");
        String longer = javadocs.description(method.getMethod());
        if (!longer.isEmpty()) {
            operation.put("description", longer);
        } else {
            take(found, operation, "description");
        }
        operation.put("x-permission", needs.value().name());
        if (needs.value() == Permission.NONE) {
            operation.put("security", List.of());
        }
        var parameters = parameters(path, found.get("parameters"), javadocs.parameters(method.getMethod()));
        parameters.add(Map.of("$ref", "#/components/parameters/AcceptLanguage"));
        if (verb.equals("post")) {
            parameters.add(Map.of("$ref", "#/components/parameters/IdempotencyKey"));
        }
        if (!verb.equals("get") && needs.value() != Permission.NONE) {
            parameters.add(Map.of("$ref", "#/components/parameters/CsrfToken"));
        }
        operation.put("parameters", parameters);
        take(found, operation, "requestBody");
        if (UploadSchemas.isIn(method)) {
            operation.put("requestBody", UploadSchemas.body(method, javadocs.parameters(method.getMethod())));
        }
        boolean isGuarded = parameters.toString().contains("parameters/IfMatch");
        var responses = new TreeMap<String, Object>();
        boolean isTagged = OpenApiTexts.isTagged(verb, method, javadocs.code(method.getMethod()), parameters);
        var good = OpenApiTexts.statuses(method, javadocs.code(method.getMethod()), copy(found.get("responses")));
        OpenApiTexts.answers(good, isGuarded || isTagged).forEach(responses::put);
        if (isTagged) {
            responses.put("304", Map.of("description", "It is still what If-None-Match names."));
        }
        RefusalResponses.of(needs.value(), verb, path, isGuarded, operation.containsKey("requestBody"))
                .forEach(responses::putIfAbsent);
        OpenApiExampleInserter.insertInto(operation, responses);
        operation.put("responses", responses);
        return operation;
    }

    /** Headers with the same meaning everywhere are described in one place. */
    private static List<Object> parameters(String path, @Nullable Object found, Map<String, String> meanings) {
        var parameters = new ArrayList<Object>();
        for (Object each : found instanceof List<?> list ? list : List.of()) {
            Map<String, Object> parameter = copy(each);
            String name = String.valueOf(parameter.get("name"));
            String shared = name.replace("-", "");
            if ("header".equals(parameter.get("in"))
                    && OpenApiTexts.parameters().containsKey(shared)) {
                parameters.add(Map.of("$ref", "#/components/parameters/" + shared));
            } else {
                String meaning = meanings.getOrDefault(name, OpenApiTexts.meaning(name, path));
                if (meaning != null) {
                    parameter.putIfAbsent("description", meaning);
                }
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    /** In place of each mark the schema of its type. */
    private Object replaceMarks(Object value) {
        return switch (value) {
            case Map<?, ?> map
            when map.get("$ref") instanceof String mark && mark.startsWith(OperationDiscoveryConfiguration.MARK) -> {
                Map<String, Object> rest = copy(map);
                rest.remove("$ref");
                var schema = new LinkedHashMap<>(copy(Json.toJava(definitions.schemaOf(classOfMark(mark)))));
                schema.putAll(rest);
                yield schema;
            }
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((name, each) -> all.put(String.valueOf(name), replaceMarks(each)));
                yield all;
            }
            case List<?> list -> list.stream().map(this::replaceMarks).toList();
            default -> value;
        };
    }

    private static Class<?> classOfMark(String mark) {
        try {
            return Class.forName(mark.substring(OperationDiscoveryConfiguration.MARK.length()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(Map<String, Object> from, Map<String, Object> to, String... names) {
        for (String name : names) {
            if (from.containsKey(name)) {
                to.put(name, from.get(name));
            }
        }
    }

    private static Map<String, Object> child(Map<String, Object> map, String name) {
        return copy(map.get(name));
    }

    private static Map<String, Object> copy(@Nullable Object map) {
        var copy = new LinkedHashMap<String, Object>();
        if (map instanceof Map<?, ?> known) {
            known.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }

    private static Map<String, Object> object(String text) {
        if (JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good) {
            return copy(Json.toJava(good.value()));
        }
        throw new IllegalStateException("What springdoc wrote is no JSON: " + text);
    }
}
