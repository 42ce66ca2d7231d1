package dk.grundskema.api.server;

import static dk.grundskema.api.server.ServiceContract.at;
import static dk.grundskema.api.server.ServiceContract.list;
import static dk.grundskema.api.server.ServiceContract.text;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.server.Client.Sent;
import dk.grundskema.api.server.ServiceContract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program that knows nothing of the service but its OpenAPI document: it calls operations by their ids, sends only what the document
 * describes, and holds each answer against the document's schema.
 */
final class DescribedClient {
    private final Client client;
    private final ServiceContract contract;

    /**
     * @param client where to send, and as whom
     * @param text   the document
     */
    DescribedClient(Client client, String text) {
        this(client, new ServiceContract(text));
    }

    private DescribedClient(Client client, ServiceContract contract) {
        this.client = client;
        this.contract = contract;
    }

    /** The same program in somebody else's hands. */
    DescribedClient as(Client other) {
        return new DescribedClient(other, contract);
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
        Operation described = described(operation);
        Request request = request(described, parameters);
        Json.Structure taken = at(described.described(), "requestBody");
        assertThat(content == null || !taken.fields().isEmpty())
                .as("%s takes a content", operation)
                .isTrue();
        String body = content == null ? "" : JsonText.of(Json.fromJava(content));
        if (content != null) {
            assertThat(contract.faultsOfRequest(described, "application/json", body))
                    .as("%s is sent %s", operation, body.length() > 2000 ? body.substring(0, 2000) : body)
                    .isEmpty();
        }
        return checked(described, request.path(), request.sender().send(described.method(), request.address(), body));
    }

    /**
     * Calls an operation that takes files.
     *
     * @param parameters of path, query and header, by their names
     * @param files      what is sent
     */
    Client.Answer upload(String operation, Map<String, String> parameters, List<Sent> files) {
        Operation described = described(operation);
        Json.Structure content = at(at(described.described(), "requestBody"), "content");
        Json.Structure form = at(at(content, "multipart/form-data"), "schema");
        assertThat(at(form, "properties").fields().keySet())
                .as("parts of %s", operation)
                .containsAll(files.stream().map(Sent::part).toList());
        Request request = request(described, parameters);
        return checked(described, request.path(), request.sender().upload(request.address(), files));
    }

    /** A request to an operation, but for its content. */
    private record Request(Client sender, String path, List<String> query) {
        String address() {
            return query.isEmpty() ? path : path + "?" + String.join("&", query);
        }
    }

    private Operation described(String operation) {
        return contract.operation(operation)
                .orElseThrow(() -> new AssertionError("The document has no operation (%s).".formatted(operation)));
    }

    private Request request(Operation described, Map<String, String> parameters) {
        Client sender = client;
        String path = described.path();
        var query = new ArrayList<String>();
        var left = new HashMap<>(parameters);
        for (Json each : list(described.described(), "parameters")) {
            Json.Structure parameter = contract.resolved((Json.Structure) each);
            String name = text(parameter, "name");
            String value = left.remove(name);
            boolean isRequired = parameter.fields().get("required") instanceof Json.Truth truth && truth.value();
            assertThat(value != null || !isRequired)
                    .as("%s needs the parameter %s", described.id(), name)
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
        assertThat(left).as("parameters that %s doesn't have", described.id()).isEmpty();
        return new Request(sender, path, query);
    }

    private Client.Answer checked(Operation described, String path, Client.Answer answer) {
        assertThat(contract.faults(
                        described.method(), path, answer.status(), answer.header("Content-Type"), answer.body()))
                .as("%s answered %s", described.id(), answer)
                .isEmpty();
        return answer;
    }
}
