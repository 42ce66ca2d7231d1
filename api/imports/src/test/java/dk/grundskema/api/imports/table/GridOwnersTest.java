package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose timetable a grid is: from the title, the name of the sheet or file, the lists, or what the cells contain. */
class GridOwnersTest {
    private static final String OF_TEACHER = "Tid;Mandag;Tirsdag\n8.00-8.45;DAN 7A 12;MAT 7B 12\n";
    private static final String LISTS = "Initialer;Navn\nMH;Mette Holm\nLK;Lars Kjær\n";

    private static SourceData readWithLists(String name, String text) {
        return TableReaderFixture.READER
                .withOtherSources(SourceData.merge(List.of(
                        TableReaderFixture.readText("personale.csv", LISTS),
                        TableReaderFixture.readText("lokaler.csv", "Lokale;Navn\n12;\nFys;Fysiklokalet\n"))))
                .read(name, text.getBytes(StandardCharsets.UTF_8), ReadingHints.none());
    }

    private static String firstTeacher(SourceData source) {
        return TableReaderFixture.describeTexts(source.lessons().getFirst().teachers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mette Holm (MH)|MH",
                "MH - Mette Holm|MH",
                "Lærer: MH|MH",
                "Skema for Mette Holm|Mette Holm",
                "MH|MH",
                "Lærerskema for Ib Juhl|Ib Juhl",
                "Ib Juhl (IJ)|IJ",
                "Ib Juhl|Ib Juhl",
                "IJ|IJ"
            })
    void titleNamesATeacher(String title, String teacher) {
        var source = readWithLists("x.csv", title + ";;\n" + OF_TEACHER);

        assertThat(firstTeacher(source)).isEqualToIgnoringCase(teacher);
        assertThat(TableReaderFixture.describeTexts(source.lessons().getFirst().classes()))
                .isEqualTo("7A");
        assertThat(TableReaderFixture.describeTexts(source.lessons().getFirst().rooms()))
                .isEqualTo("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MH.csv", "skema MH.csv", "Mette Holm.csv", "skema_Mette_Holm.csv", "LK-MH.csv"})
    void nameOfTheFileNamesATeacher(String name) {
        String teacher = firstTeacher(readWithLists(name, OF_TEACHER));

        assertThat(teacher).isIn("MH", "LK", "Mette Holm", "mette holm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Lokale 12|12", "Fysiklokalet|Fysiklokalet", "lok. 14|14", "Rum: B2|B2", "Fys|Fys"})
    void titleNamesARoom(String title, String room) {
        var source = readWithLists("x.csv", title + ";;\nTid;Mandag;Tirsdag\n8.00-8.45;7A DAN MH;MAT / 7B / LK\n");

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "7A DAN MH " + room + " MONDAY 08:00-08:45", "7B MAT LK " + room + " TUESDAY 08:00-08:45");
    }

    @Test
    void mappingNamesATeacherOrARoom() {
        var hints = new ReadingHints(
                null,
                Collections.emptySortedMap(),
                Map.of("x.csv", new ReadingHints.TimetableOwner(List.of(), List.of("SN"), List.of())));
        var source = TableReaderFixture.READER.read("x.csv", OF_TEACHER.getBytes(StandardCharsets.UTF_8), hints);

        assertThat(firstTeacher(source)).isEqualTo("SN");
    }

    @Test
    void gridWithoutAnOwnerIsAnErrorAtItsPlaceAndTheOthersAreRead() {
        var source = TableReaderFixture.readText("x.csv", """
                Mette Holm (MH);;;;;
                Tid;Mandag;Tirsdag;;Tid;Mandag;Tirsdag
                8.00-8.45;DAN 7A 12;;;8.00-8.45;ENG 7B 3;
                """);

        assertThat(TableReaderFixture.describeLessons(source)).containsExactly("7A DAN MH 12 MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeFindings(source)).contains("ERROR E2 import.grid.no-class []");
    }

    @Test
    void classInATeachersCellIsNoRoomAndClassOfTheOwnerIsNotRepeated() {
        assertThat(TableReaderFixture.describeLessons(
                        TableReaderFixture.readText("7A.csv", "Tid;Mandag;Tirsdag\n8.00-8.45;7.a DAN MH 12;\n")))
                .containsExactly("7A DAN MH 12 MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeLessons(readWithLists("MH.csv", OF_TEACHER)))
                .containsExactly("7A DAN MH 12 MONDAY 08:00-08:45", "7B MAT MH 12 TUESDAY 08:00-08:45");
    }

    @Test
    void meetingsAndDutiesOfATeacherAreBusyTimes() {
        var source = readWithLists("MH.csv", "Tid;Mandag;Tirsdag\n8.00-8.45;Teammøde;DAN 7A\n9.00-9.45;Gårdvagt;\n");

        assertThat(source.lessons().stream().filter(lesson -> lesson.busy()).map(lesson -> lesson.title()))
                .containsExactly("Teammøde", "Gårdvagt");
        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly("INFO  import.grid.understood-teacher [DAN 7A, DAN, 7A, –]");
    }

    @Test
    void readingIsNamedIfTheHeadingsAllowTwo() {
        var source = TableReaderFixture.READER
                .withOtherSources(TableReaderFixture.readText("klasser.csv", "Klasse;Navn\n1;\n2;\n3;\n"))
                .read(
                        "x.csv",
                        "Dag;Lektion;1;2;3\nMandag;1;DAN MH;;MAT LK\nTirsdag;1;;ENG JP;\n"
                                .getBytes(StandardCharsets.UTF_8),
                        ReadingHints.none());

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("1 DAN MH - MONDAY #1x1", "3 MAT LK - MONDAY #1x1", "2 ENG JP - TUESDAY #1x1");
        assertThat(TableReaderFixture.describeFindings(source)).contains("INFO  import.grid.reading.owners-across []");
    }
}
