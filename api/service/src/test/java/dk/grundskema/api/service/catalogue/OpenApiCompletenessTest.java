package dk.grundskema.api.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.testing.OpenApiExamples;
import dk.grundskema.api.platform.testing.OpenApiValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document is sufficient for a reader who has nothing else. */
final class OpenApiCompletenessTest {
    private static final Path COMMITTED = Path.of("src/main/resources/dk/grundskema/api/service/openapi.json");

    /** Statuses that may answer any request. */
    private static final Set<String> ALWAYS = Set.of("400", "406", "429", "5XX");

    private final Map<?, ?> document = (Map<?, ?>) read();

    private static Object read() {
        try {
            if (JsonTreeParser.parse(Files.readString(COMMITTED)) instanceof ReadResult.Success<Json> good
                    && Json.toJava(good.value()) instanceof Map<?, ?> map) {
                return map;
            }
            throw new AssertionError("The document is no JSON.");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the object at a path of names in the document; an empty object if there is none. */
    private static Map<?, ?> at(Map<?, ?> from, String... names) {
        Map<?, ?> at = from;
        for (String name : names) {
            at = at.get(name) instanceof Map<?, ?> found ? found : Map.of();
        }
        return at;
    }

    private static boolean says(Map<?, ?> thing, String name) {
        return thing.get(name) instanceof String text && !text.isBlank();
    }

    /** The Javadoc above a record describes the record, not the operation that follows it. */
    @Test
    void noOperationIsToldInTheWordsOfASchema() {
        var ofSchemas = new TreeSet<String>();
        at(document, "components", "schemas").forEach((name, schema) -> {
            if (schema instanceof Map<?, ?> map && map.get("description") instanceof String text) {
                ofSchemas.add(text);
            }
        });
        assertThat(ofSchemas).isNotEmpty();
        operations(document)
                .forEach((id, operation) -> assertThat(String.valueOf(operation.get("description")))
                        .as(id)
                        .isNotIn(ofSchemas));
    }

    /** Returns the operations by their ids, or by method and path if they have none. */
    private static Map<String, Map<?, ?>> operations(Map<?, ?> document) {
        var all = new LinkedHashMap<String, Map<?, ?>>();
        at(document, "paths")
                .forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, operation) -> {
                    var described = (Map<?, ?>) operation;
                    String id = says(described, "operationId")
                            ? (String) described.get("operationId")
                            : method + " " + path + " has no operationId";
                    all.put(id, described);
                }));
        return all;
    }

    private static List<String> operationsWithoutText(Map<?, ?> document) {
        var missing = new ArrayList<String>();
        operations(document).forEach((id, operation) -> {
            if (id.contains(" ")) {
                missing.add(id);
            }
            if (!says(operation, "summary")) {
                missing.add(id + " has no summary");
            }
            if (!(operation.get("tags") instanceof List<?> tags) || tags.size() != 1) {
                missing.add(id + " isn't of one tag");
            }
            for (Object parameter : operation.get("parameters") instanceof List<?> list ? list : List.of()) {
                var described = (Map<?, ?>) parameter;
                if (!described.containsKey("$ref") && !says(described, "description")) {
                    missing.add(id + ": the parameter " + described.get("name") + " isn't described");
                }
            }
            at(operation, "requestBody", "content").forEach((type, content) -> {
                if (at((Map<?, ?>) content, "schema").isEmpty()) {
                    missing.add(id + ": what is sent as " + type + " has no schema");
                }
                undescribed(id + " is sent", at((Map<?, ?>) content, "schema"), missing);
            });
            answers(id, at(operation, "responses"), missing);
        });
        at(document, "components", "schemas").forEach((name, schema) -> {
            if (!says((Map<?, ?>) schema, "description")) {
                missing.add("the schema " + name + " isn't described");
            }
            undescribed(String.valueOf(name), (Map<?, ?>) schema, missing);
        });
        for (Object tag : document.get("tags") instanceof List<?> tags ? tags : List.of()) {
            if (!says((Map<?, ?>) tag, "description")) {
                missing.add("the tag " + ((Map<?, ?>) tag).get("name") + " isn't described");
            }
        }
        return missing;
    }

    private static void undescribed(String where, Map<?, ?> schema, List<String> missing) {
        at(schema, "properties").forEach((name, property) -> {
            if (!says((Map<?, ?>) property, "description")) {
                missing.add(where + ": " + name + " isn't described");
            }
        });
    }

    private static void answers(String id, Map<?, ?> responses, List<String> missing) {
        var good = new TreeSet<String>();
        responses.forEach((status, response) -> {
            String code = String.valueOf(status);
            if (code.startsWith("2")) {
                good.add(code);
                Map<?, ?> content = at((Map<?, ?>) response, "content");
                if (content.isEmpty() != code.equals("204")) {
                    missing.add(id + ": the content of its answer " + code + " isn't said");
                }
                content.forEach((type, form) -> {
                    if (at((Map<?, ?>) form, "schema").isEmpty()) {
                        missing.add(id + ": its answer " + code + " as " + type + " has no schema");
                    }
                });
            }
        });
        if (good.isEmpty()) {
            missing.add(id + " has no answer that is good");
        }
        for (String code : ALWAYS) {
            if (!responses.containsKey(code)) {
                missing.add(id + ": " + code + " isn't described");
            }
        }
    }

    @Test
    void everythingIsDescribed() {
        assertThat(operationsWithoutText(document)).isEmpty();
    }

    /** The check itself: each part that is removed from the document is reported. */
    @Test
    void partRemovedFromTheDocumentIsReported() {
        for (String gone : List.of("summary", "operationId", "tags", "description", "schema", "responses")) {
            assertThat(operationsWithoutText(without(document, gone))).as(gone).isNotEmpty();
        }
    }

    private static Map<?, ?> without(Map<?, ?> map, String gone) {
        var all = new LinkedHashMap<Object, Object>();
        map.forEach((name, value) -> {
            if (!name.equals(gone)) {
                all.put(name, withoutKey(value, gone));
            }
        });
        return all;
    }

    private static Object withoutKey(Object value, String gone) {
        return switch (value) {
            case Map<?, ?> map -> without(map, gone);
            case List<?> list -> list.stream().map(one -> withoutKey(one, gone)).toList();
            default -> value;
        };
    }

    /** Bodies that are too long for examples, such as the whole parameters of a plugin type. */
    private static final Set<String> TOO_LONG = Set.of("getOpenApi/200", "getPluginType/200");

    @Test
    void everyBodyHasAnExample() {
        var without = new TreeSet<String>();
        operations(document)
                .forEach((id, operation) -> bodies(operation).forEach((what, body) -> {
                    Map<?, ?> json = at(body, "content", "application/json");
                    if (!json.isEmpty() && !json.containsKey("example")) {
                        without.add(id + "/" + what);
                    }
                }));
        assertThat(without).isEqualTo(new TreeSet<>(TOO_LONG));
    }

    /** Returns the request body of an operation, and its successful responses by status. */
    private static Map<String, Map<?, ?>> bodies(Map<?, ?> operation) {
        var bodies = new LinkedHashMap<String, Map<?, ?>>();
        bodies.put("sent", at(operation, "requestBody"));
        at(operation, "responses").forEach((status, answer) -> {
            if (String.valueOf(status).startsWith("2")) {
                bodies.put(String.valueOf(status), (Map<?, ?>) answer);
            }
        });
        return bodies;
    }

    /** An example that the service would not accept or return is worse than none. */
    @Test
    void everyExampleIsAsItsSchemaSays() {
        var contract = OpenApiValidator.committed();
        var wrong = new ArrayList<String>();
        var seen = new ArrayList<String>();
        contract.operations().forEach(operation -> {
            var described = (Map<?, ?>) Json.toJava(operation.described());
            bodies(described).forEach((what, body) -> {
                Map<?, ?> json = at(body, "content", "application/json");
                if (json.containsKey("example")) {
                    String key = operation.id() + "/" + what;
                    seen.add(key);
                    var schema = (Json.JsonObject) Json.fromJava(at(json, "schema"));
                    contract.faults(schema, JsonFormatter.format(Json.fromJava(json.get("example"))))
                            .forEach(fault -> wrong.add(key + " " + fault));
                }
            });
        });
        assertThat(wrong).isEmpty();
        assertThat(seen).containsAll(OpenApiExamples.all().keySet());
    }

    @Test
    void filesAreSentInParts() {
        Map<String, Map<?, ?>> operations = operations(document);
        for (String id : List.of(
                "importFiles",
                "importFilesIntoPlan",
                "previewSchoolTimetable",
                "readArchive",
                "tryPlanSheets",
                "keepPlanSheets")) {
            Map<?, ?> content = at(operations.get(id), "requestBody", "content");
            assertThat(content.keySet()).as(id).isEqualTo(Set.of("multipart/form-data"));
            assertThat(at(content, "multipart/form-data", "schema").get("required"))
                    .as(id)
                    .isNotNull();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var places = new TreeSet<String>();
        references(document, places);
        assertThat(places)
                .isNotEmpty()
                .allSatisfy(place -> assertThat(
                                at(document, place.substring("#/".length()).split("/")))
                        .as(place)
                        .isNotEmpty());
        assertThat(OpenApiValidator.committed().operations())
                .hasSameSizeAs(operations(document).keySet());
    }

    private static void references(Object value, Set<String> places) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((name, each) -> {
                    if (name.equals("$ref") && each instanceof String place) {
                        places.add(place);
                    }
                    references(each, places);
                });
            case List<?> list -> list.forEach(one -> references(one, places));
            default -> {}
        }
    }
}
