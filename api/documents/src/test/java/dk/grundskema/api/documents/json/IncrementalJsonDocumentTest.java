package dk.grundskema.api.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file written incrementally equals the same file written completely. */
final class IncrementalJsonDocumentTest {
    private static Json.JsonObject example(String name) {
        var read = (ReadResult.Success<Json>)
                JsonFileReader.read(Path.of("../../examples").resolve(name).resolve("problem.json"));
        return (Json.JsonObject) read.value();
    }

    private static Json.JsonObject with(Json.JsonObject root, String field, Json value) {
        var fields = new LinkedHashMap<>(root.fields());
        fields.put(field, value);
        return new Json.JsonObject(fields);
    }

    private static List<Json> elements(Json.JsonObject root, String field) {
        return new ArrayList<>(((Json.JsonArray) root.fields().get(field)).elements());
    }

    private static void assertSameAsFreshDocument(IncrementalJsonDocument written) {
        assertThat(written.text()).isEqualTo(JsonFormatter.format(written.json()));
        assertThat(written.hash()).isEqualTo(CanonicalJson.hash(written.json()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camp-3-weeks", "school-12-classes", "small-groups"})
    void aFileAndTheVersionsAfterItAreWrittenAsIfEachWereNew(String name) {
        IncrementalJsonDocument first = IncrementalJsonDocument.of(example(name));
        assertSameAsFreshDocument(first);
        List<Json> staff = elements(first.json(), "staff");
        staff.set(1, with((Json.JsonObject) staff.get(1), "name", new Json.JsonString("Æbleskive \"Ask\"\n")));
        IncrementalJsonDocument second = first.nextVersion(with(first.json(), "staff", new Json.JsonArray(staff)));
        assertSameAsFreshDocument(second);
        staff.remove(0);
        staff.addFirst(staff.removeLast());
        IncrementalJsonDocument third = second.nextVersion(with(second.json(), "staff", new Json.JsonArray(staff)));
        assertSameAsFreshDocument(third);
        IncrementalJsonDocument fourth = third.nextVersion(with(third.json(), "rooms", new Json.JsonArray(List.of())));
        assertSameAsFreshDocument(fourth);
        assertThat(List.of(first.hash(), second.hash(), third.hash(), fourth.hash()))
                .doesNotHaveDuplicates();
        IncrementalJsonDocument back = fourth.nextVersion(first.json());
        assertThat(back.text()).isEqualTo(first.text());
        assertThat(back.hash()).isEqualTo(first.hash());
    }

    @Test
    void theSameValueAtTwoPlacesOfListsStandsAtBoth() {
        Json one = new Json.JsonObject(new LinkedHashMap<>(java.util.Map.of("id", new Json.JsonString("a"))));
        var root = new Json.JsonObject(new LinkedHashMap<>(java.util.Map.of(
                "left", new Json.JsonArray(List.of(one, one)), "right", new Json.JsonArray(List.of(one)))));
        assertSameAsFreshDocument(IncrementalJsonDocument.of(root));
        assertThat(IncrementalJsonDocument.of(root).text().split("\"id\"", -1)).hasSize(4);
    }
}
