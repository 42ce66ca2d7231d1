package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the demo writes, and files that it must not touch. */
class DemoCommandTest {
    @TempDir
    private Path folder;

    private final FakePlanningFacade planning = new FakePlanningFacade();

    private CommandRunner.CommandOutput demo(String... more) {
        var args = new java.util.ArrayList<>(java.util.List.of("demo", "--no-server"));
        args.addAll(java.util.List.of(more));
        return CommandRunner.inFolder(folder, planning).run(args.toArray(String[]::new));
    }

    @Test
    void showsTheWeekByTeamAndLeavesProblemPlanAndWeeksInAFolderThatItNames() {
        var ended = demo();

        Path left = folder.resolve("grundskema-demo");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Hold Å – uge 37", "Ane, Bo", left.toString());
        assertThat(left.resolve("problem.json")).isNotEmptyFile();
        assertThat(left.resolve("timetable.json")).hasContent("seed 1");
        assertThat(left.resolve("weeks.txt")).content().contains("Dansk").doesNotContain("\u001b");
    }

    @Test
    void leavesSheetsAndCalendarsTooAndNamesWhatToOpen() {
        var ended = demo("--lang", "en");

        Path left = folder.resolve("grundskema-demo");
        assertThat(ended.out())
                .containsSubsequence(
                        "Open " + left.resolve("sheets/index.html"), "calendars are in " + left.resolve("calendars"));
        assertThat(left.resolve("sheets/index.html")).content().contains("Lejr på Ærø");
        assertThat(left.resolve("calendars/personale-bo-oester.ics")).content().contains("SUMMARY:Dansk");
    }

    @Test
    void aCalendarThatSomebodyChangedKeepsTheDemoFromBeginning() throws IOException {
        demo();
        Path calendar = folder.resolve("grundskema-demo/calendars/personale-bo-oester.ics");
        Files.writeString(calendar, "mine");

        var ended = demo();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("[folder.edited-file]");
        assertThat(calendar).hasContent("mine");
        assertThat(planning.requests).hasSize(1);
    }

    @Test
    void aSecondDemoUsesTheSameFolder() {
        demo();
        demo();

        assertThat(folder.resolve("grundskema-demo-2")).doesNotExist();
    }

    @Test
    void aDemoThatSomebodyChangedIsLeftAlone() throws IOException {
        Path own = Files.createDirectory(folder.resolve("grundskema-demo")).resolve("problem.json");
        Files.writeString(own, "mine");

        demo();

        assertThat(own).hasContent("mine");
        assertThat(folder.resolve("grundskema-demo-2/timetable.json")).exists();
    }

    @Test
    void aFolderThatIsAskedForIsRefusedIfItHoldsAnotherProblem() throws IOException {
        Files.writeString(folder.resolve("problem.json"), "mine");

        var ended = demo("--output", ".");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("[output.is-taken]");
        assertThat(folder.resolve("problem.json")).hasContent("mine");
        assertThat(folder.resolve("timetable.json")).doesNotExist();
    }

    @Test
    void demoSolvesForFiveSecondsUnlessToldOtherwise() {
        demo();
        demo("--seconds", "2");

        assertThat(planning.requests.get(0).limits().time()).hasSeconds(5);
        assertThat(planning.requests.get(1).limits().time()).hasSeconds(2);
    }

    @Test
    void onATerminalItUsesColours() {
        var ended = CommandRunner.inFolder(folder, planning).onTerminal().run("demo", "--no-server");

        assertThat(ended.out()).contains("\u001b[1mHold Å");
    }
}
