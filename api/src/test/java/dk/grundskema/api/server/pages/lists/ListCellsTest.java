package dk.grundskema.api.server.pages.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.Json;
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

/** Cells that name what stands in other lists. */
final class ListCellsTest {
    private static final Locale DANISH = Locale.of("da");
    private static final int MANY = 3000;

    private final List<Finding> wrong = new ArrayList<>();
    private int collected;

    /** A list that counts how often one of its elements is looked at. */
    private static final class Counted extends AbstractList<Json> {
        private final List<Json> all;
        private int looks;

        Counted(List<Json> all) {
            this.all = all;
        }

        @Override
        public Json get(int place) {
            looks++;
            return all.get(place);
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    private static Json thing(String id, String name) {
        return new Json.Structure(Map.of("id", new Json.Text(id), "name", new Json.Text(name)));
    }

    private static ListCells cells(String list, List<Json> things) {
        return cells(list, things, Stream::empty);
    }

    private static ListCells cells(String list, List<Json> things, Supplier<Stream<String>> subjects) {
        return new ListCells(
                Map.of(list, things),
                new KnownSubjects(subjects),
                new TimeCells(List.of(), DANISH),
                new Texts(DANISH, List.of(), Function.identity()));
    }

    private List<Json> rooms(ListCells cells, String text) {
        var column = new ListColumn("rooms", ListColumn.Form.NAMED, "rooms").many();
        return cells.read(column, text, Json.Nothing.NOTHING, "r0c0", wrong) instanceof Json.Listing all
                ? all.elements()
                : List.of();
    }

    @Test
    void aCommaIsWithinANameThatThereIsAndBetweenAllOthers() {
        ListCells cells =
                cells("rooms", List.of(thing("1", "Hal A, nord"), thing("2", "Hal A"), thing("3", "Værksted")));
        assertThat(rooms(cells, "hal a, NORD")).containsExactly(new Json.Text("1"));
        assertThat(rooms(cells, "Værksted; Hal A, nord; Hal A"))
                .containsExactly(new Json.Text("3"), new Json.Text("1"), new Json.Text("2"));
        assertThat(rooms(cells, "hal a, værksted")).containsExactly(new Json.Text("2"), new Json.Text("3"));
        assertThat(wrong).isEmpty();
        assertThat(rooms(cells, "Hal A, syd")).containsExactly(new Json.Text("2"));
        assertThat(wrong).containsExactly(Finding.error("pages.list-unknown", "r0c0", "syd", ""));
    }

    private List<Json> subjects(String text) {
        ListCells cells = cells("rooms", List.of(), () -> {
            collected++;
            return Stream.of("Dansk / Musik");
        });
        var column = new ListColumn("skills", ListColumn.Form.SUBJECT).many();
        return cells.read(column, text, Json.Nothing.NOTHING, "r0c0", wrong) instanceof Json.Listing all
                ? all.elements()
                : List.of();
    }

    @Test
    void aSlashBetweenBlanksIsBetweenSubjectsUnlessOneIsKnownByThatName() {
        assertThat(subjects("Dansk, engelsk")).hasSize(2);
        assertThat(collected).as("nobody had to know").isZero();
        assertThat(subjects("Dansk / Kreativt, engelsk"))
                .containsExactly(new Json.Text("Dansk"), new Json.Text("Kreativt"), new Json.Text("engelsk"));
        assertThat(subjects("tysk; Dansk / Kreativt / tysk"))
                .containsExactly(new Json.Text("tysk"), new Json.Text("Dansk"), new Json.Text("Kreativt"));
        assertThat(subjects("dansk / musik")).containsExactly(new Json.Text("dansk / musik"));
        assertThat(subjects("N/T, Fysik / kemi")).containsExactly(new Json.Text("N/T"), new Json.Text("Fysik / kemi"));
        var steps = new ListColumn("steps", ListColumn.Form.TEXT).many();
        assertThat(cells("rooms", List.of()).read(steps, "mod / ro", Json.Nothing.NOTHING, "r0c0", wrong))
                .as("no subjects")
                .isEqualTo(new Json.Listing(List.of(new Json.Text("mod / ro"))));
    }

    @Test
    void aLongListIsGoneThroughOnceHoweverManyCellsNameIt() {
        List<String> ids =
                IntStream.range(0, MANY).mapToObj(one -> "student-" + one).toList();
        var students = new Counted(
                ids.stream().map(one -> thing(one, "Elev " + one + " (3A)")).toList());
        ListCells cells = cells("students", students);
        var column = new ListColumn("members", ListColumn.Form.MEMBERS, "students");
        var members = new Json.Listing(ids.stream().<Json>map(Json.Text::new).toList());

        String shown = cells.shown(column, new Json.Structure(Map.of("members", members)));
        assertThat(shown).startsWith("Elev student-0 (3A), Elev student-1 (3A)").endsWith("Elev student-2999 (3A)");
        assertThat(cells.read(column, shown, members, "r0c0", wrong)).isEqualTo(members);
        assertThat(cells.read(column, shown.replace(" (3A)", ""), members, "r0c0", wrong))
                .isEqualTo(members);
        assertThat(wrong).isEmpty();
        assertThat(students.looks).isEqualTo(MANY);
    }
}
