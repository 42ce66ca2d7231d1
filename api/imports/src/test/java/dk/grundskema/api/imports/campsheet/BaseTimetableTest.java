package dk.grundskema.api.imports.campsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.imports.campsheet.BaseTimetableBuilder.CampBaseTimetable;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.file.TableFileReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseTimetableTest {
    private static final YearlessDateResolver AUTUMN =
            YearlessDateResolver.of(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 25));

    private static final List<SourceStaffMember> STAFF = List.of(
            person("MH", "Mette Holm", "Dansk"),
            person("LK", "Lise Krogh", "IT-værksted"),
            person("PK", "Per Kok", "Idræt"));

    private static SourceStaffMember person(String initials, String name, String subject) {
        var place = new SourceLocation("lists.xlsx", "");
        return new SourceStaffMember(
                place,
                new SourceText(initials, place),
                new SourceText(name, place),
                List.of(new SourceText(subject, place)),
                null,
                null,
                List.of());
    }

    @Test
    void mergedCellsAreLongBlocksAndHeadingsAreKindsOfDay() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Grundskema");
            write(sheet, 0, "Sommercamp 2026");
            write(sheet, 2, "", "Hverdag", "Onsdag (tur)", "Weekend", "Ankomst");
            write(sheet, 3, "07.00-07.30", "Morgenløb (1)", "Morgenløb (1)", "", "");
            write(sheet, 4, "07.30-08.15", "Morgenmad", "Morgenmad", "Morgenmad", "");
            write(sheet, 5, "09.00-09.45", "Modul 1: Dansk", "Tur til stranden", "Fri", "Ankomst");
            write(sheet, 6, "09.45-10.30", "", "", "", "Velkomst");
            write(sheet, 7, "12.00-12.45", "Frokost", "", "Frokost", "Frokost");
            write(
                    sheet,
                    8,
                    "22.30-07.00",
                    "Nattevagt 1 voksen",
                    "Nattevagt 1 voksen",
                    "Nattevagt 1 voksen",
                    "Nattevagt 1 voksen");
            sheet.range(5, 1, 6, 1).merge();
            sheet.range(5, 2, 7, 2).merge();
            sheet.range(5, 3, 6, 3).merge();
        }
        CampBaseTimetable base = read("grundskema.xlsx", bytes.toByteArray());

        assertThat(codes(base)).isEmpty();
        assertThat(days(base))
                .containsExactly(
                        "Hverdag [MONDAY, TUESDAY, THURSDAY, FRIDAY]",
                        "Onsdag (tur) [WEDNESDAY]",
                        "Weekend [SATURDAY, SUNDAY]",
                        "Ankomst FIRST_DAY");
        assertThat(blocks(base, 0))
                .containsExactly(
                        "morgenloeb MOVEMENT 07:00-07:30 1 Morgenløb",
                        "breakfast MEAL 07:30-08:15 Morgenmad",
                        "module-1 MODULE 09:00-10:30 Modul 1",
                        "lunch MEAL 12:00-12:45 Frokost",
                        "night NIGHT 22:30-07:00 1 Nattevagt");
        assertThat(blocks(base, 1)).contains("tur-til-stranden TRIP 09:00-12:45 Tur til stranden");
        assertThat(base.subjects()).isEqualTo(Map.of("Dansk", 4));
    }

    @Test
    void startsAloneAndWeekdaysAcrossWithEqualColumns() {
        CampBaseTimetable base = read("uge.csv", """
                Tid;Mandag;Tirsdag;Fredag
                8.15;Morgensamling;Morgensamling;Morgensamling
                8.45;Modul;Modul;Modul
                10.15;Modul;Modul;Idræt 3 lærere
                11.45;Frokost;Frokost;Frokost
                12.30;Stille time;Stille time;Hjemrejse
                14.00;;;
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(codes(base)).isEmpty();
        assertThat(days(base)).containsExactly("Mandag, Tirsdag [MONDAY, TUESDAY]", "Fredag [FRIDAY]");
        assertThat(blocks(base, 0))
                .containsExactly(
                        "morgensamling RITUAL 08:15-08:45 Morgensamling",
                        "module-1 MODULE 08:45-10:15 Modul",
                        "module-2 MODULE 10:15-11:45 Modul",
                        "lunch MEAL 11:45-12:30 Frokost",
                        "quiet-hour QUIET_HOUR 12:30-14:00 Stille time");
        assertThat(blocks(base, 1)).contains("idraet MOVEMENT 10:15-11:45 3 Idræt");
    }

    @Test
    void fromAndUntilInTwoColumnsAndDatesAcross() {
        CampBaseTimetable base = read("camp.csv", """
                Fra;Til;7/9;8/9 og 10/9;Turdag (9/9);Noget
                07:30;08:00;Morgenmad;Morgenmad;Morgenmad;Morgenmad
                08:00;09:30;Modul 1: Dansk;Modul 1: Matematik;Heldagstur;Modul 1
                18:00;19:00;Aftensmad;Aftensmad;Aftensmad;Aftensmad
                19:00;21:00;Diskotek;Lejrbål (2 voksne);Lejrbål (2 voksne);Lejrbål (2 voksne)
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(days(base))
                .containsExactly(
                        "7/9 [2026-09-07]",
                        "8/9 og 10/9 [2026-09-08, 2026-09-10]",
                        "Turdag (9/9) [2026-09-09]",
                        "Noget");
        assertThat(codes(base))
                .containsExactly("import.base.block-unknown camp.csv C5", "import.base.day-unknown camp.csv F1");
        assertThat(blocks(base, 0)).contains("diskotek EVENING 19:00-21:00 Diskotek");
        assertThat(blocks(base, 2)).contains("heldagstur TRIP 08:00-09:30 Heldagstur");
        assertThat(base.dates()).hasSize(4);
        assertThat(base.subjects()).isEqualTo(Map.of("Dansk", 1, "Matematik", 2));
    }

    @Test
    void subjectsAloneAreModulesAndPeopleAreNamedAtTheirCells() {
        CampBaseTimetable base = read("camp.csv", """
                Tid;Mandag;Tirsdag
                7.30-8.15;Morgenmad;Morgenmad LK
                8.15-8.45;Morgensamling (MH);Morgensamling
                9.00-10.30;Dansk MH+LK;Matematik Mette
                10.45-12.15;Modul 2: Ordblindekursus – Mette Holm og LK;Dansk/MH
                12.15-13.00;Frokost;Frokost
                13.00-14.00;Dansk XY;IT-værksted MH, LK, PK (2 voksne)
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(blocks(base, 0))
                .containsExactly(
                        "breakfast MEAL 07:30-08:15 Morgenmad",
                        "morgensamling RITUAL 08:15-08:45 Morgensamling",
                        "module-1 MODULE 09:00-10:30 2 ",
                        "module-2 MODULE 10:45-12:15 2 Modul 2",
                        "lunch MEAL 12:15-13:00 Frokost",
                        "module-3 MODULE 13:00-14:00 ");
        assertThat(blocks(base, 1))
                .contains(
                        "module-1 MODULE 09:00-10:30 ",
                        "module-2 MODULE 10:45-12:15 ",
                        "module-3 MODULE 13:00-14:00 2 ");
        assertThat(base.subjects())
                .isEqualTo(Map.of("Dansk", 3, "IT-værksted", 1, "Matematik", 1, "Ordblindekursus", 1));
        assertThat(codes(base)).containsExactly("import.base.part-unknown camp.csv B7");
        assertThat(codes(base.staff().notLocked()))
                .containsExactly(
                        "import.base.staff-named camp.csv B3",
                        "import.base.staff-named camp.csv B4",
                        "import.base.staff-named camp.csv B5",
                        "import.base.staff-named camp.csv C2",
                        "import.base.staff-named camp.csv C4",
                        "import.base.staff-named camp.csv C5",
                        "import.base.staff-named camp.csv C7");
        assertThat(base.staff().all().get(2).names()).containsExactly("Mette Holm", "Lise Krogh");
    }

    @Test
    void aCellMaySayWhatEachTeamDoesAndWithWhom() {
        CampBaseTimetable base = read("camp.csv", """
                Tid;Mandag;Tirsdag
                7.30-8.15;Morgenmad;Morgenmad
                8.15-8.45;Morgensamling;Morgensamling
                9.00-10.30;"Hold 1: Dansk MH
                Hold 2: Matematik LK+PK";Dansk hold 1 og 2 MH, matematik hold 3 (LK)
                10.45-12.15;Hold 1: Modul 2: Dansk / Hold 2: Modul 2: Matematik (3 voksne);Hold 1: Dansk, Hold 2: Matematik
                12.15-13.00;Frokost;Frokost
                13.00-14.00;Hold 1: Idræt PK, Hold 2: Gåtur;Hold 1: Dansk / Hold 2: Frokost
                18.00-19.00;Aftensmad;Hold i hallen
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(blocks(base, 0))
                .contains(
                        "module-1 MODULE 09:00-10:30 2 ",
                        "module-2 MODULE 10:45-12:15 3 Modul 2",
                        "idraet-gaatur MOVEMENT 13:00-14:00 Idræt / Gåtur");
        assertThat(blocks(base, 1)).contains("module-1 MODULE 09:00-10:30 ", "module-3 MODULE 13:00-14:00 ");
        assertThat(codes(base))
                .as("two kinds at once, and a word that is no team")
                .containsExactly("import.base.teams-differ camp.csv C7", "import.base.block-unknown camp.csv C8");
        assertThat(base.subjects())
                .as("of the team that has most: Danish twice for team 1 on both days, and once more on Tuesday")
                .isEqualTo(Map.of("Dansk", 5, "Matematik", 3));
        assertThat(base.staff().all())
                .extracting(one -> one.block() + " " + one.teams() + " " + one.names())
                .containsExactly(
                        "module-1 [1] [Mette Holm]",
                        "module-1 [2] [Lise Krogh, Per Kok]",
                        "idraet-gaatur [1] [Per Kok]",
                        "module-1 [1, 2] [Mette Holm]",
                        "module-1 [3] [Lise Krogh]");
    }

    @Test
    void findingsAboutCellsOfTeamsSayWhatTheBlockBecomes() {
        CampBaseTimetable base = read("camp.csv", """
                Tid;Mandag;Tirsdag
                7.30-8.15;Morgenmad;Morgenmad
                9.00-10.30;Hold 1: Dansk, Hold 2: Frokost;Hold 1: Xyz, Hold 2: Dansk
                12.15-13.00;Frokost;Hold A-C: Frokost
                13.00-14.00;Modul 2;Hold A-C: Dansk
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(base.findings())
                .extracting(one -> one.finding().code() + " " + one.finding().arguments())
                .containsExactly(
                        "import.base.teams-differ [Hold 1: Dansk, Hold 2: Frokost, Dansk]",
                        "import.base.block-unknown [Hold 1: Xyz, Hold 2: Dansk, 2]");
        assertThat(base.subjects()).as("Tuesday: team 2, and teams A, B and C").isEqualTo(Map.of("Dansk", 1));
    }

    @ParameterizedTest
    @CsvSource({"1-3, 1 2 3", "A-C, A B C", "A–C, A B C", "Æ-Å, Æ Ø Å", "3-1, 3 1", "C-A, C A", "1 og 2, 1 2"})
    void spansOfTeamsAreAllTeamsBetween(String text, String teams) {
        assertThat(TeamPart.split("Hold " + text + ": Dansk"))
                .singleElement()
                .satisfies(part -> assertThat(part.teams()).containsExactlyInAnyOrder(teams.split(" ", -1)));
    }

    @Test
    void peopleMayBeNamedBeforeTheBlockAndNumbersAreNobody() {
        var words = CampVocabulary.ofListedStaff(List.of(
                person("MH", "Mette Holm", "Dansk"),
                person("LK", "Lise Krogh", "Idræt"),
                person("1", "Bo Berg", "Dansk")));

        assertThat(List.of("MH: Frokost", "MH+LK: Frokost", "MH og LK Frokost", "MH/LK Frokost"))
                .extracting(text -> words.findStaff(text).rest())
                .containsOnly("Frokost");
        assertThat(words.findStaff("Modul 1: Dansk").names()).isEmpty();
    }

    @Test
    void timetablesOfClassesAndListsAreNoBaseTimetables() {
        String school = """
                1A;Mandag;Tirsdag
                8.00-8.45;DAN MH;MAT LK
                8.45-9.30;DAN MH;IDR PK
                9.30-10.00;Pause;Pause
                10.00-10.45;ENG MH;Frokost
                10.45-11.30;Morgensamling;HIS LK
                11.30-12.15;TYS LK;BIO MH
                """;
        String names = """
                Tid;Mandag;Tirsdag;Onsdag
                8.00-8.45;Dansk;Matematik;Morgensang
                8.45-9.30;Engelsk;Musik;Billedkunst
                10.00-10.45;Kristendom;Idræt;Dansk
                11.30-12.00;Frokost;Frokost;Frokost
                """;
        String bells = """
                Nummer;Start;Slut
                1;08:00;08:45
                2;08:45;09:30
                3;09:30;10:15
                """;
        assertThat(BaseTimetableReader.isBaseTimetable(
                        table("1A.csv", school.getBytes(StandardCharsets.UTF_8)), AUTUMN))
                .isFalse();
        assertThat(BaseTimetableReader.isBaseTimetable(table("2A.csv", names.getBytes(StandardCharsets.UTF_8)), AUTUMN))
                .isFalse();
        assertThat(BaseTimetableReader.isBaseTimetable(
                        table("tider.csv", bells.getBytes(StandardCharsets.UTF_8)), AUTUMN))
                .isFalse();
    }

    private static void write(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(row, column, cells[column]);
            }
        }
    }

    private static Table table(String name, byte[] bytes) {
        return TableFileReader.read(name, bytes).tables().getFirst();
    }

    private static CampBaseTimetable read(String name, byte[] bytes) {
        Table table = table(name, bytes);
        assertThat(BaseTimetableReader.isBaseTimetable(table, AUTUMN)).isTrue();
        var sheet = BaseTimetableReader.read(table, AUTUMN);
        assertThat(sheet.findings()).isEmpty();
        return BaseTimetableBuilder.build(sheet.rows(), AUTUMN, CampVocabulary.ofListedStaff(STAFF));
    }

    private static List<String> codes(CampBaseTimetable base) {
        return codes(base.findings());
    }

    private static List<String> codes(List<FileFinding> findings) {
        return findings.stream()
                .map((FileFinding one) -> one.finding().code() + " " + one.file() + " "
                        + one.finding().pointer())
                .toList();
    }

    private static List<String> days(CampBaseTimetable base) {
        return base.dayKinds().elements().stream()
                .map(day -> text(day, "name")
                        + (texts(day, "weekdays").isEmpty() ? "" : " " + texts(day, "weekdays"))
                        + (texts(day, "dates").isEmpty() ? "" : " " + texts(day, "dates"))
                        + (text(day, "occasion").isEmpty() ? "" : " " + text(day, "occasion")))
                .toList();
    }

    private static List<String> blocks(CampBaseTimetable base, int day) {
        var blocks = new ArrayList<String>();
        var array = (Json.JsonArray)
                ((Json.JsonObject) base.dayKinds().elements().get(day)).fields().get("blocks");
        for (Json block : array.elements()) {
            Json staff = ((Json.JsonObject) block).fields().get("staff");
            blocks.add("%s %s %s-%s%s %s"
                    .formatted(
                            text(block, "id"),
                            text(block, "kind"),
                            text(block, "start"),
                            text(block, "end"),
                            staff instanceof Json.JsonNumber number ? " " + number.value() : "",
                            text(block, "title")));
        }
        return blocks;
    }

    private static String text(Json object, String key) {
        return ((Json.JsonObject) object).fields().get(key) instanceof Json.JsonString text ? text.value() : "";
    }

    private static List<String> texts(Json object, String key) {
        return ((Json.JsonObject) object).fields().get(key) instanceof Json.JsonArray array
                ? array.elements().stream()
                        .map(one -> ((Json.JsonString) one).value())
                        .toList()
                : List.of();
    }
}
