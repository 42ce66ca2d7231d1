package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.platform.testing.OpenApiExamples;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds examples to the schemas of requests and responses. */
final class OpenApiExampleInserter {
    private static final String JSON = "application/json";

    private OpenApiExampleInserter() {}

    /** Adds the known examples to an operation. */
    static void insertInto(Map<String, Object> operation, Map<String, Object> responses) {
        String id = String.valueOf(operation.get("operationId"));
        operation.computeIfPresent("requestBody", (name, body) -> with(body, id + "/sent"));
        responses.replaceAll((status, answer) -> with(answer, id + "/" + status));
    }

    private static Object with(Object described, String key) {
        Object example = OpenApiExamples.all().get(key);
        if (example == null
                || !(described instanceof Map<?, ?> body)
                || !(body.get("content") instanceof Map<?, ?> content)
                || !(content.get(JSON) instanceof Map<?, ?> json)) {
            return described;
        }
        Map<String, Object> media = copy(json);
        media.put("example", example);
        Map<String, Object> types = copy(content);
        types.put(JSON, media);
        Map<String, Object> whole = copy(body);
        whole.put("content", types);
        return whole;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
