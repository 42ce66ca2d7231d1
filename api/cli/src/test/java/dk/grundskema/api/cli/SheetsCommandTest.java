package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that {@code sheets} writes to a folder, and files that it must not touch. */
class SheetsCommandTest {
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

    @Test
    void sheetsAreInTheFolderAndTheUserKnowsWhichToOpen() throws IOException {
        CommandOutput ended = type("sheets", "p.json", "t.json", "paper", "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("sheets are in", "For classes or teams, staff and rooms, and for days and students.")
                .contains("index.html in a browser");
        assertThat(Files.readString(folder.resolve("paper/index.html")))
                .contains("lang=\"en\"", "The plan holds: no conflicts");
        assertThat(folder.resolve("paper/hours.xlsx")).isNotEmptyFile();
    }

    @Test
    void theIndexCountsWhatTheStatusCounts() throws IOException {
        planning.faults = List.of(new RuleViolation("core.wishes", Level.MEDIUM, 2, List.of()));

        assertThat(type("sheets", "p.json", "t.json", "paper").code()).isZero();
        assertThat(Files.readString(folder.resolve("paper/index.html"))).contains("1 anden mangel");
    }

    @Test
    void everyFileOfOthersThatIsInTheWayIsNamedWithWhatElseIsWrongAndNothingIsWritten() throws IOException {
        Files.createDirectories(folder.resolve("paper"));
        Files.writeString(folder.resolve("paper/index.html"), "mine");
        Files.writeString(folder.resolve("paper/hours.xlsx"), "mine");

        CommandOutput ended = type("sheets", "p.json", "missing.json", "paper");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("index.html", "hours.xlsx", "missing.json", "3 fejl");
        try (var left = Files.list(folder.resolve("paper"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void aSecondRunReplacesTheFirst() throws IOException {
        type("sheets", "p.json", "t.json", "paper", "--lang", "da");
        Files.writeString(folder.resolve("paper/notes.txt"), "mine");

        assertThat(type("sheets", "p.json", "t.json", "paper", "--lang", "en").code())
                .isZero();
        assertThat(Files.readString(folder.resolve("paper/index.html"))).contains("lang=\"en\"");
        assertThat(folder.resolve("paper/notes.txt")).hasContent("mine");
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("paper"), "mine");

        assertThat(type("sheets", "p.json", "t.json", "paper").code()).isEqualTo(2);
        assertThat(folder.resolve("paper")).hasContent("mine");
    }

    @Test
    void aPlanWithAnOpenSeatIsRefusedTogetherWithWhatElseIsWrongUntilThatIsConfirmed() throws IOException {
        planning.plan = CommandProblemFixture.plan(
                List.of(CommandProblemFixture.moduleMeeting("Dansk", CommandProblemFixture.ANE, null)));
        Files.createDirectories(folder.resolve("paper"));
        Files.writeString(folder.resolve("paper/index.html"), "mine");

        CommandOutput refused = type("sheets", "p.json", "t.json", "paper");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("Åben: \"Dansk\"", "--confirm-open-seats", "index.html", "3 fejl");
        assertThat(type("sheets", "p.json", "t.json", "other", "--confirm-open-seats")
                        .code())
                .isZero();
        assertThat(folder.resolve("other/index.html")).exists();
    }
}
