package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Which rows of a grid are lessons, which weekdays head it, and whose it is. */
class GridShapesTest {
    private static SourceData grid(String text) {
        return TableReaderFixture.readText("4B.csv", text);
    }

    private static List<String> errors(SourceData source) {
        return TableReaderFixture.describeFindings(source).stream()
                .filter(line -> !line.startsWith("INFO"))
                .toList();
    }

    private static SourceData sheet(String name, Consumer<Worksheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            fill.accept(book.newWorksheet(name));
        }
        return TableReaderFixture.readBytes("skema.xlsx", bytes.toByteArray());
    }

    private static void rows(Worksheet sheet, String... rows) {
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split(";", -1);
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
    }

    @Test
    void rowsWithoutATimeGoOnWithTheLessonAbove() {
        var source = grid("""
                Tid;Mandag;Tirsdag
                8.00-8.45;DAN;MAT LK
                ;MH;
                ;12;
                9.00-9.45;IDR JP;
                """);

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH 12 MONDAY 08:00-08:45",
                        "4B MAT LK - TUESDAY 08:00-08:45",
                        "4B IDR JP - MONDAY 09:00-09:45");
        assertThat(errors(source)).isEmpty();
    }

    @Test
    void timeOverSeveralRowsIsOneLesson() throws IOException {
        var source = sheet("4B", sheet -> {
            rows(sheet, "Tid;Mandag;Tirsdag", "8.00-8.45;DAN;MAT LK", ";MH;", "9.00-9.45;IDR JP;");
            sheet.range(1, 0, 2, 0).merge();
        });

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH - MONDAY 08:00-08:45",
                        "4B MAT LK - TUESDAY 08:00-08:45",
                        "4B IDR JP - MONDAY 09:00-09:45");
    }

    @Test
    void rowOfLowerEndsOfCellsSaysNothing() throws IOException {
        var source = sheet("4B", sheet -> {
            rows(sheet, "Tid;Mandag;Tirsdag", "8.00-8.45;DAN MH;MAT LK", ";;", "9.00-9.45;IDR JP;");
            sheet.range(1, 1, 2, 1).merge();
            sheet.range(1, 2, 2, 2).merge();
        });

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH - MONDAY 08:00-08:45",
                        "4B MAT LK - TUESDAY 08:00-08:45",
                        "4B IDR JP - MONDAY 09:00-09:45");
        assertThat(errors(source)).isEmpty();
    }

    @Test
    void numberedLessonsUnderOneCellAreCounted() throws IOException {
        var source = sheet("4B", sheet -> {
            rows(sheet, "Lektion;Mandag;Tirsdag", "1;DAN MH;", "2;;MAT LK", "3;;");
            sheet.range(1, 1, 3, 1).merge();
        });

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("4B DAN MH - MONDAY #1x3", "4B MAT LK - TUESDAY #2x1");
    }

    @Test
    void remarksAreSaidOnceWhereTheFirstStands() {
        var between =
                grid("Tid;Mandag;Tirsdag\n8.00-8.45;DAN MH;\nHusk madpakke;;\nOgså i morgen;;\n9.00-9.45;MAT LK;\n");
        assertThat(TableReaderFixture.describeLessons(between))
                .containsExactly("4B DAN MH - MONDAY 08:00-08:45", "4B MAT LK - MONDAY 09:00-09:45");
        assertThat(TableReaderFixture.describeFindings(between)).contains("INFO A3 import.grid.remarks [A3]");
        assertThat(errors(between)).isEmpty();

        var before = grid("Tid;Mandag;Tirsdag\n;Uge 33;Uge 33\n8.00-8.45;DAN MH;\n");
        assertThat(TableReaderFixture.describeLessons(before)).containsExactly("4B DAN MH - MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeFindings(before)).contains("INFO A2 import.grid.remarks [A2]");

        var below = grid("Tid;Mandag;Tirsdag\n8.00-8.45;DAN MH;\n\nSenere;MAT LK;\n");
        assertThat(TableReaderFixture.describeLessons(below)).containsExactly("4B DAN MH - MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeFindings(below)).contains("INFO A4 import.grid.remarks [A4]");
        assertThat(errors(below)).isEmpty();
    }

    @Test
    void gridsMayStandBelowEachOther() {
        var source = TableReaderFixture.readText(
                "skema.csv", "4A;Mandag;Tirsdag\n8.00-8.45;DAN MH;\n4B;Mandag;Tirsdag\n8.00-8.45;;MAT LK\n");

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("4A DAN MH - MONDAY 08:00-08:45", "4B MAT LK - TUESDAY 08:00-08:45");
        assertThat(errors(source)).isEmpty();
        assertThat(errors(TableReaderFixture.readText(
                        "skema.csv", "4A;Mandag;Tirsdag\n8.00-8.45;DAN MH;\nTid;Mandag;Tirsdag\n8.00-8.45;;MAT LK\n")))
                .as("the first title does not apply to the second")
                .containsExactly("ERROR A3 import.grid.no-class []");
    }

    @Test
    void aBreakByTheClockEndsWhatBegan() {
        assertThat(TableReaderFixture.describeLessons(
                        grid("Tid;Mandag;Tirsdag\n8.00;DAN MH;\n8.50-9.00;Frikvarter;\n9.00;MAT LK;\n")))
                .containsExactly("4B DAN MH - MONDAY 08:00-08:50", "4B MAT LK - MONDAY 09:00-09:50");
    }

    @Test
    void sevenIsAnHourAndTwentyFourIsNone() {
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n7;DAN MH;\n8;MAT LK;\n")))
                .containsExactly("4B DAN MH - MONDAY 07:00-08:00", "4B MAT LK - MONDAY 08:00-09:00");
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n6;DAN MH;\n8;MAT LK;\n")))
                .containsExactly("4B DAN MH - MONDAY #6x1", "4B MAT LK - MONDAY #8x1");
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n23;DAN MH;\n")))
                .containsExactly("4B DAN MH - MONDAY 23:00-23:45");
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n24;DAN MH;\n")))
                .containsExactly("4B DAN MH - MONDAY #24x1");
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n8;DAN MH;\n9.00-9.30;MAT LK;\n")))
                .containsExactly("4B DAN MH - MONDAY 08:00-09:00", "4B MAT LK - MONDAY 09:00-09:30");
    }

    @Test
    void smallNumbersWithADashAreLessonsAndLargeOnesHours() {
        assertThat(TableReaderFixture.describeLessons(grid("Lektion;Mandag;Tirsdag\n1-2;DAN MH;\n")))
                .containsExactly("4B DAN MH - MONDAY #1x2");
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n7-8;DAN MH;\n")))
                .containsExactly("4B DAN MH - MONDAY 07:00-08:00");
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n6.00-6.45;DAN MH;\n")))
                .containsExactly("4B DAN MH - MONDAY 06:00-06:45");
        assertThat(errors(grid("Tid;Mandag;Tirsdag\n9.00-8.00;DAN MH;\n8.00-8.45;DAN MH;\n")))
                .containsExactly("ERROR A2 import.grid.row-unclear [9.00-8.00]");
    }

    @Test
    void weekdaysMayHaveDatesButNoOtherWords() {
        var source = grid("Tid;Mandag 7/9;Tirsdag d. 8. september;Onsdag møde\n8.00-8.45;DAN MH;MAT LK;IDR JP\n");

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("4B DAN MH - MONDAY 08:00-08:45", "4B MAT LK - TUESDAY 08:00-08:45");
    }

    @Test
    void theClassStandsAtMostFourRowsAboveTheWeekdays() {
        String rest = "Tid;Mandag;Tirsdag\n8.00-8.45;DAN MH;\n";
        String note = "Gælder fra august;;\n";

        assertThat(TableReaderFixture.describeLessons(
                        TableReaderFixture.readText("skema.csv", ";Skema for 2A;\n" + note.repeat(3) + rest)))
                .containsExactly("2A DAN MH - MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeLessons(
                        TableReaderFixture.readText("skema.csv", note.repeat(3) + ";Skema for 2A;\n" + rest)))
                .containsExactly("2A DAN MH - MONDAY 08:00-08:45");
        assertThat(errors(TableReaderFixture.readText("skema.csv", ";Skema for 2A;\n" + note.repeat(4) + rest)))
                .containsExactly("ERROR A6 import.grid.no-class []");
    }

    @Test
    void breakWithinACellIsNoPartOfTheLesson() {
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n8.00-8.45;\"DAN MH\nFrikvarter\";\n")))
                .containsExactly("4B DAN MH - MONDAY 08:00-08:45");
    }

    @Test
    void linesGoOnUnlessTheyAreSubjects() {
        var source = grid("""
                Tid;Mandag;Tirsdag
                8.00-8.45;"DAN
                MAT";"DAN MH
                12"
                9.00-9.45;"DAN MH
                MAT";"DAN MH
                Kælderen"
                """);

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN - - MONDAY 08:00-08:45 part",
                        "4B MAT - - MONDAY 08:00-08:45 part",
                        "4B DAN MH 12 TUESDAY 08:00-08:45",
                        "4B DAN MH - MONDAY 09:00-09:45 part",
                        "4B MAT - - MONDAY 09:00-09:45 part",
                        "4B DAN MH Kælderen TUESDAY 09:00-09:45");
    }

    @Test
    void labelOfALessonMayNameItsWeeks() {
        var source = grid("""
                Lektion;Mandag;Tirsdag
                4. lek;DAN MH;MAT LK
                5. lek (lige uger);ENG MH;IDR JP
                5. lek (ulige uger);TYS LK;IDR JP
                6. lek uge 33-40;MUS SN;
                """);

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH - MONDAY #4x1",
                        "4B MAT LK - TUESDAY #4x1",
                        "4B ENG MH - MONDAY even #5x1",
                        "4B IDR JP - TUESDAY even #5x1",
                        "4B TYS LK - MONDAY odd #5x1",
                        "4B IDR JP - TUESDAY odd #5x1",
                        "4B MUS SN - MONDAY [33, 34, 35, 36, 37, 38, 39, 40] #6x1");
        assertThat(errors(source)).isEmpty();
    }

    @Test
    void weeksBesideALessonAreThoseOfTheirRow() {
        var source = grid("""
                Lektion;;Mandag;Tirsdag
                5. lek;lige;ENG MH;
                ;ulige;TYS LK;
                8.00;lige;DAN MH;
                8.00;ulige;MAT LK;
                8.45;;DAN MH;
                """);

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B ENG MH - MONDAY even #5x1",
                        "4B TYS LK - MONDAY odd #5x1",
                        "4B DAN MH - MONDAY even 08:00-08:45",
                        "4B MAT LK - MONDAY odd 08:00-08:45",
                        "4B DAN MH - MONDAY 08:45-09:30");
    }

    @Test
    void cellOverEvenAndOddWeeksIsALessonInBoth() throws IOException {
        var source = sheet("4B", sheet -> {
            rows(sheet, "Lektion;Mandag;Tirsdag", "5. lek (lige uger);DAN MH;", "5. lek (ulige uger);;");
            sheet.range(1, 1, 2, 1).merge();
        });

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("4B DAN MH - MONDAY even #5x1", "4B DAN MH - MONDAY odd #5x1");
    }
}
