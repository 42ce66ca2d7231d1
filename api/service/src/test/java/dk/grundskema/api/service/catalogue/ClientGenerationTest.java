package dk.grundskema.api.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.domain.finding.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document follows the rules for client generation; {@code .ci/generated-clients} generates and compiles the clients. */
final class ClientGenerationTest {
    private static final Path COMMITTED = Path.of("src/main/resources/dk/grundskema/api/service/openapi.json");

    /** Values of a problem's fields, which may be anything that JSON has. */
    private static final Set<String> ANY_VALUE = Set.of(
            "/components/schemas/FieldChange/before",
            "/components/schemas/FieldChange/after",
            "/components/schemas/Mention/content");

    private static final Pattern PORTABLE_ID = Pattern.compile(PortableSchemas.ID);

    private static Map<?, ?> parsed(String text) {
        if (JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good
                && Json.toJava(good.value()) instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("The text is no JSON object: " + text);
    }

    @Test
    @Tag("http")
    void theDocumentKeepsToTheRules() throws IOException {
        assertThat(ClientGenerationRules.faults(parsed(Files.readString(COMMITTED)), ANY_VALUE))
                .isEmpty();
    }

    /** The check itself: each fault of a schema is found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                               | has no type
            {"format": "int64"}                                              | has no type
            {"anyOf": [{}, {"type": "null"}]}                                | /anyOf/0 has no type
            {"type": "array", "items": {}}                                   | /items has no type
            {"type": "object", "additionalProperties": {"format": "int64"}}  | /additionalProperties has no type
            {"type": "object", "properties": {"a": {}}}                      | /a has no type
            {"type": "string", "default": 1}                                 | is by default what it can't be
            {"$ref": "#/components/schemas/Day", "default": "NO_DAY"}        | is by default what it can't be
            {"type": "array", "items": {"type": "object"}, "default": [{}]}  | is a list of objects by default
            {"type": "array", "items": {"type": "string", "enum": ["A"]}}    | /items lists values that have no name
            {"type": "string", "pattern": "^\\\\p{L}$"}                      | has a pattern that some languages can't read
            {"type": "string", "pattern": "^(?<a>b)$"}                       | has a pattern that some languages can't read
            {"type": "object", "properties": {"a-b": {"type": "string"}, "aB": {"type": "string"}}} | a-b and aB become the same name
            {"$ref": "#/components/schemas/Nothing"}                         | refers to nothing
            {"oneOf": [{"type": "string"}, {"type": "integer"}]}             | is one of several without a discriminator
            """)
    void aFaultOfASchemaIsFound(String schema, String fault) {
        String document = """
                {"components": {"schemas": {
                  "Day": {"type": "string", "enum": ["MONDAY"]},
                  "Tried": {"type": "object", "properties": {"field": %s}}}}, "paths": {}}""";
        assertThat(ClientGenerationRules.faults(parsed(document.formatted("{\"type\": \"string\"}")), Set.of()))
                .isEmpty();
        assertThat(ClientGenerationRules.faults(parsed(document.formatted(schema)), Set.of()))
                .singleElement()
                .asString()
                .contains("/components/schemas/Tried", fault);
    }

    /** The check itself: each fault of names, answers and parameters is found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Day"           | "to.Day"           | schemas: toDay and to.Day become the same name
            "operationId"   | "summary"          | operations: null and null become the same name
            "second"        | "FIRST"            | operations: first and FIRST become the same name
            "If-Match"      | "after_"           | become the same name
            "string"        | "object"           | /200/text/event-stream is a text of another type
            "binary"        | "byte"             | is a file that isn't binary
            ["MONDAY"]      | ["MONDAY", null]   | has null among its values
            """)
    void aFaultOfNamesOrAnswersIsFound(String good, String bad, String fault) {
        String document = """
                {"components": {"schemas": {
                  "toDay": {"type": "string", "enum": ["MONDAY"]}, "Day": {"type": "integer"}}},
                 "paths": {
                  "/first": {"get": {"operationId": "first",
                    "parameters": [{"name": "after", "schema": {"type": "integer"}}, {"name": "If-Match", "schema": {"type": "integer"}}],
                    "responses": {"200": {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}}},
                  "/second": {"get": {"operationId": "second",
                    "responses": {"200": {"content": {"application/zip": {"schema": {"type": "null", "format": "binary"}}}}}}}}}""";
        assertThat(ClientGenerationRules.faults(parsed(document), Set.of())).isEmpty();
        assertThat(ClientGenerationRules.faults(parsed(document.replace(good, bad)), Set.of()))
                .anySatisfy(found -> assertThat(found).contains(fault));
    }

    /** A list that is too long would hide a schema that has lost its type. */
    @Test
    void schemaAllowedAsUntypedMustHaveNoType() {
        String document = """
                {"components": {"schemas": {"Tried": {"type": "object"}}}, "paths": {}}""";
        assertThat(ClientGenerationRules.faults(parsed(document), Set.of("/components/schemas/Tried")))
                .containsExactly("/components/schemas/Tried has a type after all");
    }

    /** Clients must refuse no id that the service takes; of ASCII they take no more than the service does. */
    @Test
    void thePortableFormOfIdsHoldsForEachId() {
        for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
            String text = Character.toString(sign);
            for (String id : List.of(text, "a" + text)) {
                boolean isId = Id.FORM.matcher(id).matches();
                boolean isPortable = PORTABLE_ID.matcher(id).matches();
                if (isId ? !isPortable : isPortable && sign < 0x80) {
                    throw new AssertionError("U+%04X in (%s) is taken by one form only".formatted(sign, id));
                }
            }
        }
        assertThat(PORTABLE_ID.matcher("a".repeat(120)).matches()).isTrue();
        assertThat(PORTABLE_ID.matcher("a".repeat(121)).matches()).isFalse();
    }
}
