package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.finding.Phrase;
import dk.grundskema.domain.people.StudentName;
import dk.grundskema.domain.time.Period;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists by their headings, in Danish and English. */
class ListsTest {
    @Test
    void aTimetableOfARowALesson() {
        var source = TableReaderFixture.readText("skema.csv", """
                Klasse;Fag;Lærer;Lokale;Ugedag;Lektion;Fra;Til;Uger
                4B;DAN;MH;12;mandag;1;;;
                4B;N/T;LK, JP;12/14;Tirsdag;2-3;;;lige
                4A+4B;IDR;SN;hal;ons;;8.00;8.45;33-35
                """);

        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH 12 MONDAY #1x1",
                        "4B N/T LK+JP 12+14 TUESDAY even #2x2",
                        "4A+4B IDR SN hal WEDNESDAY [33, 34, 35] 08:00-08:45");
        assertThat(source.lessons().get(1).teachers().get(1).place().where()).isEqualTo("C3");
    }

    @Test
    void englishHeadingsDatesAndTimesInOneColumn() {
        assertThat(TableReaderFixture.describeLessons(TableReaderFixture.readText("export.csv", """
                Class,Subject,Teacher,Room,Date,Time
                4B,English,JP,14,2026-09-07,8:00-8:45
                """)))
                .containsExactly("4B English JP 14 [2026-09-07] 08:00-08:45");
    }

    @Test
    void timesMayBeNumbersOfLessonsWhichDanesCallTimes() {
        assertThat(TableReaderFixture.describeLessons(TableReaderFixture.readText(
                        "x.csv", "Klasse;Fag;Dag;Time\n4B;DAN;man;1-2\n4B;DAN;man;3. time\n4B;DAN;man;8-9\n")))
                .containsExactly("4B DAN - - MONDAY #1x2", "4B DAN - - MONDAY #3x1", "4B DAN - - MONDAY 08:00-09:00");
    }

    @Test
    void severalWeekdaysAreALessonOnEach() {
        assertThat(TableReaderFixture.describeLessons(
                        TableReaderFixture.readText("x.csv", "Klasse;Fag;Dag;Tid\n4B;DAN;man, ons og fre;8-8.45\n")))
                .containsExactly(
                        "4B DAN - - MONDAY 08:00-08:45",
                        "4B DAN - - WEDNESDAY 08:00-08:45",
                        "4B DAN - - FRIDAY 08:00-08:45");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsCell() {
        var source = TableReaderFixture.readText("Skema.csv", """
                Klasse;Fag;Lærer;Ugedag;Fra;Til;Uger;Art;Del af klassen
                4B;DAN;MH;tirsd;8.00;8.45;;;
                4B;DAN;MH;xyz;8.00;8.45;;;
                4B;DAN;MH;;8.00;8.45;;;
                4B;DAN;MH;man;9.00;8.45;;;
                4B;DAN;MH;man;ni;8.45;;;
                4B;DAN;MH;man;8.00;;;;
                4B;DAN;MH;man;;;;;
                4B;DAN;MH;man;8.00;8.45;60;leg;måske
                """);

        assertThat(source.lessons()).isEmpty();
        assertThat(TableReaderFixture.describeFindings(source))
                .containsExactly(
                        "ERROR D2 import.weekday.meant [tirsd, tirsdag]",
                        "ERROR D3 import.weekday.unknown [xyz]",
                        "ERROR D4 import.row.missing [Ugedag]",
                        "ERROR F5 import.time.order [09:00, 08:45]",
                        "ERROR E6 import.time.unknown [ni]",
                        "ERROR F7 import.row.missing [Til]",
                        "ERROR E8 import.row.missing [Fra]",
                        "ERROR G9 import.weeks.unknown [60]",
                        "ERROR I9 import.yes-no.unknown [måske]",
                        "ERROR H9 import.choice.unknown [leg]");
    }

    @Test
    void headingsAreSaidThatAreMissingTwiceOrUnknown() {
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("skema.csv", "Klasse;Fag;Lærer\n4B;DAN;MH\n")))
                .containsExactly(
                        "ERROR A1 import.heading.missing [[Ugedag, Dato]]",
                        "ERROR A1 import.heading.missing [[Lektion, Fra]]");
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("timetable.csv", "Class;Subject;Teacher;Lesson\n4B;DAN;MH;1\n")))
                .containsExactly("ERROR A1 import.heading.missing [[Weekday, Date]]");
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("staff.csv", "Initialer;Navn;Init\nMH;Mette Holm;x\n")))
                .containsExactly("ERROR C1 import.heading.twice [Initialer, A1, Init, C1]");
        assertThat(TableReaderFixture.describeFindings(TableReaderFixture.readText(
                        "staff.csv", "Initialer;Navn;Tmier;Yndlingsfarve\nMH;Mette Holm;37;blå\n")))
                .containsExactly(
                        "WARNING C1 import.heading.meant [Tmier, timer]",
                        "WARNING D1 import.heading.unknown [Yndlingsfarve]");
    }

    @Test
    void aMappingSaysWhatHeadingsMean() {
        var headings = new TreeMap<>(
                Map.of("Wer", "teacher", "Was", "Fag", "Wann", "weekday", "Std.", "Lektion", "Egal", "-"));
        var hints = new ReadingHints(null, headings, Map.of());

        var source = TableReaderFixture.READER.read(
                "plan.csv",
                "Klasse;Wer;Was;Wann;Std.;Egal\n4B;MH;DAN;mandag;1;x\n".getBytes(StandardCharsets.UTF_8),
                hints);

        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(TableReaderFixture.describeLessons(source)).containsExactly("4B DAN MH - MONDAY #1x1");
    }

    @Test
    void titlesAboveHeadingsAndNotesAndBlankRowsArePassedOver() {
        var source = TableReaderFixture.readText(
                "x.csv",
                "Skolens ansatte 2026;;\n# en note;;\n\nInitialer;Navn;Timer\n;;\nMH;Mette Holm;37\n# slut;;\n");

        assertThat(TableReaderFixture.describeFindings(source)).isEmpty();
        assertThat(source.staff()).singleElement().satisfies(person -> {
            assertThat(person.key().text()).isEqualTo("MH");
            assertThat(person.place().where()).isEqualTo("A6");
            assertThat(person.contractHours()).isEqualTo(37.0);
        });
    }

    @Test
    void namesMayStandInTwoColumnsAndWithoutInitials() {
        var staff = TableReaderFixture.readText("laerere.csv", "Fornavn;Efternavn;Fag\nMette;Holm;DAN, N/T\n")
                .staff()
                .getFirst();

        assertThat(staff.key().text()).isEqualTo("Mette Holm");
        assertThat(staff.name()).isNotNull();
        assertThat(TableReaderFixture.describeTexts(staff.skills())).isEqualTo("DAN+N/T");
    }

    @Test
    void staffStudentsRoomsAndGroupsWithWhatIsWrongInThem() {
        assertThat(TableReaderFixture.describeFindings(TableReaderFixture.readText(
                        "staff.csv", "Initialer;Navn;Timer;Kan ikke\n;;12;\nMH;;mange;\nLK;;-5;snart\n")))
                .containsExactly(
                        "ERROR A2 import.row.missing [Initialer]",
                        "ERROR C3 import.number.unknown [mange]",
                        "ERROR C4 import.number.unknown [-5]",
                        "ERROR D4 import.when.unknown [snart]");
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("elever.csv", "Id;Navn;Klasse\ne1;;4B\n")))
                .containsExactly("ERROR B2 import.row.missing [Navn]");
        assertThat(TableReaderFixture.readText("elever.csv", "Navn;Kan ikke\nIda Lund;snart\n")
                        .findings())
                .singleElement()
                .isEqualTo(FileFinding.error(
                        new SourceLocation("elever.csv", "B2"),
                        "import.student.cell",
                        new StudentName("Ida Lund"),
                        Phrase.of("import.when.unknown", "snart")));
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("lokaler.csv", "Lokale;Pladser\n;3\n12;-1\n14;to\n")))
                .containsExactly(
                        "ERROR A2 import.row.missing [Lokale]",
                        "ERROR B3 import.whole.unknown [-1]",
                        "ERROR B4 import.whole.unknown [to]");
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("hold.csv", "Hold;Art\n;klasse\n4B;ko\n")))
                .containsExactly("ERROR A2 import.row.missing [Hold]", "ERROR B3 import.choice.unknown [ko]");
        var groups = TableReaderFixture.readText("hold.csv", "Hold;Af klasser;Elever\n4B;;\n4-TYS;4A, 4B;e1;\n")
                .groups();
        assertThat(groups).extracting(group -> group.isClass()).containsExactly(true, false);
        assertThat(TableReaderFixture.describeTexts(groups.get(1).of())).isEqualTo("4A+4B");
        var rooms = TableReaderFixture.readText("lokaler.csv", "Lokale;Navn;Pladser\n12;Fysik;0\n")
                .rooms();
        assertThat(rooms.getFirst().capacity()).isZero();
    }

    @Test
    void studentsHaveTheirNameForAKeyIfNoOther() {
        var student = TableReaderFixture.readText(
                        "elever.csv", "Navn;Klasse;Hold;Skole\nAlma Vester;7C;TYS, MUS;Bakkeskolen\n")
                .students()
                .getFirst();

        assertThat(student.key().text()).isEqualTo("Alma Vester");
        assertThat(TableReaderFixture.describeTexts(student.courses())).isEqualTo("TYS+MUS");
    }

    @Test
    void bellTimesByNumberAndWeekday() {
        SourceData source = TableReaderFixture.readText(
                "ringetider.csv", "Lektion;Ugedage;Tid\n1. lektion;;8.00-8.45\n2;fre;8.50-9.35\nA;;10-11\n");

        assertThat(source.periods())
                .extracting(
                        period -> period.name() + " " + period.weekdays() + " " + period.start() + "-" + period.end())
                .containsExactly("1 [] 08:00-08:45", "2 [FRIDAY] 08:50-09:35", "A [] 10:00-11:00");
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("ringetider.csv", "Lektion;Fra;Til\n;8;9\n1;;\n2;9;8\n")))
                .containsExactly(
                        "ERROR A2 import.row.missing [Lektion]",
                        "ERROR B3 import.row.missing [Fra]",
                        "ERROR C4 import.time.order [09:00, 08:00]");
    }

    @Test
    void busyTimesEveryWeekOnDatesAndInWords() {
        var monday = LocalDate.of(2026, 9, 7);
        var source = TableReaderFixture.readText("optaget.csv", """
                Hvem;Ugedag;Fra;Til;Fra dato;Til dato;Hvornår
                MH;man, tir;8.00;10.00;;;
                12;;;;7/9-2026;11/9-2026;
                LK;;;;7/9-2026;;
                JP;;;;;;fredag efter 12; onsdag
                """);

        assertThat(TableReaderFixture.describeFindings(source))
                .as("an unquoted semicolon ends the cell")
                .containsExactly("WARNING H5 import.list.cell-unread [onsdag]");
        assertThat(source.busy())
                .extracting(each -> each.when())
                .containsExactly(
                        new Period(
                                null,
                                null,
                                new TreeSet<>(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
                                LocalTime.of(8, 0),
                                LocalTime.of(10, 0)),
                        new Period(monday, monday.plusDays(4), new TreeSet<>(), null, null),
                        Period.wholeDay(monday),
                        new Period(null, null, new TreeSet<>(List.of(DayOfWeek.FRIDAY)), LocalTime.NOON, null));
        assertThat(TableReaderFixture.describeFindings(TableReaderFixture.readText(
                        "optaget.csv", "Hvem;Ugedag;Fra dato;Til dato\nMH;;;\n;man;;\nLK;;7/9-2026;1/9-2026\n")))
                .containsExactly(
                        "ERROR B2 import.row.missing [Ugedag]",
                        "ERROR A3 import.row.missing [Hvem]",
                        "ERROR D4 import.date.order [7/9-2026, 1/9-2026]");
    }

    @Test
    void tablesThatNobodyKnowsAreNotIgnoredInSilence() {
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("budget.csv", "Konto;Beløb\n17;2000\n")))
                .containsExactly("WARNING  import.sheet.unknown [budget]");
    }

    @Test
    void aFewKnownHeadingsAmongManyOthersMakeNoList() {
        assertThat(TableReaderFixture.describeFindings(
                        TableReaderFixture.readText("behov.csv", "Klasse;Art;Penge;Farve;Uro\n4B;a;b;c;d\n")))
                .containsExactly("WARNING  import.sheet.unknown [behov]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lærer;Navn", "Teachers;Full name"})
    void listIsRecognisedByItsHeadingsAlone(String headings) {
        assertThat(TableReaderFixture.readText("a.csv", headings.replace("Teachers", "Teacher") + "\nMH;Mette Holm\n")
                        .staff())
                .hasSize(1);
    }

    @Test
    void manyFindingsAreCutOffAndSaidToBe() {
        var source = TableReaderFixture.readText(
                "skema.csv", "Klasse;Fag;Ugedag;Lektion\n" + "4B;DAN;xyz;1\n".repeat(1_200));

        assertThat(source.findings()).hasSize(1_001);
        assertThat(TableReaderFixture.describeFindings(source).getLast())
                .isEqualTo("ERROR  import.too-many-findings [200, 1000]");
        assertThat(TableReaderFixture.readText(
                                "skema.csv", "Klasse;Fag;Ugedag;Lektion\n" + "4B;DAN;xyz;1\n".repeat(1_000))
                        .findings())
                .hasSize(1_000);
    }
}
