package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merged cells are one lesson for all that they cover; merged and hidden cells are reported once for a sheet. */
class MergedAndHiddenCellsTest {
    private static SourceData sheet(String name, String rows, Consumer<Worksheet> change) throws IOException {
        return TableReaderFixture.readBytes("skema.xlsx", workbook(name, rows, change));
    }

    private static byte[] workbook(String name, String rows, Consumer<Worksheet> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet(name);
            String[] lines = rows.split("\n", -1);
            for (int row = 0; row < lines.length; row++) {
                String[] cells = lines[row].split(";", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
            change.accept(sheet);
        }
        return bytes.toByteArray();
    }

    private static List<String> problems(SourceData source) {
        return TableReaderFixture.describeFindings(source).stream()
                .filter(line -> !line.startsWith("INFO"))
                .toList();
    }

    @Test
    void weekdayMergedOverItsRowHoldsForTheRowsBelow() throws IOException {
        var source = sheet("Skema", """
                Lektion;Klasse;Fag;Lærer
                Mandag;;;
                1;7A;DAN;MH
                Tirsdag;;;
                1;7A;MAT;LK
                """, cells -> {
            cells.range(1, 0, 1, 3).merge();
            cells.range(3, 0, 3, 3).merge();
        });

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("7A DAN MH - MONDAY #1x1", "7A MAT LK - TUESDAY #1x1");
        assertThat(problems(source)).isEmpty();
    }

    @Test
    void weekdayMergedOverSeveralRowsIsNoRowOfItsOwn() throws IOException {
        var source = sheet("Skema", """
                Ugedag;Lektion;Klasse;Fag;Lærer
                Mandag;1;7A;DAN;MH
                ;2;7A;ENG;MH
                Tirsdag;1;7A;MAT;LK
                """, cells -> cells.range(1, 0, 2, 0).merge());

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("7A DAN MH - MONDAY #1x1", "7A ENG MH - MONDAY #2x1", "7A MAT LK - TUESDAY #1x1");
    }

    @Test
    void dayMergedOverItsLessonsAndLessonOverClassesAndTimes() throws IOException {
        var source = sheet("Ark1", """
                Dag;Lektion;7A;7B
                Mandag;1;DAN MH;MAT LK
                ;2;;MUS SN
                ;3;IDR JP hal;
                Tirsdag;1;ENG JP;
                ;2;;HIS SN
                """, cells -> {
            cells.range(1, 0, 3, 0).merge();
            cells.range(4, 0, 5, 0).merge();
            cells.range(1, 2, 2, 2).merge();
            cells.range(3, 2, 3, 3).merge();
        });

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactlyInAnyOrder(
                        "7A DAN MH - MONDAY #1x2",
                        "7B MAT LK - MONDAY #1x1",
                        "7B MUS SN - MONDAY #2x1",
                        "7A+7B IDR JP hal MONDAY #3x1",
                        "7A ENG JP - TUESDAY #1x1",
                        "7B HIS SN - TUESDAY #2x1");
        assertThat(problems(source)).isEmpty();
        assertThat(TableReaderFixture.describeFindings(source))
                .contains("INFO Ark1 import.cells.merged [A2:A4, C2:C3, C4:D4, A5:A6]");
    }

    @Test
    void weekdayMergedOverClassesIsOfAllOfThem() throws IOException {
        var source = sheet("Skoleskema", """
                ;Mandag;;;Tirsdag;;
                Tid;1A;1B;1C;1A;1B;1C
                8.00-8.45;DAN MH;;ENG JP;;;MAT LK
                8.45-9.30;;;HIS SN;;;
                """, cells -> {
            cells.range(0, 1, 0, 3).merge();
            cells.range(0, 4, 0, 6).merge();
            cells.range(2, 1, 3, 2).merge();
        });

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactlyInAnyOrder(
                        "1A+1B DAN MH - MONDAY 08:00-09:30",
                        "1C ENG JP - MONDAY 08:00-08:45",
                        "1C HIS SN - MONDAY 08:45-09:30",
                        "1C MAT LK - TUESDAY 08:00-08:45");
        assertThat(problems(source)).isEmpty();
    }

    @Test
    void doubleLessonsAcrossWithWeekdaysDown() throws IOException {
        var source =
                sheet("Mette Holm (MH)", """
                ;8.00-8.45;8.45-9.30;9.50-10.35
                Mandag;DAN 7A 12;;ENG 7B 3
                Onsdag;;DAN 7A 12;
                """, cells -> cells.range(1, 1, 1, 2).merge());

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactlyInAnyOrder(
                        "7A DAN MH 12 MONDAY 08:00-09:30",
                        "7B ENG MH 3 MONDAY 09:50-10:35",
                        "7A DAN MH 12 WEDNESDAY 08:45-09:30");
        assertThat(problems(source)).isEmpty();
    }

    @Test
    void titleMergedOverTheWholeGrid() throws IOException {
        var source = sheet("Ark1", """
                Skema for 4.C - gælder fra uge 33;;
                Tid;Mandag;Tirsdag
                8.00-8.45;DAN MH;
                Frikvarter;;
                9.00-9.45;;MAT LK
                """, cells -> {
            cells.range(0, 0, 0, 2).merge();
            cells.range(3, 0, 3, 2).merge();
        });

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactlyInAnyOrder("4.C DAN MH - MONDAY 08:00-08:45", "4.C MAT LK - TUESDAY 09:00-09:45");
        assertThat(problems(source)).isEmpty();
    }

    @Test
    void valueMergedOverRowsOfAListIsThatOfEachRow() throws IOException {
        var source = sheet("Lektioner", """
                Lærer;Klasse;Fag;Ugedag;Lektion
                MH;7A;DAN;Mandag;1
                ;7B;DAN;Mandag;2
                ;7A;ENG;Tirsdag;1
                """, cells -> cells.range(1, 0, 3, 0).merge());

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("7A DAN MH - MONDAY #1x1", "7B DAN MH - MONDAY #2x1", "7A ENG MH - TUESDAY #1x1");
        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly("INFO Lektioner import.cells.merged [A2:A4]");
    }

    @Test
    void hiddenRowsAndColumnsAreReadAndNamedOnce() throws IOException {
        var source = sheet("Personale", """
                Initialer;Navn;Timer
                MH;Mette Holm;37
                LK;Lars Kjær;30
                JP;Jonas Pihl;25
                SN;Sara Nygård;20
                """, cells -> {
            cells.hideRow(2);
            cells.hideRow(3);
            cells.hideColumn(2);
            cells.hideRow(20);
        });

        assertThat(source.staff()).extracting(person -> person.key().text()).containsExactly("MH", "LK", "JP", "SN");
        assertThat(source.staff().get(1).contractHours()).isEqualTo(30.0);
        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly("WARNING Personale import.cells.hidden [3-4, C]");
    }

    @Test
    void hiddenCellsOfAnUnreadSheetAreNotSaidToBeRead() throws IOException {
        var source = sheet("Noter", "Husk\nkaffe\n", cells -> cells.hideRow(1));

        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly("WARNING Noter import.sheet.unknown [Noter]");
    }

    @ParameterizedTest
    @MethodSource("dk.grundskema.api.imports.table.DanishLayouts#all")
    void workbookWithoutMergedCellsIsReadLikeText(DanishLayouts.Layout layout) throws IOException {
        if (layout.text().contains("\"")) {
            return;
        }
        byte[] bytes = workbook("Ark1", layout.text(), cells -> {});
        String name = layout.file().replace(".csv", ".xlsx");
        var source = layout.reader().read(name, bytes, ReadingHints.none());

        assertThat(TableReaderFixture.describeLessons(source)).containsExactlyInAnyOrderElementsOf(layout.lessons());
    }
}
