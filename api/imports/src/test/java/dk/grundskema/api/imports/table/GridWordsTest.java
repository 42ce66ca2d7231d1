package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.table.grid.SchoolVocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Roles of words in grid cells: known from other files, from their form, or from their position. */
class GridWordsTest {
    private static final String HEADING = "Tid;Mandag;Tirsdag\n";

    private static SourceData grid(String cells) {
        return TableReaderFixture.readText("4B.csv", HEADING + "8.00-8.45;" + cells + "\n");
    }

    private static SourceData readKnowing(SourceData other, String name, String text) {
        return TableReaderFixture.READER
                .withOtherSources(other)
                .read(name, text.getBytes(StandardCharsets.UTF_8), ReadingHints.none());
    }

    private static String first(String cell) {
        return TableReaderFixture.describeLessons(grid(cell + ";")).getFirst();
    }

    private static List<String> codes(SourceData source) {
        return source.findings().stream().map(each -> each.finding().code()).toList();
    }

    @Test
    void listsSayWhatTheirWordsAre() {
        var staff = SchoolVocabulary.of(
                TableReaderFixture.readText("staff.csv", "Initialer;Navn;Fag\nMH;Mia Holm;DAN, Leg\n"));
        assertThat(staff.teachers()).containsExactlyInAnyOrder("mh", "mia holm");
        assertThat(staff.subjects()).containsExactlyInAnyOrder("dan", "leg");
        var rooms = SchoolVocabulary.of(TableReaderFixture.readText("rooms.csv", "Room;Name\nR1;Skoven\n"));
        assertThat(rooms.rooms()).containsExactlyInAnyOrder("r1", "skoven");
        var students = SchoolVocabulary.of(
                TableReaderFixture.readText("students.csv", "Student id;Name;Class\n7;Ida Berg;4B\n"));
        assertThat(students.groups()).containsExactly("4b");
        assertThat(SchoolVocabulary.none().groups()).isEmpty();

        var lessons = SchoolVocabulary.of(TableReaderFixture.readText(
                "lessons.csv",
                "Klasse;Fag;Lærer;Lokale;Ugedag;Start;Slut\nUlvene;Friluft;Ib;Skoven;mandag;8.00;8.45\n"));
        assertThat(lessons)
                .isEqualTo(new SchoolVocabulary(
                        java.util.Set.of("friluft"),
                        java.util.Set.of("ib"),
                        java.util.Set.of("skoven"),
                        java.util.Set.of("ulvene")));
        assertThat(staff.mergedWith(lessons).subjects()).containsExactlyInAnyOrder("dan", "leg", "friluft");
    }

    @Test
    void wordsOfLessonsElsewhereAreKnownInAnyOrder() {
        var lessons = TableReaderFixture.readText(
                "lessons.csv",
                "Klasse;Fag;Lærer;Lokale;Ugedag;Start;Slut\nUlvene;Friluft;Ib;Skoven;mandag;8.00;8.45\n");

        assertThat(TableReaderFixture.describeLessons(
                        readKnowing(lessons, "skema.csv", "Ulvene;Mandag;Tirsdag\n8.00-8.45;Skoven Ib Friluft;\n")))
                .containsExactly("Ulvene Friluft Ib Skoven MONDAY 08:00-08:45");
    }

    @Test
    void wordThatIsBothIsASubjectWhereSubjectsStand() {
        var staff =
                TableReaderFixture.readText("staff.csv", "Initialer;Navn;Fag\nDAN;Dan Holst;MAT\nMH;Mia Holm;DAN\n");

        assertThat(TableReaderFixture.describeLessons(
                        readKnowing(staff, "4B.csv", HEADING + "8.00-8.45;DAN MH;MAT DAN\n")))
                .containsExactly("4B DAN MH - MONDAY 08:00-08:45", "4B MAT DAN - TUESDAY 08:00-08:45");
    }

    @Test
    void gridOfATeacherIsPointedOut() {
        var staff = TableReaderFixture.readText("staff.csv", "Initialer;Navn\nMH;Mia Holm\n");

        assertThat(TableReaderFixture.describeFindings(
                        readKnowing(staff, "MH.csv", "4B;Mandag;Tirsdag\n8.00-8.45;DAN MH;\n")))
                .anyMatch(line -> line.startsWith("WARNING") && line.endsWith("import.grid.of-teacher [MH]"));
        assertThat(codes(readKnowing(staff, "4B.csv", "4B;Mandag;Tirsdag\n8.00-8.45;DAN MH;\n")))
                .doesNotContain("import.grid.of-teacher");
    }

