package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** Timetables as people draw them by hand: weekdays across, lessons down. */
class GridTest {
    private static SourceData grid(String text) {
        return TableReaderFixture.readText("4B.csv", text);
    }

    @Test
    void aCellHasASubjectATeacherAndARoom() {
        var source = grid("""
                Tid;Mandag;Tirsdag;Onsdag
                8.00-8.45;DAN / MH / 12;MAT LK;
                08:55 - 09:40;Engelsk/JP/lok. 14;N/T (SN);IDR
                """);

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH 12 MONDAY 08:00-08:45",
                        "4B MAT LK - TUESDAY 08:00-08:45",
                        "4B Engelsk JP 14 MONDAY 08:55-09:40",
                        "4B N/T SN - TUESDAY 08:55-09:40",
                        "4B IDR - - WEDNESDAY 08:55-09:40");
        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly(
                        "INFO  import.grid.understood [DAN / MH / 12, DAN, MH, 12]",
                        "INFO  import.grid.teachers [JP, LK, MH, SN]");
        assertThat(source.lessons().get(2).place().where()).isEqualTo("B3");
    }

    @Test
    void numbersOfLessonsArePeriods() {
        assertThat(TableReaderFixture.describeLessons(grid("Lektion;Man;Tir\n1. lektion;DAN MH;\n2;;MAT LK\n")))
                .containsExactly("4B DAN MH - MONDAY #1x1", "4B MAT LK - TUESDAY #2x1");
    }

    @Test
    void hoursFromSevenOnAreHoursAndEndWhenTheNextBegins() {
        var source = grid("kl.;Mandag;Tirsdag\n8;DAN MH;\n9;;MAT LK\n10;;IDR JP\n");

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH - MONDAY 08:00-09:00",
                        "4B MAT LK - TUESDAY 09:00-10:00",
                        "4B IDR JP - TUESDAY 10:00-11:00");
        assertThat(TableReaderFixture.describeFindings(source)).contains("WARNING A2 import.grid.end-guessed []");
    }

    @Test
    void startsAreEndedByBreaksToo() {
        assertThat(TableReaderFixture.describeLessons(
                        grid("Tid;Mandag;Tirsdag\n8.00;DAN MH;\n8.45;Frikvarter;Frikvarter\n9.00;MAT LK;\n")))
                .containsExactly("4B DAN MH - MONDAY 08:00-08:45", "4B MAT LK - MONDAY 09:00-09:45");
    }

    @Test
    void numberAndTimeMayStandTogetherOrInTwoColumns() {
        assertThat(TableReaderFixture.describeLessons(grid("""
                Nr;Tid;Mandag;Tirsdag
                1;8.00-8.45;DAN MH;
                2. lektion (8.55-9.40);;MAT LK;
                """)))
                .containsExactly("4B DAN MH - MONDAY 08:00-08:45", "4B MAT LK - MONDAY 08:55-09:40");
        assertThat(TableReaderFixture.describeLessons(grid("Fra;Til;Mandag;Tirsdag\n08:00;08:45;DAN MH;\n")))
                .containsExactly("4B DAN MH - MONDAY 08:00-08:45");
    }

    @Test
    void breaksAreNoLessonsAndRemarksBelowAreSaidAndNotRead() {
        var source = grid("""
                Tid;Mandag;Tirsdag
                8.00-8.45;DAN MH;MAT LK
                8.45-9.00;Frikvarter;Frikvarter
                Spisepause;;
                9.00-9.45;MAT LK;Pause

                Husk gymnastiktøj om onsdagen;;
                ;Se også ugeplanen;
                """);

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH - MONDAY 08:00-08:45",
                        "4B MAT LK - TUESDAY 08:00-08:45",
                        "4B MAT LK - MONDAY 09:00-09:45");
        assertThat(TableReaderFixture.describeFindings(source)).contains("INFO A7 import.grid.remarks [A7]");
    }

    @Test
    void weeksStandBeforeOrBehindWhatIsHeldInThem() {
        assertThat(TableReaderFixture.describeLessons(grid("""
                Tid;Mandag;Tirsdag
                8.00-8.45;"lige: DAN MH ulige: MAT LK";"BIL JP (lige uger)
                MUS SN (ulige uger)"
                9.00-9.45;"Uge 33-35: IDR MH / hal";
                """)))
                .containsExactly(
                        "4B DAN MH - MONDAY even 08:00-08:45",
                        "4B MAT LK - MONDAY odd 08:00-08:45",
                        "4B BIL JP - TUESDAY even 08:00-08:45",
                        "4B MUS SN - TUESDAY odd 08:00-08:45",
                        "4B IDR MH hal MONDAY [33, 34, 35] 09:00-09:45");
    }

    @Test
    void linesOfOneWordAreOneLessonAndLinesOfSeveralAreHalvesOfTheClass() {
        assertThat(TableReaderFixture.describeLessons(grid("""
                Tid;Mandag;Tirsdag
                8.00-8.45;"DAN
                MH
                12";"HDS MH
                MAD LK"
                """)))
                .containsExactly(
                        "4B DAN MH 12 MONDAY 08:00-08:45",
                        "4B HDS MH - TUESDAY 08:00-08:45 part",
                        "4B MAD LK - TUESDAY 08:00-08:45 part");
    }

    @Test
    void severalTeachersMayStandInACell() {
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n8.00-8.45;DAN MH+LK 12;MAT / JP\n")))
                .containsExactly("4B DAN MH+LK 12 MONDAY 08:00-08:45", "4B MAT JP - TUESDAY 08:00-08:45");
    }

    @Test
    void teachersMayComeFirstWhereSubjectsAreKnown() {
        assertThat(TableReaderFixture.describeLessons(
                        grid("Tid;Mandag;Tirsdag\n8.00-8.45;MH DAN;LK MAT\n9.00-9.45;JP ENG;SN XYZ\n")))
                .containsExactly(
                        "4B DAN MH - MONDAY 08:00-08:45",
                        "4B MAT LK - TUESDAY 08:00-08:45",
                        "4B ENG JP - MONDAY 09:00-09:45",
                        "4B XYZ SN - TUESDAY 09:00-09:45");
    }

    @Test
    void lettersWithNumbersAreRoomsUnlessRoomsStandElsewhere() {
        assertThat(TableReaderFixture.describeLessons(grid("Tid;Mandag;Tirsdag\n8.00-8.45;DAN / MH / A12;MAT A.14\n")))
                .containsExactly("4B DAN MH A12 MONDAY 08:00-08:45", "4B MAT - A.14 TUESDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeLessons(
                        grid("Tid;Mandag;Tirsdag\n8.00-8.45;DAN / T3 / 12;MAT / T4 / 14\n")))
                .containsExactly("4B DAN T3 12 MONDAY 08:00-08:45", "4B MAT T4 14 TUESDAY 08:00-08:45");
    }

    @Test
    void listsOfOtherFilesTellWhatWordsAre() {
        var others = TableReaderFixture.readText("staff.csv", "Initialer;Navn\nDAN;Dan Holst\n");
        var reader = TableReaderFixture.READER.withOtherSources(others);

        var source = reader.read(
                "4B.csv",
                "Tid;Mandag;Tirsdag\n8.00-8.45;MAT DAN;\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                dk.grundskema.api.imports.source.ReadingHints.none());

        assertThat(TableReaderFixture.describeLessons(source)).containsExactly("4B MAT DAN - MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly("INFO  import.grid.understood [MAT DAN, MAT, DAN, –]");
    }

    @Test
    void aFilledRowThatSaysNoTimeIsAnError() {
        assertThat(TableReaderFixture.describeFindings(
                        grid("Tid;Mandag;Tirsdag\n8.00-8.45;DAN MH;\nsenere;MAT LK;\n9.00-9.45;;MAT LK\n")))
                .contains("ERROR A3 import.grid.row-unclear [senere]");
    }

    @Test
    void theClassStandsInTheCornerAboveOrInTheName() {
        String rest = ";Mandag;Tirsdag\n8.00-8.45;DAN MH;\n";

        assertThat(TableReaderFixture.describeLessons(TableReaderFixture.readText("skema.csv", "7.c" + rest)))
                .containsExactly("7.c DAN MH - MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeLessons(
                        TableReaderFixture.readText("skema.csv", "Skema for 2A;;\nTid" + rest)))
                .containsExactly("2A DAN MH - MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeLessons(TableReaderFixture.readText("skema-0b-2026.csv", "Tid" + rest)))
                .containsExactly("0b DAN MH - MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeFindings(TableReaderFixture.readText("skema.csv", "Tid" + rest)))
                .containsExactly("ERROR A1 import.grid.no-class []");
    }

    @Test
    void mergedCellsAreDoubleLessonsAndHalvesSideBySide() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("4.B");
            sheet.value(0, 0, "Tid");
            sheet.value(0, 1, "Mandag");
            sheet.range(0, 1, 0, 2).merge();
            sheet.value(0, 3, "Tirsdag");
            String[] times = {"8.00-8.45", "8.45-9.30", "Frikvarter", "10.00-10.45", "10.45-11.30"};
            for (int row = 0; row < times.length; row++) {
                sheet.value(row + 1, 0, times[row]);
            }
            sheet.value(1, 1, "DAN MH");
            sheet.range(1, 1, 2, 2).merge();
            sheet.value(4, 1, "HDS JP");
            sheet.value(4, 2, "MAD SN");
            sheet.value(2, 3, "IDR LK / hal");
            sheet.range(2, 3, 5, 3).merge();
        }

        var source = TableReaderFixture.readBytes("skema.xlsx", bytes.toByteArray());

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4.B DAN MH - MONDAY 08:00-09:30",
                        "4.B IDR LK hal TUESDAY 08:45-09:30",
                        "4.B IDR LK hal TUESDAY 10:00-11:30",
                        "4.B HDS JP - MONDAY 10:00-10:45 part",
                        "4.B MAD SN - MONDAY 10:00-10:45 part");
        assertThat(source.lessons().getFirst().place().where()).isEqualTo("4.B!B2");
    }
}
