package dk.grundskema.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are written from their earlier versions are what they would be if they were written at once. */
final class WrittenFileTest {
    private static Json.Structure example(String name) {
        var read = (Read.Good<Json>)
                JsonFile.read(Path.of("../examples").resolve(name).resolve("problem.json"));
        return (Json.Structure) read.value();
    }

    private static Json.Structure with(Json.Structure root, String field, Json value) {
        var fields = new LinkedHashMap<>(root.fields());
        fields.put(field, value);
        return new Json.Structure(fields);
    }

    private static List<Json> elements(Json.Structure root, String field) {
        return new ArrayList<>(((Json.Listing) root.fields().get(field)).elements());
    }

    private static void assertAsIfNew(WrittenFile written) {
        assertThat(written.text()).isEqualTo(JsonText.of(written.json()));
        assertThat(written.hash()).isEqualTo(Canonical.hash(written.json()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camp-3-weeks", "school-12-classes", "small-groups"})
    void aFileAndTheVersionsAfterItAreWrittenAsIfEachWereNew(String name) {
        WrittenFile first = WrittenFile.of(example(name));
        assertAsIfNew(first);
        List<Json> staff = elements(first.json(), "staff");
        staff.set(1, with((Json.Structure) staff.get(1), "name", new Json.Text("Æbleskive \"Ask\"\n")));
        WrittenFile second = first.next(with(first.json(), "staff", new Json.Listing(staff)));
        assertAsIfNew(second);
        staff.remove(0);
        staff.addFirst(staff.removeLast());
        WrittenFile third = second.next(with(second.json(), "staff", new Json.Listing(staff)));
        assertAsIfNew(third);
        WrittenFile fourth = third.next(with(third.json(), "rooms", new Json.Listing(List.of())));
        assertAsIfNew(fourth);
        assertThat(List.of(first.hash(), second.hash(), third.hash(), fourth.hash()))
                .doesNotHaveDuplicates();
        WrittenFile back = fourth.next(first.json());
        assertThat(back.text()).isEqualTo(first.text());
        assertThat(back.hash()).isEqualTo(first.hash());
    }

    @Test
    void theSameValueAtTwoPlacesOfListsStandsAtBoth() {
        Json one = new Json.Structure(new LinkedHashMap<>(java.util.Map.of("id", new Json.Text("a"))));
        var root = new Json.Structure(new LinkedHashMap<>(java.util.Map.of(
                "left", new Json.Listing(List.of(one, one)), "right", new Json.Listing(List.of(one)))));
        assertAsIfNew(WrittenFile.of(root));
        assertThat(WrittenFile.of(root).text().split("\"id\"", -1)).hasSize(4);
    }
}
