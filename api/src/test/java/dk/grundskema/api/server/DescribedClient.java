package dk.grundskema.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that knows nothing of the service but its OpenAPI document: it calls operations by their ids, sends only what the document
 * describes, and holds each answer against the document's schema.
 */
final class DescribedClient {
    private final Client client;
    private final Map<String, Operation> operations = new HashMap<>();
    private final Json.Structure document;

    /** An operation as the document describes it. */
    private record Operation(String method, String path, Json.Structure described) {}

    /**
     * @param client where to send, and as whom
     * @param text   the document
     */
    DescribedClient(Client client, String text) {
        this.client = client;
        this.document = (Json.Structure) parsed(text);
        at(document, "paths")
                .fields()
                .forEach((path, methods) -> ((Json.Structure) methods).fields().forEach((method, described) -> {
                    if (described instanceof Json.Structure operation
                            && operation.fields().get("operationId") instanceof Json.Text id) {
                        operations.put(id.value(), new Operation(method, path, operation));
                    }
                }));
    }

    private static Json parsed(String text) {
        if (JsonParsing.parse(text) instanceof Read.Good<Json> good) {
            return good.value();
        }
        throw new AssertionError("The text is no JSON: " + text);
    }

    private static Json.Structure at(Json.Structure within, String name) {
        return within.fields().get(name) instanceof Json.Structure found ? found : new Json.Structure(Map.of());
    }

    /** Ids of all operations. */
    Set<String> operations() {
        return operations.keySet();
    }

    /**
     * Calls an operation without content.
     *
     * @param parameters of path, query and header, by their names
     */
    Client.Answer call(String operation, Map<String, String> parameters) {
        return call(operation, parameters, null);
    }

    /**
     * Calls an operation.
     *
     * @param parameters of path, query and header, by their names
     * @param content    what is sent, in the JDK's terms; {@code null} means nothing
     */
    Client.Answer call(String operation, Map<String, String> parameters, @Nullable Map<String, ?> content) {
        Operation described = operations.get(operation);
        assertThat(described)
                .as("operation %s of %s", operation, operations.keySet())
                .isNotNull();
        Client sender = client;
        String path = described.path();
        var query = new ArrayList<String>();
        var left = new HashMap<>(parameters);
        for (Json each : list(described.described(), "parameters")) {
            Json.Structure parameter = resolved((Json.Structure) each);
            String name = text(parameter, "name");
            String value = left.remove(name);
            boolean isRequired = parameter.fields().get("required") instanceof Json.Truth truth && truth.value();
            assertThat(value != null || !isRequired)
                    .as("%s needs the parameter %s", operation, name)
                    .isTrue();
            if (value != null) {
                String encoded =
                        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
                switch (text(parameter, "in")) {
                    case "path" -> path = path.replace("{" + name + "}", encoded);
                    case "query" -> query.add(name + "=" + encoded);
                    default -> sender = sender.with(name, value);
                }
            }
        }
        assertThat(left).as("parameters that %s doesn't have", operation).isEmpty();
        String body = content == null ? "" : JsonText.of(Json.fromJava(content));
        if (content != null) {
            hold(operation + " is sent", at(described.described(), "requestBody"), "application/json", body);
        }
        String address = query.isEmpty() ? path : path + "?" + String.join("&", query);
        Client.Answer answer = sender.send(described.method().toUpperCase(java.util.Locale.ROOT), address, body);
        check(operation, described, answer);
        return answer;
    }

    private void check(String operation, Operation described, Client.Answer answer) {
        Json.Structure responses = at(described.described(), "responses");
        assertThat(responses.fields()).as("%s answered %s", operation, answer).containsKey("" + answer.status());
        String type = answer.header("Content-Type").replaceAll(";.*", "");
        if (type.endsWith("json")) {
            hold(operation + " answers", resolved(at(responses, "" + answer.status())), type, answer.body());
        }
    }

    /** What a reference within the document leads to; anything else is itself. */
    private Json.Structure resolved(Json.Structure one) {
        String reference = text(one, "$ref");
        if (reference.isEmpty()) {
            return one;
        }
        Json.Structure found = document;
        for (String step : List.of(reference.substring("#/".length()).split("/", -1))) {
            found = at(found, step);
        }
        return found;
    }

    /** Holds a text against the schema of a described content. */
    private void hold(String what, Json.Structure described, String type, String text) {
        Json.Structure schema = at(at(at(described, "content"), type), "schema");
        assertThat(schema.fields())
                .as("%s: schema for %s in %s", what, type, described)
                .isNotEmpty();
        var whole = new LinkedHashMap<String, Json>();
        whole.put("$schema", new Json.Text("https://json-schema.org/draft/2020-12/schema"));
        whole.put("components", at(document, "components"));
        whole.put("allOf", new Json.Listing(List.of(schema)));
        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonText.of(new Json.Structure(whole)), InputFormat.JSON)
                .validate(text, InputFormat.JSON);
        assertThat(errors)
                .as("%s: %s", what, text.length() > 2000 ? text.substring(0, 2000) : text)
                .isEmpty();
    }

    private static List<Json> list(Json.Structure within, String name) {
        return within.fields().get(name) instanceof Json.Listing found ? found.elements() : List.of();
    }

    private static String text(Json.Structure within, String name) {
        return within.fields().get(name) instanceof Json.Text found ? found.value() : "";
    }
}
