package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.solver.ledger.AffectedLesson;
import dk.grundskema.solver.ledger.ClassWeek;
import dk.grundskema.solver.ledger.Ledger;
import dk.grundskema.solver.ledger.StaffWeek;
import dk.grundskema.solver.ledger.StudentWeek;
import dk.grundskema.solver.ledger.SupportTotal;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output and files of {@code ledger} for results of the planning facade. */
class LedgerCommandTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final SupportTotal SUPPORT = new SupportTotal("toy", Category.SMALL_GROUP, 120, 2, 60, 30);

    @TempDir
    private Path folder;

    private final FakePlanningFacade planning = new FakePlanningFacade();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("p.json"), "{}");
        Files.writeString(folder.resolve("t.json"), "{}");
    }

    private CommandOutput type(String... args) {
        return CommandRunner.inFolder(folder, planning).run(args);
    }

    private static AffectedLesson touched(AffectedLesson.LessonEffect how) {
        return new AffectedLesson(MONDAY, new LessonId("maths"), 45, new InterventionId("toy"), how);
    }

    private void setLedger(AffectedLesson... touched) {
        setLedger(28, touched);
    }

    private void setLedger(int lessons, AffectedLesson... touched) {
        int missed =
                (int) List.of(touched).stream().filter(AffectedLesson::isMissed).count();
        planning.ledger = new Ledger(
                List.of(new StudentWeek(
                        CommandProblemFixture.CAMILLA,
                        CommandProblemFixture.WEEK,
                        lessons,
                        lessons * 45L,
                        List.of(touched),
                        List.of(SUPPORT))),
                List.of(new ClassWeek(
                        CommandProblemFixture.TEAM,
                        CommandProblemFixture.WEEK,
                        28,
                        List.of(SUPPORT),
                        1,
                        missed,
                        List.of(SUPPORT))),
                List.of(new StaffWeek(
                        CommandProblemFixture.ANE,
                        CommandProblemFixture.WEEK,
                        900,
                        List.of(new StaffWeek.Work("toy", 120, 30, 150, 1)))),
                List.of(new Delivery(CommandProblemFixture.MODULE, MONDAY, false, "Sygdom", new TreeSet<>())));
    }

    @Test
    void sumsByTypeClassAndPersonAreSaidAndNoStudentIsNamed() {
        setLedger();

        CommandOutput ended = type("ledger", "p.json", "t.json");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).doesNotContain("Camilla");
        assertThat(ended.out().lines())
                .contains(
                        "Planlagt støtte i 1 uge, til 1 klasse og 1 elev på listen. Ét møde blev ikke holdt. Ingen almindelig lektion mistes.")
                .anyMatch(line -> line.matches(" +Leg +på små hold +1 +1 +2,0 t +2"))
                .anyMatch(line -> line.matches(" +Hold Å +2,0 t +1 +1 +2,0 t +2 +0"))
                .anyMatch(line -> line.matches(" +Ane Bjerregård +1 +2,0 t +0,5 t +2,5 t +1"))
                .anyMatch(line -> line.matches(" +Leg +1,0 t +0,5 t"))
                .contains("Elev for elev og uge for uge: tilføj --xlsx FIL.xlsx, eller --json til programmer.");
    }

    /** A camp has a list of students, but not the timetables of their schools. */
    @Test
    void planWithoutOrdinaryLessonsDoesNotSayThatNoneIsMissed() {
        setLedger(0);

        assertThat(type("ledger", "p.json", "t.json").out().replaceAll("\\s+", " "))
                .contains("Elevernes almindelige lektioner er ikke i planen")
                .doesNotContain("Ingen almindelig lektion mistes");
        assertThat(type("ledger", "p.json", "t.json", "--lang", "en").out().replaceAll("\\s+", " "))
                .contains("The students' ordinary lessons are not in this plan");
    }

    @Test
    void lessonsMissedAreSaidByLessonAndThoseWithoutADecisionAreMarked() {
        setLedger(
                touched(AffectedLesson.LessonEffect.INSIDE),
                touched(AffectedLesson.LessonEffect.BY_DECISION),
                touched(AffectedLesson.LessonEffect.BY_DECISION),
                touched(AffectedLesson.LessonEffect.WITHOUT_DECISION));

        CommandOutput ended = type("ledger", "p.json", "t.json");

        assertThat(ended.out().lines())
                .contains(
                        "Planlagt støtte i 1 uge, til 1 klasse og 1 elev på listen. Ét møde blev ikke holdt. Der mistes 3 almindelige lektioner, hver elev talt med.")
                .anyMatch(line -> line.matches(" +✗ +maths +Legen +1 +2 +1"));
    }

    @Test
    void jsonHasIdsAndNoNames() {
        setLedger(touched(AffectedLesson.LessonEffect.BY_DECISION));

        CommandOutput ended = type("ledger", "p.json", "t.json", "--json");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("{\n  \"version\": 1,\n  \"students\": [")
                .contains("\"student\": \"c1\"", "\"how\": \"BY_DECISION\"", "\"plannedMinutes\": 120")
                .contains("\"reason\": \"Sygdom\"")
                .doesNotContain("Camilla", "Bjerregård");
    }

    @Test
    void workbookHasALineForEachStudentAndWeekWithNumbersThatCanBeSummed() throws IOException {
        setLedger(touched(AffectedLesson.LessonEffect.INSIDE), touched(AffectedLesson.LessonEffect.WITHOUT_DECISION));

        CommandOutput ended = type("ledger", "p.json", "t.json", "--xlsx", "l.xlsx");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Elev for elev og uge for uge: l.xlsx");
        try (var book = new ReadableWorkbook(folder.resolve("l.xlsx").toFile())) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()).toList())
                    .containsExactly("Elever", "Berørte lektioner", "Klasser", "Medarbejdere", "Ikke holdt");
            assertThat(lines(book, 0).getLast())
                    .isEqualTo("|Camilla Dahl|2026-W37|28|1260|1|0|1|120|2|på små hold|60|30");
            assertThat(lines(book, 1)).hasSize(3);
            assertThat(lines(book, 1).getLast())
                    .isEqualTo("|Camilla Dahl|2026-09-07|maths|45|Legen|mistet, uden at nogen har besluttet det");
            assertThat(lines(book, 2).getLast()).isEqualTo("Hold Å|2026-W37|28|120|1|1|120|2|på små hold|60|30");
            assertThat(lines(book, 3).getLast()).isEqualTo("Ane Bjerregård|2026-W37|900|120|30|150|1");
            assertThat(lines(book, 4).getLast()).isEqualTo("2026-09-07|Dansk|Sygdom");
        }
    }

    private static List<String> lines(ReadableWorkbook book, int sheet) throws IOException {
        var lines = new ArrayList<String>();
        try (var rows = book.getSheet(sheet).orElseThrow().openStream()) {
            rows.forEach(row -> lines.add(
                    row.stream().map(cell -> cell == null ? "" : text(cell)).collect(Collectors.joining("|"))));
        }
        return lines;
    }

    private static String text(Cell cell) {
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    @Test
    void workbookOfAnotherEndingOrOverAnInputIsRefusedWithEverythingElseAtOnce() {
        CommandOutput ended = type("ledger", "p.json", "missing.json", "--xlsx", "p.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Der er ingen missing.json.", "p.json.xlsx");
        assertThat(folder.resolve("p.json")).content().isEqualTo("{}");
    }

    @Test
    void emptyLedgerInvitesNothingButSaysSo() {
        CommandOutput ended = type("ledger", "p.json", "t.json");

        assertThat(ended.out()).contains("Planlagt støtte i 0 uger, til 0 klasser. Ingen almindelig lektion mistes.");
    }
}
