package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cells that refer to elements of other lists. */
final class ListCellCodecTest {
    private static final Locale DANISH = Locale.of("da");
    private static final int MANY = 3000;

    private final List<Finding> findings = new ArrayList<>();
    private int collected;

    /** A list that counts accesses to its elements. */
    private static final class CountingList extends AbstractList<Json> {
        private final List<Json> elements;
        private int looks;

        CountingList(List<Json> elements) {
            this.elements = elements;
        }

        @Override
        public Json get(int place) {
            looks++;
            return elements.get(place);
        }

        @Override
        public int size() {
            return elements.size();
        }
    }

    private static Json thing(String id, String name) {
        return new Json.JsonObject(Map.of("id", new Json.JsonString(id), "name", new Json.JsonString(name)));
    }

    private static ListCellCodec cells(String list, List<Json> things) {
        return cells(list, things, Stream::empty);
    }

    private static ListCellCodec cells(String list, List<Json> things, Supplier<Stream<String>> subjects) {
        return new ListCellCodec(
                Map.of(list, things),
                new SubjectIndex(subjects),
                CellCodec.ofPlan(List.of()),
                new Texts(DANISH, List.of(), Function.identity()));
    }

    private List<Json> rooms(ListCellCodec cells, String text) {
        var column = new ListColumn("rooms", ListColumn.CellForm.NAMED, "rooms").withSeveral();
        return cells.read(column, text, Json.JsonNull.NOTHING, "r0c0", findings) instanceof Json.JsonArray all
                ? all.elements()
                : List.of();
    }

    @Test
    void aCommaIsWithinANameThatThereIsAndBetweenAllOthers() {
        ListCellCodec cells =
                cells("rooms", List.of(thing("1", "Hal A, nord"), thing("2", "Hal A"), thing("3", "Værksted")));
        assertThat(rooms(cells, "hal a, NORD")).containsExactly(new Json.JsonString("1"));
        assertThat(rooms(cells, "Værksted; Hal A, nord; Hal A"))
                .containsExactly(new Json.JsonString("3"), new Json.JsonString("1"), new Json.JsonString("2"));
        assertThat(rooms(cells, "hal a, værksted")).containsExactly(new Json.JsonString("2"), new Json.JsonString("3"));
        assertThat(findings).isEmpty();
        assertThat(rooms(cells, "Hal A, syd")).containsExactly(new Json.JsonString("2"));
        assertThat(findings).containsExactly(Finding.error("pages.list-unknown", "r0c0", "syd", ""));
    }

    private List<Json> subjects(String text) {
        ListCellCodec cells = cells("rooms", List.of(), () -> {
            collected++;
            return Stream.of("Dansk / Musik");
        });
        var column = new ListColumn("skills", ListColumn.CellForm.SUBJECT).withSeveral();
        return cells.read(column, text, Json.JsonNull.NOTHING, "r0c0", findings) instanceof Json.JsonArray all
                ? all.elements()
                : List.of();
    }

    @Test
    void aSlashBetweenBlanksIsBetweenSubjectsUnlessOneIsKnownByThatName() {
        assertThat(subjects("Dansk, engelsk")).hasSize(2);
        assertThat(collected).as("nobody had to know").isZero();
        assertThat(subjects("Dansk / Kreativt, engelsk"))
                .containsExactly(
                        new Json.JsonString("Dansk"), new Json.JsonString("Kreativt"), new Json.JsonString("engelsk"));
        assertThat(subjects("tysk; Dansk / Kreativt / tysk"))
                .containsExactly(
                        new Json.JsonString("tysk"), new Json.JsonString("Dansk"), new Json.JsonString("Kreativt"));
        assertThat(subjects("dansk / musik")).containsExactly(new Json.JsonString("dansk / musik"));
        assertThat(subjects("N/T, Fysik / kemi"))
                .containsExactly(new Json.JsonString("N/T"), new Json.JsonString("Fysik / kemi"));
        var steps = new ListColumn("steps", ListColumn.CellForm.TEXT).withSeveral();
        assertThat(cells("rooms", List.of()).read(steps, "mod / ro", Json.JsonNull.NOTHING, "r0c0", findings))
                .as("no subjects")
                .isEqualTo(new Json.JsonArray(List.of(new Json.JsonString("mod / ro"))));
    }

    @Test
    void aLongListIsGoneThroughOnceHoweverManyCellsNameIt() {
        List<String> ids =
                IntStream.range(0, MANY).mapToObj(one -> "student-" + one).toList();
        var students = new CountingList(
                ids.stream().map(one -> thing(one, "Elev " + one + " (3A)")).toList());
        ListCellCodec cells = cells("students", students);
        var column = new ListColumn("members", ListColumn.CellForm.MEMBERS, "students");
        var members =
                new Json.JsonArray(ids.stream().<Json>map(Json.JsonString::new).toList());

        String shown = cells.format(column, new Json.JsonObject(Map.of("members", members)));
        assertThat(shown).startsWith("Elev student-0 (3A), Elev student-1 (3A)").endsWith("Elev student-2999 (3A)");
        assertThat(cells.read(column, shown, members, "r0c0", findings)).isEqualTo(members);
        assertThat(cells.read(column, shown.replace(" (3A)", ""), members, "r0c0", findings))
                .isEqualTo(members);
        assertThat(findings).isEmpty();
        assertThat(students.looks).isEqualTo(MANY);
    }
}