    @Test
    void secondWordBesideASubjectIsATeacherIfItIsShort() {
        var source = grid("DAN MH;MAT LK\n9.00-9.45;SN ENG;ekstra ENG");

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B DAN MH - MONDAY 08:00-08:45",
                        "4B MAT LK - TUESDAY 08:00-08:45",
                        "4B ENG SN - MONDAY 09:00-09:45",
                        "4B ENG - - TUESDAY 09:00-09:45");
        assertThat(TableReaderFixture.describeFindings(source))
                .contains("WARNING C3 import.grid.part-unclear [ekstra]");
        assertThat(source.lessons().getLast().title()).isEqualTo("ekstra");
    }

    @Test
    void shortSubjectsCountOnlyWhereSubjectsStand() {
        assertThat(first("DAN MK")).isEqualTo("4B DAN MK - MONDAY 08:00-08:45");
        assertThat(first("UU MH")).isEqualTo("4B UU MH - MONDAY 08:00-08:45");
    }

    @Test
    void lettersWithNumbersAreRoomsUnlessMoreThanHalfAreLikeThat() {
        assertThat(TableReaderFixture.describeLessons(grid("DAN / T3 / 12;MAT / MH / 14")))
                .containsExactly("4B DAN - T3+12 MONDAY 08:00-08:45", "4B MAT MH 14 TUESDAY 08:00-08:45");
        assertThat(TableReaderFixture.describeLessons(grid("DAN / T3 / 12;MAT / MH / 14\n9.00-9.45;ENG / T4 / 12;")))
                .contains("4B DAN T3 12 MONDAY 08:00-08:45", "4B ENG T4 12 MONDAY 09:00-09:45");
    }

    @Test
    void severalWordsMayBeOneSubject() {
        assertThat(first("Natur og teknologi JP 12")).isEqualTo("4B Natur og teknologi JP 12 MONDAY 08:00-08:45");
        assertThat(first("Klassens tid MH / 12")).isEqualTo("4B Klassens tid MH 12 MONDAY 08:00-08:45");
        assertThat(first("12 / MH natur og teknologi")).isEqualTo("4B natur og teknologi MH 12 MONDAY 08:00-08:45");
        assertThat(first("Fri leg MH / 12"))
                .as("with separators, unknown words stay together")
                .isEqualTo("4B Fri leg MH - 12 MONDAY 08:00-08:45");
    }

    @Test
    void roomMayFollowTheSubjectBeforeTheTeacher() {
        assertThat(first("DAN lok. 12 / MH")).isEqualTo("4B DAN MH 12 MONDAY 08:00-08:45");
    }

    @Test
    void wordsTakenByTheirPlaceAreNamedUpToFifteen() {
        assertThat(TableReaderFixture.describeFindings(grid("Friluft MH;")))
                .contains("INFO  import.grid.subjects [Friluft]");
        assertThat(teachers(15)).endsWith("T15x]").doesNotContain("…");
        assertThat(teachers(16)).endsWith("T15x …]").doesNotContain("T16x");
    }

    private static String teachers(int count) {
        String rows = IntStream.rangeClosed(1, count)
                .mapToObj(n -> "%d.00-%d.45;DAN T%02dx;".formatted(n, n, n))
                .collect(Collectors.joining("\n"));
        return TableReaderFixture.describeFindings(TableReaderFixture.readText("4B.csv", HEADING + rows + "\n"))
                .stream()
                .filter(line -> line.contains("import.grid.teachers"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySecondWeekIsNoTeacherAndIsReported() {
        for (String cell : List.of(
                "ENG AB hver 2. uge",
                "ENG (hver anden uge) AB",
                "Hver 2. uge: ENG AB",
                "ENG AB hver 14. dag",
                "ENG AB every other week")) {
            SourceData source = grid(cell + ";");
            assertThat(TableReaderFixture.describeLessons(source))
                    .as(cell)
                    .containsExactly("4B ENG AB - MONDAY even 08:00-08:45");
            assertThat(TableReaderFixture.describeFindings(source))
                    .as(cell)
                    .contains("WARNING B2 import.weeks.assumed-even [2]");
        }
        assertThat(first("ENG AB hver uge")).contains("MONDAY 08:00");
    }

    @Test
    void lessonsOfEverySecondWeekInOneCellAlternate() {
        SourceData source = grid("\"ENG AB hver 2. uge\nTYS LK hver 2. uge\";MUS SN hver 3. uge");

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly(
                        "4B ENG AB - MONDAY even 08:00-08:45",
                        "4B TYS LK - MONDAY odd 08:00-08:45",
                        "4B MUS SN - TUESDAY [true, false, false] 08:00-08:45");
        assertThat(TableReaderFixture.describeFindings(source))
                .contains(
                        "WARNING B2 import.weeks.assumed-even [2]",
                        "WARNING B2 import.weeks.assumed-odd [2]",
                        "WARNING C2 import.weeks.assumed [3]");
    }

    @Test
    void weeksBelowALessonAreItsWeeks() {
        assertThat(first("\"ENG AB\n(ulige uger)\"")).isEqualTo("4B ENG AB - MONDAY odd 08:00-08:45");
        assertThat(first("\"ENG\nAB\nhver 2. uge\"")).isEqualTo("4B ENG AB - MONDAY even 08:00-08:45");
    }

    @Test
    void listsMayHaveLessonsOfEverySecondWeek() {
        SourceData source = TableReaderFixture.readText(
                "skema.csv",
                "Klasse;Fag;Lærer;Ugedag;Lektion;Uger\n4B;ENG;AB;mandag;1;hver 2. uge\n4B;DAN;AB;mandag;2;hver uge\n");

        assertThat(TableReaderFixture.describeLessons(source))
                .containsExactly("4B ENG AB - MONDAY even #1x1", "4B DAN AB - MONDAY #2x1");
        assertThat(TableReaderFixture.describeFindings(source)).contains("WARNING F2 import.weeks.assumed-even [2]");
    }
}
