package dk.grundskema.api.service.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/** Describes request bodies with files, which are sent as multipart content. */
final class UploadSchemas {
    private UploadSchemas() {}

    private static Stream<MethodParameter> parts(HandlerMethod method) {
        return Stream.of(method.getMethodParameters()).filter(one -> one.hasParameterAnnotation(RequestPart.class));
    }

    /** Whether an operation takes files. */
    static boolean isIn(HandlerMethod method) {
        return parts(method).findAny().isPresent();
    }

    /**
     * The content of an operation.
     *
     * @param meanings of its parameters
     */
    static Map<String, Object> body(HandlerMethod method, Map<String, String> meanings) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        parts(method).forEach(part -> {
            String name =
                    method.getMethod().getParameters()[part.getParameterIndex()].getName();
            boolean isList = List.class.isAssignableFrom(part.getParameterType());
            var schema = new LinkedHashMap<String, Object>();
            if (meanings.containsKey(name)) {
                schema.put("description", meanings.get(name));
            }
            if (isList) {
                schema.put("type", "array");
                schema.put("minItems", 1);
                schema.put("items", file());
            } else {
                schema.putAll(file());
            }
            properties.put(name, schema);
            // Only the first part is required by the schema; the descriptions of the operations state which others are.
            if (required.isEmpty()) {
                required.add(name);
            }
        });
        var form = new LinkedHashMap<String, Object>();
        form.put("type", "object");
        form.put("properties", properties);
        form.put("required", required);
        var body = new LinkedHashMap<String, Object>();
        body.put("content", Map.of("multipart/form-data", Map.of("schema", form)));
        body.put("required", true);
        return body;
    }

    private static Map<String, Object> file() {
        var file = new LinkedHashMap<String, Object>();
        file.put("type", "string");
        file.put("contentMediaType", "application/octet-stream");
        return file;
    }
}
