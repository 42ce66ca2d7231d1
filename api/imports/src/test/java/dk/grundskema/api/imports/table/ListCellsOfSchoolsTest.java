package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of lists with units, several weekdays, and cells without a heading. */
class ListCellsOfSchoolsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"25 t|25", "25 timer|25", "25,5 t/uge|25.5", "37 t.|37", "1½ time|1.5", "90 min|1.5", "30|30"})
    void hoursMayHaveAUnit(String cell, double hours) {
        var source = TableReaderFixture.readText("personale.csv", "Initialer;Timer\nMH;" + cell + "\n");

        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(source.staff().getFirst().contractHours()).isEqualTo(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25 lektioner", "200 kr", "1680 t/år", "12d"})
    void hoursWithAnotherUnitAreAnErrorAtTheirCell(String cell) {
        var source = TableReaderFixture.readText("personale.csv", "Initialer;Timer\nMH;37\nLK;" + cell + "\n");

        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly("ERROR B3 import.hours.unit [" + cell + "]");
    }

    @Test
    void lengthOfALessonIsInLessonsOrEndsIt() {
        var source = TableReaderFixture.readText("skema.csv", """
                Klasse;Fag;Ugedag;Lektion;Start;Længde
                7A;DAN;ma;2;;2 lek
                7A;MAT;ti;;8.00;1½ time
                7A;ENG;on;;8.00;45 min
                """);

        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "7A DAN - - MONDAY #2x2", "7A MAT - - TUESDAY 08:00-09:30", "7A ENG - - WEDNESDAY 08:00-08:45");
    }

    @Test
    void minutesWithoutAStartAndLengthsBeyondTheDayAreErrors() {
        var source = TableReaderFixture.readText("skema.csv", """
                Klasse;Fag;Ugedag;Lektion;Start;Længde
                7A;DAN;ma;2;;90 min
                7A;MAT;ti;;23.00;90 min
                7A;ENG;on;;8.00;0 min
                7A;ENG;on;1;;½ lektion
                """);

        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly(
                        "ERROR F2 import.lessons.unit [90 min]",
                        "ERROR F3 import.lessons.unit [90 min]",
                        "ERROR F4 import.lessons.unit [0 min]",
                        "ERROR F5 import.whole.unknown [0.5]");
    }

    @Test
    void severalWeekdaysInACellAreALessonOnEach() {
        var source = TableReaderFixture.readText("skema.csv", """
                Klasse;Fag;Dag;Fra;Til
                7A;DAN;Ma/Ti;8.00;8.45
                7A;MAT;ons-fre;9.00;9.45
                7A;ENG;ma-xx;9.00;9.45
                """);

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "7A DAN - - MONDAY 08:00-08:45",
                        "7A DAN - - TUESDAY 08:00-08:45",
                        "7A MAT - - WEDNESDAY 09:00-09:45",
                        "7A MAT - - THURSDAY 09:00-09:45",
                        "7A MAT - - FRIDAY 09:00-09:45");
        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly("ERROR C4 import.weekday.unknown [ma-xx]");
    }

    @Test
    void cellsWithoutAHeadingAndFurtherRowsAboveAreNamed() {
        var source = TableReaderFixture.readText("personale.csv", """
                Skolens ansatte;;
                Rettet af MH;;
                Initialer;Navn;
                MH;Mette Holm;på orlov
                """);

        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly("INFO A2 import.list.title [A2]", "WARNING C4 import.list.cell-unread [på orlov]");
    }
}
