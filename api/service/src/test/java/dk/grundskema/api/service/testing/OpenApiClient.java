package dk.grundskema.api.service.testing;

import static dk.grundskema.api.platform.testing.OpenApiValidator.at;
import static dk.grundskema.api.platform.testing.OpenApiValidator.list;
import static dk.grundskema.api.platform.testing.OpenApiValidator.text;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.platform.testing.OpenApiValidator;
import dk.grundskema.api.platform.testing.OpenApiValidator.Operation;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client that knows only the OpenAPI document of the service. It calls operations by their ids, sends only what the document describes, and
 * validates each response against the document's schema.
 */
public final class OpenApiClient {
    private final ServiceClient client;
    private final OpenApiValidator contract;

    /**
     * @param client client with address and credentials
     * @param text   the document
     */
    public OpenApiClient(ServiceClient client, String text) {
        this(client, new OpenApiValidator(text));
    }

    private OpenApiClient(ServiceClient client, OpenApiValidator contract) {
        this.client = client;
        this.contract = contract;
    }

    /** Returns the same client with other credentials. */
    public OpenApiClient using(ServiceClient other) {
        return new OpenApiClient(other, contract);
    }

    /**
     * Calls an operation without content.
     *
     * @param parameters of path, query and header, by their names
     */
    public ServiceClient.Answer call(String operation, Map<String, String> parameters) {
        return call(operation, parameters, null);
    }

    /**
     * Calls an operation.
     *
     * @param parameters of path, query and header, by their names
     * @param content    body as JDK collections and values; {@code null} means none
     */
    public ServiceClient.Answer call(
            String operation, Map<String, String> parameters, @Nullable Map<String, ?> content) {
        Operation described = findOperation(operation);
        Request request = request(described, parameters);
        Json.JsonObject taken = at(described.described(), "requestBody");
        assertThat(content == null || !taken.fields().isEmpty())
                .as("%s takes a content", operation)
                .isTrue();
        String body = content == null ? "" : JsonFormatter.format(Json.fromJava(content));
        if (content != null) {
            assertThat(contract.faultsOfRequest(described, "application/json", body))
                    .as("%s is sent %s", operation, body.length() > 2000 ? body.substring(0, 2000) : body)
                    .isEmpty();
        }
        return checkAnswer(
                described, request.path(), request.sender().send(described.method(), request.address(), body));
    }

    /**
     * Calls an operation with files.
     *
     * @param parameters parameters of path, query and header, by their names
     * @param files      uploaded files
     */
    public ServiceClient.Answer upload(String operation, Map<String, String> parameters, List<UploadedFile> files) {
        Operation described = findOperation(operation);
        Json.JsonObject content = at(at(described.described(), "requestBody"), "content");
        Json.JsonObject form = at(at(content, "multipart/form-data"), "schema");
        assertThat(at(form, "properties").fields().keySet())
                .as("parts of %s", operation)
                .containsAll(files.stream().map(UploadedFile::part).toList());
        Request request = request(described, parameters);
        return checkAnswer(described, request.path(), request.sender().upload(request.address(), files));
    }

    /** A request to an operation, but for its content. */
    private record Request(ServiceClient sender, String path, List<String> query) {
        String address() {
            return query.isEmpty() ? path : path + "?" + String.join("&", query);
        }
    }

    private Operation findOperation(String operation) {
        return contract.operation(operation)
                .orElseThrow(() -> new AssertionError("The document has no operation (%s).".formatted(operation)));
    }

    private Request request(Operation described, Map<String, String> parameters) {
        ServiceClient sender = client;
        String path = described.path();
        var query = new ArrayList<String>();
        var left = new HashMap<>(parameters);
        for (Json each : list(described.described(), "parameters")) {
            Json.JsonObject parameter = contract.resolve((Json.JsonObject) each);
            String name = text(parameter, "name");
            String value = left.remove(name);
            boolean isRequired = parameter.fields().get("required") instanceof Json.JsonBoolean truth && truth.value();
            assertThat(value != null || !isRequired)
                    .as("%s needs the parameter %s", described.id(), name)
                    .isTrue();
            if (value != null) {
                String encoded =
                        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
                switch (text(parameter, "in")) {
                    case "path" -> path = path.replace("{" + name + "}", encoded);
                    case "query" -> query.add(name + "=" + encoded);
                    default -> sender = sender.withHeader(name, value);
                }
            }
        }
        assertThat(left).as("parameters that %s doesn't have", described.id()).isEmpty();
        return new Request(sender, path, query);
    }

    private ServiceClient.Answer checkAnswer(Operation described, String path, ServiceClient.Answer answer) {
        assertThat(contract.faults(
                        described.method(), path, answer.status(), answer.header("Content-Type"), answer.body()))
                .as("%s answered %s", described.id(), answer)
                .isEmpty();
        return answer;
    }
}
