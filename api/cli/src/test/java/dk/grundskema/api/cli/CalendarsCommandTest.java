package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.check.LeftOutSeat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the command writes to a folder, and files that it must not touch; the same for a solve with {@code --calendars}. */
class CalendarsCommandTest {
    private static final List<String> FILES =
            List.of("hold-aa.ics", "personale-ane-bjerregaard.ics", "personale-bo-oester.ics");

    @TempDir
    private Path folder;

    private final FakePlanningFacade planning = new FakePlanningFacade();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("camp.json"), "{}");
        Files.writeString(folder.resolve("plan.json"), "{}");
    }

    private CommandRunner.CommandOutput run(String... args) {
        return CommandRunner.inFolder(folder, planning).run(args);
    }

    private List<String> calendars(String name) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".ics"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesACalendarForEachAndSaysHowManyAndWhatToDo() throws IOException {
        var ended = run("calendars", "camp.json", "plan.json", "ics");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("Der er 3 kalendere i " + folder.resolve("ics"), "telefoner kan abonnere på dem");
        assertThat(calendars("ics")).isEqualTo(FILES);
        assertThat(folder.resolve("ics/hold-aa.ics")).content().contains("SUMMARY:Dansk");
    }

    @Test
    void speaksEnglishToo() {
        var ended = run("calendars", "camp.json", "plan.json", "ics", "--lang", "en");

        assertThat(ended.out()).contains("3 calendars are in", "subscribe");
    }

    @Test
    void calendarGoneFromThePlanLeavesTheFolderAndOtherFilesStay() throws IOException {
        run("calendars", "camp.json", "plan.json", "ics");
        Files.writeString(folder.resolve("ics/mine.ics"), "mine");
        planning.plan = CommandProblemFixture.plan(List.of());

        var ended = run("calendars", "camp.json", "plan.json", "ics");

        assertThat(ended.code()).isZero();
        assertThat(calendars("ics")).containsExactly("mine.ics", FILES.get(1), FILES.get(2));
        assertThat(folder.resolve("ics/mine.ics")).hasContent("mine");
    }

    @Test
    void othersFilesOfTheSameNamesAreAllNamedAndNothingIsWritten() throws IOException {
        Files.createDirectory(folder.resolve("ics"));
        Files.writeString(folder.resolve("ics").resolve(FILES.get(0)), "mine");
        Files.writeString(folder.resolve("ics").resolve(FILES.get(2)), "mine too");

        var ended = run("calendars", "camp.json", "plan.json", "ics");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).containsSubsequence("[folder.others-file]", "[folder.others-file]", "2 fejl");
        assertThat(calendars("ics")).containsExactly(FILES.get(0), FILES.get(2));
        assertThat(folder.resolve("ics").resolve(FILES.get(0))).hasContent("mine");
    }

    @Test
    void faultsInTheFilesAndTheFolderAreReportedTogether() throws IOException {
        Files.writeString(folder.resolve("ics"), "a file");
        planning.wrong = List.of(Finding.error("toy.wrong", "/staff", "Ane"));

        var ended = run("calendars", "camp.json", "nothing.json", "ics");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("[toy.wrong]", "nothing.json  [file.not-found]", "ics  [folder.is-file]", "Intet er skrevet");
    }

    @Test
    void aPlanThatDoesNotFitTheProblemIsRefused() throws IOException {
        planning.wrongInTimetable = List.of(Finding.error("toy.wrong", "/meetings/0", "x"));

        assertThat(run("calendars", "camp.json", "plan.json", "ics").code()).isEqualTo(2);
        assertThat(calendars("ics")).isEmpty();
    }

    @Test
    void aFileThatIsMissingOnTheCommandLineIsAskedFor() {
        var ended = run("calendars", "camp.json", "plan.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("DIR");
    }

    @Test
    void aSolveLeavesCalendarsOfItsPlan() throws IOException {
        var ended = run("solve", "camp.json", "--steps", "1", "--calendars", "ics");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).containsSubsequence("Planen ligger i", "Der er 3 kalendere i");
        assertThat(calendars("ics")).isEqualTo(FILES);
    }

    @Test
    void aSolveLeavesSheetsAndCalendarsAlsoInOneFolder() {
        var ended = run("solve", "camp.json", "--steps", "1", "--sheets", "out", "--calendars", "out");

        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("out/index.html")).exists();
        assertThat(folder.resolve("out").resolve(FILES.get(0))).exists();
    }

    @Test
    void aSheetThatIsInTheWayWhenThePlanIsMadeLeavesThePlanAndSaysSo() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("out/day-2026-09-07.html"), "mine");

        var ended = run("solve", "camp.json", "--steps", "1", "--sheets", "out", "--calendars", "ics");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("[folder.others-file]", "Planen er skrevet, men intet i out");
        assertThat(folder.resolve("timetable.json")).exists();
        assertThat(folder.resolve("out/index.html")).doesNotExist();
        assertThat(calendars("ics")).isEqualTo(FILES);
    }

    @Test
    void aSolveWhoseCalendarsCannotBeWrittenDoesNotEvenBegin() throws IOException {
        Files.createDirectory(folder.resolve("ics"));
        Files.writeString(folder.resolve("ics").resolve(FILES.get(1)), "mine");

        var ended = run("solve", "camp.json", "--steps", "1", "--calendars", "ics");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("[folder.others-file]", FILES.get(1));
        assertThat(planning.requests).isEmpty();
        assertThat(folder.resolve("timetable.json")).doesNotExist();
    }

    @Test
    void aPlanWithAnOpenSeatIsRefusedWithItsNameUntilThatIsConfirmed() throws IOException {
        planning.plan = CommandProblemFixture.plan(
                List.of(CommandProblemFixture.moduleMeeting("Dansk", CommandProblemFixture.ANE, null)));

        var refused = run("calendars", "camp.json", "plan.json", "ics");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("plan.json  [open-seats.refused]", "Én plads i planen står åben", "--confirm-open-seats")
                .contains("[open-seats.vacant]", "Åben: \"Dansk\"", "Intet er skrevet");
        assertThat(folder.resolve("ics")).doesNotExist();
        assertThat(run("calendars", "camp.json", "plan.json", "ics", "--confirm-open-seats")
                        .code())
                .isZero();
        assertThat(calendars("ics")).isNotEmpty();
    }

    @Test
    void theSeatOfAPersonWhoCannotComeNeedsAConfirmation() throws IOException {
        planning.problem = CommandProblemFixture.problemWithout(CommandProblemFixture.BO, LocalDate.of(2026, 9, 7));

        var refused = run("calendars", "camp.json", "plan.json", "ics", "--lang", "en");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "One place in the plan belongs to somebody who cannot come",
                        "[open-seats.away]",
                        "who has the place cannot come: \"Dansk\"")
                .doesNotContain("[open-seats.vacant]");
        assertThat(folder.resolve("ics")).doesNotExist();

        planning.problem = CommandProblemFixture.problemWithout(CommandProblemFixture.BO, LocalDate.of(2026, 9, 8));
        assertThat(run("calendars", "camp.json", "plan.json", "ics").code())
                .as("away on the day after")
                .isZero();
    }

    @Test
    void aPlanThatLeavesASeatOutIsRefusedWithItsNameUntilThatIsConfirmed() {
        Meeting meeting =
                CommandProblemFixture.moduleMeeting("Dansk", CommandProblemFixture.ANE, CommandProblemFixture.BO);
        planning.plan = CommandProblemFixture.plan(List.of(meeting));
        planning.leftOutSeats = List.of(new LeftOutSeat(meeting.sessionId(), 2, "teacher"));

        var refused = run("calendars", "camp.json", "plan.json", "ics");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("Én plads i planen står åben", "[open-seats.vacant]", "Åben: \"Dansk\"", "Intet er skrevet");
        assertThat(run("calendars", "camp.json", "plan.json", "ics", "--confirm-open-seats")
                        .code())
                .isZero();
    }

    @Test
    void aSolveThatLeavesASeatOpenWritesThePlanAndFillsNoFolderUntilThatIsConfirmed() throws IOException {
        planning.plan = CommandProblemFixture.plan(
                List.of(CommandProblemFixture.moduleMeeting("Dansk", CommandProblemFixture.ANE, null)));

        var ended = run("solve", "camp.json", "--steps", "1", "--sheets", "out", "--calendars", "ics");

        assertThat(ended.out())
                .contains(
                        "Åben: \"Dansk\"", "Planen er skrevet, men intet i out", "Planen er skrevet, men intet i ics");
        assertThat(folder.resolve("timetable.json")).exists();
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("ics")).doesNotExist();

        run("solve", "camp.json", "--steps", "1", "--sheets", "out", "--calendars", "ics", "--confirm-open-seats");
        assertThat(folder.resolve("out/index.html")).exists();
        assertThat(calendars("ics")).isNotEmpty();
    }
}
