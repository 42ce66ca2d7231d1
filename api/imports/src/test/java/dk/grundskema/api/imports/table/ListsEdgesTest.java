package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From which headings on a table is a list, and the less usual ways to fill a row. */
class ListsEdgesTest {
    private static final List<String> UNKNOWN = List.of("WARNING  import.sheet.unknown [a]");

    private static SourceData table(String text) {
        return TableReaderFixture.readText("a.csv", text);
    }

    @Test
    void asManyKnownHeadingsAsUnknownOnesMakeAList() {
        assertThat(table("Initialer;Navn;Uro;Pryd\nMH;Mette Holm;x;y\n").staff())
                .hasSize(1);
        assertThat(TableReaderFixture.describeFindings(table("Initialer;Navn;Uro;Pryd;Sluk\nMH;Mette Holm;x;y;z\n")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void fourKnownHeadingsAreEnoughAmongAnyOthers() {
        assertThat(table("Initialer;Navn;Timer;E-mail;Uro;Pryd;Sluk;Vrag;Kvas\nMH;Mette Holm;37;;;;;;\n")
                        .staff())
                .hasSize(1);
        assertThat(TableReaderFixture.describeFindings(
                        table("Initialer;Navn;Timer;Uro;Pryd;Sluk;Vrag\nMH;Mette Holm;37;;;;\n")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void oneHeadingIsAListIfThereIsNoOther() {
        assertThat(table("Initialer\nMH\n").staff()).hasSize(1);
        assertThat(TableReaderFixture.describeFindings(table("Initialer;Uro\nMH;x\n")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void threeHeadingsAreAListThatSaysWhatItLacks() {
        assertThat(TableReaderFixture.describeFindings(table("Klasse;Fag;Dag\n4B;DAN;man\n")))
                .containsExactly("ERROR A1 import.heading.missing [[Lektion, Fra]]");
        assertThat(TableReaderFixture.describeFindings(table("Klasse;Dag\n4B;man\n")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void theFirstOfTwoRowsOfHeadingsCounts() {
        assertThat(table("Initialer;Navn\nMH;Mette Holm\nInitialer;Navn\nLK;Lis Kok\n").staff().stream()
                        .map(each -> each.key().text()))
                .containsExactly("MH", "Initialer", "LK");
    }

    @Test
    void keysOfColumnsAreHeadingsToo() {
        var person = table("key;fullname;hours\nMH;Mette Holm;0\n").staff().getFirst();

        assertThat(person.key().text()).isEqualTo("MH");
        assertThat(person.contractHours()).isZero();
    }

    @Test
    void aRowBeginsAtItsFirstFilledCellAndNotesMayBeIndented() {
        var source =
                TableReaderFixture.readText("skema.csv", "Klasse;Fag;Dag;Lektion\n;DAN;man;1\n;# slut;;\n;;tir;2\n");

        assertThat(source.lessons().stream().map(each -> each.place().where())).containsExactly("B2", "C4");
        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
    }

    @Test
    void aSpanMayStandUnderTheStart() {
        assertThat(TableReaderFixture.describeLessons(table("Klasse;Fag;Dag;Fra\n4B;DAN;man;8.00-8.45\n")))
                .containsExactly("4B DAN - - MONDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeFindings(table("Klasse;Fag;Dag;Fra\n4B;DAN;man;8.45-8.00\n")))
                .containsExactly("ERROR D2 import.time.order [08:45, 08:00]");
    }

    @Test
    void timesFromSevenOnAreHours() {
        assertThat(TableReaderFixture.describeLessons(table("Klasse;Fag;Dag;Time\n4B;DAN;man;6-7\n4B;DAN;man;7-8\n")))
                .containsExactly("4B DAN - - MONDAY #6x2", "4B DAN - - MONDAY 07:00-08:00");
    }

    @Test
    void lessonsMayBeBusyTimesOrOfAPartOfTheClass() {
        var lessons = TableReaderFixture.readText(
                        "skema.csv",
                        "Klasse;Fag;Dag;Lektion;Art;Del af klassen\n4B;MØD;man;1;busy;nej\n4B;TYS;man;2;;ja\n")
                .lessons();

        assertThat(lessons.getFirst().busy()).isTrue();
        assertThat(lessons.getFirst().part()).isFalse();
        assertThat(lessons.getLast().busy()).isFalse();
        assertThat(lessons.getLast().part()).isTrue();
    }

    @Test
    void groupsAreWhatTheRowSays() {
        assertThat(TableReaderFixture.readText("hold.csv", "Hold;Art;Af klasser\n4B;class;4A\n4-TYS;course;\n")
                        .groups())
                .extracting(group -> group.isClass())
                .containsExactly(true, false);
    }

    @Test
    void oneOfTwoNamesIsAName() {
        assertThat(TableReaderFixture.readText("staff.csv", "Fornavn;Efternavn\nMette;\n;Holm\n").staff().stream()
                        .map(each -> each.key().text()))
                .containsExactly("Mette", "Holm");
    }

    private static SourceData withSections(String first, String second) {
        return TableReaderFixture.readText(
                "skema.csv", "Lektion;Klasse;Fag;Lærer\n" + first + "\n1;7A;DAN;MH\n" + second + "\n1;7A;MAT;LK\n");
    }

    @Test
    void aWeekdayAloneInItsRowIsNamedOnce() {
        assertThat(TableReaderFixture.describeFindings(withSections("Mandag;;;", "Tirsdag;;;")))
                .containsExactly("INFO A2 import.weekday.section [Mandag]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tirsdag;husk bog;;", "Tirsdag;;;Tirsdag"})
    void aWeekdayBesideAnotherWordIsACellOfALesson(String row) {
        assertThat(TableReaderFixture.describeLessons(withSections("Mandag;;;", row)))
                .hasSize(3)
                .allMatch(lesson -> lesson.contains("MONDAY"))
                .anyMatch(lesson -> lesson.contains("#Tirsdag"));
    }

    /** Otherwise the rows below would be lessons of Monday. A date would be passed over. */
    @ParameterizedTest
    @CsvSource({
        "Tirsdag 18/8;;;, ERROR A4 import.weekday.unknown [Tirsdag 18/8]",
        "Tirsadg;;;, ERROR A4 import.weekday.meant [Tirsadg; tirsdag]",
        ";;Xylofon;, ERROR C4 import.weekday.unknown [Xylofon]"
    })
    void anotherWordAloneInItsRowIsAnError(String row, String error) {
        assertThat(TableReaderFixture.describeFindings(withSections("Mandag;;;", row)))
                .contains(error.replace("; ", ", "));
    }

    @Test
    void lessonsAboveTheFirstWeekdayHaveNone() {
        assertThat(TableReaderFixture.describeFindings(withSections(";;;", "Mandag;;;")))
                .contains("ERROR A3 import.row.missing [Ugedag]");
    }
}
