package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dk.grundskema.api.documents.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows without ids are known again when they come back from a page. */
final class NeedTableSchemaTest {
    private final NeedTableSchema sheet = new NeedTableSchema(
            List.of(new ListColumn("who", ListColumn.CellForm.TEXT), new ListColumn("need", ListColumn.CellForm.TEXT)));

    private static Json.JsonObject row(String who, String need) {
        return new Json.JsonObject(Map.of("who", new Json.JsonString(who), "need", new Json.JsonString(need)));
    }

    @Test
    void movedOrChangedRowIsRecognised() {
        var before = List.of(row("1A", "3"), row("2B", "5"));
        var now = List.of(row("3C", "1"), row("1A", "3"), row("2B", "8"));
        List<String> keys = sheet.keys(before);
        assertThat(sheet.matchRows(keys, now))
                .containsEntry(keys.get(0), now.get(1))
                .containsEntry(keys.get(1), now.get(2))
                .hasSize(2);
    }

    @Test
    void ofRowsThatAreCalledTheSameNoneIsTakenForAnother() {
        var before = List.of(row("X", "a"), row("X", "b"));
        List<String> keys = sheet.keys(before);
        assertThat(sheet.matchRows(keys, List.of(row("X", "c")))).isEmpty();
        assertThat(sheet.matchRows(keys, List.of(row("X", "b")))).containsOnlyKeys(keys.get(1));
    }

    @Test
    void veryManyRowsAreKnownAgainInNoTime() {
        List<Json.JsonObject> before =
                IntStream.range(0, 20_000).mapToObj(i -> row("1A", "need " + i)).toList();
        List<Json.JsonObject> now =
                IntStream.range(0, 20_000).mapToObj(i -> row("2B", "need " + i)).toList();
        List<String> keys = sheet.keys(before);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(sheet.matchRows(keys, before.reversed())).hasSize(before.size());
            assertThat(sheet.matchRows(keys, now).size())
                    .as("no file has that name, though contents may match by chance")
                    .isLessThan(100);
        });
    }

    @Test
    void rowsOfNoneStayWhereTheyAre() {
        var before = List.of(row("", "a"), row("", "b"));
        var now = List.of(row("", "a"), row("", "c"));
        List<String> keys = sheet.keys(before);
        assertThat(sheet.matchRows(keys, now))
                .containsEntry(keys.get(1), now.get(1))
                .hasSize(2);
    }
}
