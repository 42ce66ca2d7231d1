package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of co-teaching by the headings that schools give their columns. */
class CoTeachingListsTest {
    private static final TableReader READER =
            new TableReader(ListDefinition.of(PluginRegistry.load(CoTeachingListsTest.class.getClassLoader())
                    .find("co-teaching")
                    .orElseThrow()));

    private static SourceData read(String file, String text) {
        return READER.read(file, text.getBytes(StandardCharsets.UTF_8), ReadingHints.none());
    }

    private static List<String> rows(SourceData source) {
        return source.rows().stream()
                .map(row -> {
                    var cells = new TreeMap<String, String>();
                    row.cells().forEach((column, cell) -> cells.put(column, cell.text()));
                    return row.list() + " " + cells;
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Type; Lektioner om ugen",
                "Ordning; Lektioner pr. uge",
                "Ordninger; Lektioner pr uge",
                "Typer; Lektioner/uge",
                "Ordning; Lekt./uge",
                "Ordning; Lekt. pr. uge",
                "ORDNING:; antal lektioner",
                "Scheme; Lessons per week",
                "Types; Number of lessons"
            })
    void needsAreKnownByUsualHeadings(String scheme, String lessons) {
        SourceData source = read("behov.csv", "Klasse;%s;%s\n1A;type 1;10,5\n".formatted(scheme, lessons));

        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(rows(source)).containsExactly("needs {class=1A, lessons=10,5, scheme=type 1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Typer; Lektioner om ugen",
                "Type; Lektioner pr. uge",
                "Ordning; Lektioner/uge",
                "Ordninger; Lekt./uge",
                "Typer; Lekt. om ugen",
                "Typer; Antal lektioner",
                "Schemes; Lessons/week",
                "Types; Lessons per week"
            })
    void coTeachersAreKnownByUsualHeadings(String schemes, String lessons) {
        SourceData source = read("tolærere.csv", "Medarbejder;%s;%s\nMH;type 1;12\n".formatted(schemes, lessons));

        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(rows(source)).containsExactly("pool {lessons=12, schemes=type 1, staff=MH}");
    }

    @Test
    void aListWhoseHeadingsAreAllKnownIsReadWhateverTheFileIsCalled() {
        SourceData pool = read("medarbejdere.csv", "Medarbejder;Typer;Lektioner om ugen\nMH;type 2;12\n");

        assertThat(TableReaderFixture.describeFindings(pool)).isEmpty();
        assertThat(rows(pool)).containsExactly("pool {lessons=12, schemes=type 2, staff=MH}");
        assertThat(pool.staff()).isEmpty();
    }

    @Test
    void aListOfStaffStaysOneIfItsHeadingsAreThose() {
        SourceData staff = read("tolærere.csv", "Navn;Initialer;Fag;Timer om ugen\nMette Holm;MH;Dansk;37\n");

        assertThat(rows(staff)).isEmpty();
        assertThat(staff.staff()).extracting(one -> one.key().text()).containsExactly("MH");
        assertThat(read("medarbejdere.csv", "Medarbejder;Typer\nMH;type 2\n").staff())
                .as("two headings do not outweigh the name of the file")
                .hasSize(1);
    }
}
