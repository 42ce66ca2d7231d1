package dk.grundskema.api.imports.table.file;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which cells of a table places name. */
final class TableTest {
    private static Table of(String sheet) {
        return new Table("school.xlsx", sheet, List.of(List.of("a", "b"), List.of("c")), MergedAreas.none());
    }

    @Test
    void aCellIsFoundByItsPlaceWhetherOrNotSomethingStandsThere() {
        for (Table table : List.of(of("Staff"), of("Staff!1"), of(""))) {
            assertThat(table.cell(table.place(1, 0))).contains(new CellName.Cell(1, 0));
            assertThat(table.cell(table.place(70, 30))).contains(new CellName.Cell(70, 30));
            assertThat(table.cell(table.place())).as("the whole sheet").isEmpty();
        }
    }

    @Test
    void aCellOfAnotherTableIsNotFound() {
        assertThat(of("Staff").cell(new SourceLocation("other.xlsx", "Staff!A1")))
                .isEmpty();
        assertThat(of("Staff").cell(new SourceLocation("school.xlsx", "Staff 2!A1")))
                .isEmpty();
        assertThat(of("Staff").cell(new SourceLocation("school.xlsx", "A1"))).isEmpty();
        assertThat(of("").cell(new SourceLocation("school.xlsx", "Staff!A1"))).isEmpty();
        assertThat(of("").cell(new SourceLocation("school.xlsx", "/title"))).isEmpty();
    }

    @Test
    void onlyItsOwnCellsAreMendedAndNoneBelowThatAreKnownToBeEmpty() {
        Table table = of("Staff");
        SourceLocation below = table.place(4, 0);
        SourceLocation unknown = table.place(2, 1);
        Table mended = table.withCorrections(
                Map.of(
                        table.place(0, 1),
                        " B ",
                        new SourceLocation("school.xlsx", "A1"),
                        "other",
                        new SourceLocation("school.xlsx", "Rooms!A1"),
                        "other",
                        below,
                        "left out",
                        unknown,
                        "7"),
                Set.of(unknown));
        assertThat(mended.rows()).containsExactly(List.of("a", "B"), List.of("c"), List.of("", "7"));
    }
}
