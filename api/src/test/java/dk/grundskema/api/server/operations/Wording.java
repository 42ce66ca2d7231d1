package dk.grundskema.api.server.operations;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** What the description says that is the same for many operations. */
final class Wording {
    private static final Map<String, String> STATUSES = new TreeMap<>(Map.of(
            "ResponseEntity.ok(", "200",
            "ResponseEntity.created(", "201",
            "HttpStatus.CREATED", "201",
            "ResponseEntity.accepted(", "202",
            "HttpStatus.ACCEPTED", "202",
            "ResponseEntity.noContent(", "204"));

    private Wording() {}

    static Map<String, Object> info() {
        return ordered(
                "title",
                "Grundskema",
                "version",
                "1",
                "description",
                "Plans of intensive courses and other interventions at schools: kept with their history, solved, edited, shared. "
                        + "Every answer that refuses is a problem as RFC 9457 has it, with everything that is wrong. "
                        + "What is empty is left out of answers: absent means empty.",
                "license",
                ordered("name", "Apache 2.0", "identifier", "Apache-2.0"));
    }

    static Map<String, Object> securitySchemes() {
        return ordered(
                "token",
                ordered("type", "http", "scheme", "bearer", "description", "A personal API token."),
                "session",
                ordered(
                        "type",
                        "apiKey",
                        "in",
                        "cookie",
                        "name",
                        "grundskema",
                        "description",
                        "The session of somebody who signed in."));
    }

    static Map<String, Object> parameters() {
        var text = Map.of("type", "string");
        return ordered(
                "AcceptLanguage",
                header(
                        "Accept-Language",
                        "Language of texts in the answer: da (otherwise) or en.",
                        ordered("type", "string", "default", "da")),
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        "Any text of 1 to 200 characters that names this request. The same request again within 24 hours gets the same answer and does nothing; another request with the same key is refused (422).",
                        ordered("type", "string", "minLength", 1, "maxLength", 200)),
                "IfMatch",
                header(
                        "If-Match",
                        "The ETag that was got last. Without it: 428; if the thing has changed since: 412.",
                        ordered("type", "string", "examples", List.of("\"7\""))),
                "IfNoneMatch",
                header("If-None-Match", "The ETag of what is there already; if it is still the same: 304.", text),
                "LastEventID",
                header(
                        "Last-Event-ID",
                        "The id of the last event that was received; the answer goes on after it.",
                        text));
    }

    private static Map<String, Object> header(String name, String description, Map<String, ?> schema) {
        return ordered("name", name, "in", "header", "required", false, "description", description, "schema", schema);
    }

    static Map<String, Object> headers() {
        return ordered(
                "ETag",
                ordered("description", "Names this state of the thing.", "schema", Map.of("type", "string")),
                "Location",
                ordered("description", "Where the new thing is.", "schema", Map.of("type", "string")),
                "RetryAfter",
                ordered("description", "Seconds to wait.", "schema", Map.of("type", "integer")),
                "RequestId",
                ordered("description", "Names the request in the service's logs.", "schema", Map.of("type", "string")));
    }

    /** What a parameter of that name means wherever it is. */
    static @Nullable String meaning(String name) {
        return switch (name) {
            case "organisation" -> "Id of an organisation.";
            case "plan" -> "Id of a plan.";
            case "after" -> "Where the page begins: next of the page before; absent means the first page.";
            case "before" -> "Where the page begins: next of the page before; absent means the latest.";
            default -> null;
        };
    }

    /**
     * The statuses of what goes well, as the code says them, for the framework can't know; an operation that says them elsewhere states
     * them by {@code @ApiResponse}.
     */
    static Map<String, Object> statuses(HandlerMethod method, String code, Map<String, Object> found) {
        boolean isStated = method.hasMethodAnnotation(ApiResponse.class)
                || method.hasMethodAnnotation(ApiResponses.class)
                || method.hasMethodAnnotation(ResponseStatus.class);
        Object content = found.values().stream().findFirst().orElse(Map.of());
        var statuses = new LinkedHashMap<String, Object>();
        if (!isStated) {
            STATUSES.forEach((call, status) -> {
                if (code.contains(call)) {
                    statuses.put(status, status.equals("204") ? Map.of() : content);
                }
            });
        }
        return statuses.isEmpty() ? found : statuses;
    }

    /** Answers of what went well, with their headers. */
    static Map<String, Object> answers(Map<String, Object> found, boolean isGuarded) {
        var answers = new LinkedHashMap<String, Object>();
        found.forEach((status, answer) -> {
            var described = new LinkedHashMap<String, Object>();
            var headers = new LinkedHashMap<String, Object>();
            headers.put("X-Request-Id", Map.of("$ref", "#/components/headers/RequestId"));
            if (isGuarded) {
                headers.put("ETag", Map.of("$ref", "#/components/headers/ETag"));
            }
            if (status.equals("201") || status.equals("202")) {
                headers.put("Location", Map.of("$ref", "#/components/headers/Location"));
            }
            described.put("description", words(status));
            described.put("headers", headers);
            if (answer instanceof Map<?, ?> map && map.get("content") instanceof Map<?, ?> content) {
                described.put("content", typed(content));
            }
            answers.put(status, described);
        });
        return answers;
    }

    private static Map<String, Object> typed(Map<?, ?> content) {
        var typed = new LinkedHashMap<String, Object>();
        content.forEach(
                (type, body) -> typed.put("*/*".equals(type) ? "application/json" : String.valueOf(type), plain(body)));
        return typed;
    }

    /** Bytes are written as they are. */
    private static Object plain(Object body) {
        boolean isBytes = body instanceof Map<?, ?> map
                && map.get("schema") instanceof Map<?, ?> schema
                && "byte".equals(schema.get("format"));
        return isBytes ? Map.of("schema", Map.of()) : body;
    }

    private static String words(String status) {
        return switch (status) {
            case "201" -> "Made.";
            case "202" -> "Taken on; it is done in the background.";
            case "204" -> "Done; there is nothing to say.";
            default -> "Done.";
        };
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
