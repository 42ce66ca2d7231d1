package dk.grundskema.api.platform.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Validates requests and responses against the OpenAPI document. */
public final class OpenApiValidator {
    private static final Path FILE = Path.of("../service/src/main/resources/dk/grundskema/api/service/openapi.json");
    private static final String HERE = "/api/v1/";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** Methods that the web server answers by itself. */
    private static final Set<String> UNDESCRIBED = Set.of("HEAD", "OPTIONS", "TRACE");

    private final Json.JsonObject document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Json, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * An operation of the document.
     *
     * @param id        operation id
     * @param method    HTTP method
     * @param path      path with variables in braces
     * @param described its description in the document
     */
    public record Operation(String id, String method, String path, Json.JsonObject described) {
        private boolean isAt(String asked) {
            return Pattern.matches(path.replaceAll("\\{\\w+}", "[^/]+").replace(".", "\\."), asked);
        }

        private long variables() {
            return path.chars().filter(sign -> sign == '{').count();
        }
    }

    private static final class CommittedDocument {
        private static final OpenApiValidator CONTRACT = read();

        private static OpenApiValidator read() {
            try {
                return new OpenApiValidator(Files.readString(FILE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param text the document */
    public OpenApiValidator(String text) {
        this.document = (Json.JsonObject) parse(text);
        at(document, "paths")
                .fields()
                .forEach((path, methods) -> ((Json.JsonObject) methods).fields().forEach((method, described) -> {
                    var operation = (Json.JsonObject) described;
                    operations.add(new Operation(
                            text(operation, "operationId"), method.toUpperCase(Locale.ROOT), path, operation));
                }));
    }

    /** The document that is committed. */
    public static OpenApiValidator committed() {
        return CommittedDocument.CONTRACT;
    }

    /** All operations, in the document's order. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Returns the operation with that id, if there is one. */
    public Optional<Operation> operation(String id) {
        return operations.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Returns the operation for a method and path, if there is one. */
    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(one -> one.method().equals(method) && one.isAt(path))
                .min(Comparator.comparingLong(Operation::variables));
    }

    /**
     * Returns the deviations of a response from the document.
     *
     * @param method    HTTP method
     * @param path      path as sent, with or without a query
     * @param type      media type of the response; empty means not stated
     */
    public List<String> faults(String method, String path, int status, String type, String body) {
        if (!path.startsWith(HERE) || UNDESCRIBED.contains(method)) {
            return List.of();
        }
        String plain = type.replaceAll(";.*", "");
        return operation(method, path.replaceFirst("\\?.*", ""))
                .map(operation -> faults(operation, status, plain, body))
                .orElseGet(() -> faultsWithoutOperation(status, plain, body));
    }

    /** Returns the faults of a response at a path without an operation. */
    private List<String> faultsWithoutOperation(int status, String type, String body) {
        if (status < 400) {
            return List.of("no such operation is described, but it was answered (%d)".formatted(status));
        }
        return type.isEmpty() || body.isEmpty() ? List.of() : validate(problem(), type, body);
    }

    private List<String> faults(Operation operation, int status, String type, String body) {
        Json.JsonObject responses = at(operation.described(), "responses");
        String range = status / 100 + "XX";
        String key = responses.fields().containsKey("" + status) ? "" + status : range;
        if (!responses.fields().containsKey(key)) {
            return List.of("the status (%d) isn't described, only %s"
                    .formatted(status, responses.fields().keySet()));
        }
        Json.JsonObject answer = resolve(at(responses, key));
        if (at(answer, "content").fields().isEmpty()) {
            return body.isEmpty()
                    ? List.of()
                    : List.of("no content is described for the status (%d)".formatted(status));
        }
        return validate(answer, type, body);
    }

    /** Returns the deviations of a request body from the document. */
    public List<String> faultsOfRequest(Operation operation, String type, String text) {
        return validate(at(operation.described(), "requestBody"), type, text);
    }

    private Json.JsonObject problem() {
        return resolve(at(at(at(document, "components"), "responses"), "Problem404"));
    }

    /** Holds a text against the schema of a described content. */
    private List<String> validate(Json.JsonObject described, String type, String text) {
        Json.JsonObject content = at(described, "content");
        if (!content.fields().containsKey(type)) {
            return List.of("the media type (%s) isn't described, only %s"
                    .formatted(type, content.fields().keySet()));
        }
        if (!Set.of(JSON, PROBLEM, "application/schema+json").contains(type)) {
            return List.of();
        }
        return faults(at(at(content, type), "schema"), text);
    }

    /** Returns the deviations of a JSON text from a schema of the document. */
    public List<String> faults(Json.JsonObject schema, String text) {
        return schemas.computeIfAbsent(schema, this::compile).validate(text, InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }

    private Schema compile(Json schema) {
        var whole = new LinkedHashMap<String, Json>();
        whole.put("$schema", new Json.JsonString("https://json-schema.org/draft/2020-12/schema"));
        whole.put("components", at(document, "components"));
        whole.put("allOf", new Json.JsonArray(List.of(schema)));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonFormatter.format(new Json.JsonObject(whole)), InputFormat.JSON);
    }

    /** Resolves a reference within the document; returns other values unchanged. */
    public Json.JsonObject resolve(Json.JsonObject one) {
        String reference = text(one, "$ref");
        if (reference.isEmpty()) {
            return one;
        }
        Json.JsonObject found = document;
        for (String step : List.of(reference.substring("#/".length()).split("/", -1))) {
            found = at(found, step);
        }
        return found;
    }

    private static Json parse(String text) {
        if (JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good) {
            return good.value();
        }
        throw new AssertionError("The text is no JSON: " + text);
    }

    /** Returns the object in a field; empty if it is none. */
    public static Json.JsonObject at(Json.JsonObject within, String name) {
        return within.fields().get(name) instanceof Json.JsonObject found ? found : new Json.JsonObject(Map.of());
    }

    /** Returns the elements of the list in a field; none if it is no list. */
    public static List<Json> list(Json.JsonObject within, String name) {
        return within.fields().get(name) instanceof Json.JsonArray found ? found.elements() : List.of();
    }

    /** Returns the text in a field; empty if it is none. */
    public static String text(Json.JsonObject within, String name) {
        return within.fields().get(name) instanceof Json.JsonString found ? found.value() : "";
    }
}
