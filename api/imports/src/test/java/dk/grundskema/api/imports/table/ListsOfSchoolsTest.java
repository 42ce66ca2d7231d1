package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.domain.time.Period;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as schools have them, which know nothing of our template. */
class ListsOfSchoolsTest {
    private static SourceData inCamp(String text) {
        var hints = ReadingHints.none()
                .withDateResolver(YearlessDateResolver.of(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 25)));
        return TableReaderFixture.READER.read("personale.csv", text.getBytes(StandardCharsets.UTF_8), hints);
    }

    private static List<String> students(SourceData source) {
        return source.students().stream().map(each -> each.name().text()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Navn på elev", "Elevens navn", "Elev", "Barnets navn", "Name of student", "Student's name"})
    void namesOfStudents(String heading) {
        var source = TableReaderFixture.readText("x.csv", heading + ";Klasse\nAlma Vester;7C\n");
        assertThat(students(source)).containsExactly("Alma Vester");
        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Navn på lærer, Fag der undervises, Timer pr. uge",
        "Lærerens navn, Undervisningsfag, Timer pr. uge",
        "Lærernavn, 'Fag, der undervises i', Ugentlige timer",
        "Name of teacher, Subjects taught, Hours per week"
    })
    void namesSubjectsAndHoursOfStaff(String name, String subjects, String hours) {
        var source = TableReaderFixture.readText(
                "x.csv", name + ";" + subjects + ";" + hours + "\nLise Krogh;DAN, MAT;32,5\n");
        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        var person = source.staff().getFirst();
        assertThat(person.key().text()).isEqualTo("Lise Krogh");
        assertThat(person.skills()).hasSize(2);
        assertThat(person.contractHours()).isEqualTo(32.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lektion;Fra;Til",
                "Nummer;Start;Slut",
                "nummer;start;slut",
                "Nr.;Start;Slut",
                "Lesson;From;To",
                "Number;Start;End"
            })
    void bellTimesHaveTheHeadingsThatAreAskedFor(String headings) {
        var source = TableReaderFixture.readText("tider.csv", headings + "\n1;8.00;8.45\n2;8.55;9.40\n");
        assertThat(source.periods()).hasSize(2);
        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I alt;",
                "i alt:;7C",
                "Ialt 25;",
                "Total;",
                "TOTAL;25",
                "Antal elever: 25;",
                "Antal elever;25",
                "Sum;25",
                "Sum:;25",
                "Antal;25",
                "25;I alt",
                "Antal tilmeldte elever: 25;",
                "25;Elever i alt",
                "Total: 25;",
                "Number of students: 25;",
                "Count;25",
                "Total number;25"
            })
    void aRowThatCountsTheOthersIsLeftOutAndSaid(String row) {
        var source = TableReaderFixture.readText("elever.csv", "Navn;Klasse\nAlma Vester;7C\n" + row + "\n");
        assertThat(students(source)).containsExactly("Alma Vester");
        String cell = row.startsWith("25;") ? "B3" : "A3";
        assertThat(TableReaderFixture.describeFindings(source))
                .singleElement()
                .asString()
                .startsWith("INFO " + cell + " import.row.total");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Antal Kovács;7C",
                "Antal Kovács;37",
                "Sum Lee;7C",
                "Sum;7C",
                "Antal;7C",
                "Totalla Holm;",
                "Summer Dal;12",
                "Count Basin;7C"
            })
    void namesThatBeginLikeATotalAreNames(String row) {
        var source = TableReaderFixture.readText("elever.csv", "Navn;Klasse\n" + row + "\n");
        assertThat(students(source)).containsExactly(row.substring(0, row.indexOf(';')));
        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
    }

    @Test
    void datesOfAPlanNeedNoYear() {
        var source = inCamp("Navn;Kan ikke\nBo;18/9, d. 23. sept\nIda;15.-16. september\nEa;fredag, d. 18/9\n");
        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(source.staff().get(0).never())
                .containsExactly(
                        Period.wholeDay(LocalDate.of(2026, 9, 18)), Period.wholeDay(LocalDate.of(2026, 9, 23)));
        assertThat(source.staff().get(1).never()).extracting(Period::until).containsExactly(LocalDate.of(2026, 9, 16));
        assertThat(source.staff().get(2).never()).containsExactly(Period.wholeDay(LocalDate.of(2026, 9, 18)));
    }

    @Test
    void weekdayThatDiffersFromTheDateIsReported() {
        assertThat(TableReaderFixture.describeFindings(inCamp("Navn;Kan ikke\nBo;tor. 18/9\n")))
                .containsExactly("ERROR B2 import.date.weekday [tor. 18/9, 2026-09-18]");
        assertThat(TableReaderFixture.describeFindings(inCamp("Hvem;Fra dato\nBo;tor. 18/9\n")))
                .containsExactly("ERROR B2 import.date.weekday [tor. 18/9, 2026-09-18]");
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("personale.csv", "Navn;Kan ikke\nBo;18/9\n")))
                .containsExactly("ERROR B2 import.when.unknown [18/9]");
    }
}
