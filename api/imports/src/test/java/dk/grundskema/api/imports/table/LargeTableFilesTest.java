package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Large files are read completely. {@link LargeTableFiles} measures the speed. */
class LargeTableFilesTest {
    @Test
    void thirtyClassesInGrids() {
        var source = TableReaderFixture.readBytes("skema.xlsx", LargeTableFiles.grids(30));

        assertThat(source.lessons()).hasSize(30 * 28);
        assertThat(TableReaderFixture.describeLesson(source.lessons().get(3)))
                .isEqualTo("0A N/T T3 3 THURSDAY 08:00-08:45");
        assertThat(source.findings())
                .allSatisfy(each -> assertThat(each.finding().isError()).isFalse());
    }

    @Test
    @Tag("files")
    void aHundredThousandRows() {
        var source = TableReaderFixture.readBytes("kommune.csv", LargeTableFiles.rows(100_000));

        assertThat(source.findings()).isEmpty();
        assertThat(source.lessons()).hasSize(100_000);
        assertThat(TableReaderFixture.describeLesson(source.lessons().getLast()))
                .isEqualTo("9E KRI T99 399 FRIDAY [33, 34, 35, 36, 37, 38, 39, 40] 08:00-08:45");
        assertThat(source.lessons().getLast().place().where()).isEqualTo("A100001");
    }
}
