package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.RuleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of {@code check}, {@code schema} and {@code --version} for results of the planning facade. */
class CheckAndSchemaCommandTest {
    private static final RuleViolation MISSING =
            new RuleViolation("core.missing-adult", Level.MEDIUM, 2, List.of(CommandProblemFixture.MODULE));

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
    void checkOfAPlanWithoutFaultEndsWithZero() {
        CommandOutput ended = type("check", "p.json", "t.json", "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("The plan holds");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void checkOfAPlanWithFaultsEndsWithThreeAndNamesThem() {
        planning.faults = List.of(MISSING);
        planning.plan = CommandProblemFixture.plan(
                List.of(CommandProblemFixture.moduleMeeting("Dansk", null, null)),
                new RuleResult("core.missing-adult", Level.MEDIUM, 100, 2, 1));

        CommandOutput ended = type("check", "p.json", "t.json");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("\"Dansk\" (Hold Å, mandag 7. september kl. 08.45) mangler 2 voksne.");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void checkSaysWhereThePlansOwnFiguresAreWrong() {
        planning.faults = List.of(MISSING);

        CommandOutput ended = type("check", "p.json", "t.json");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("core.missing-adult: planen siger 0, kontrollen finder 2");
    }

    @Test
    void checkRefusesAPlanThatNamesWhatTheProblemLacks() {
        planning.wrongInTimetable = List.of(Finding.error("toy.gone", "/meetings/0/roomId", "Lokale 9"));

        CommandOutput ended = type("check", "p.json", "t.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("Fejl  t.json /meetings/0/roomId  [toy.gone]", "Lokale 9 er væk.");
    }

    @Test
    void checkOfMissingFilesNamesBoth() {
        CommandOutput ended = type("check", "p9.json", "t9.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("p9.json", "t9.json", "2 fejl");
    }

    @Test
    void checkWritesNothing() throws IOException {
        type("check", "p.json", "t.json");

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void schemaPrintsTheFormatAskedForAndTheProblemsOtherwise() {
        assertThat(type("schema").out().strip()).isEqualTo("{\"title\":\"problem\"}");
        assertThat(type("schema", "problem").out().strip()).isEqualTo("{\"title\":\"problem\"}");
        assertThat(type("schema", "timetable").out().strip()).isEqualTo("{\"title\":\"timetable\"}");
    }

    @Test
    void versionNamesTheProgramAndTheJava() {
        CommandOutput ended = type("--version");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("Grundskema ").contains("Java " + System.getProperty("java.version"));
    }

    @Test
    void aHouseThatCannotBeBuiltIsTheProgramsOwnFailure() {
        var command = new CommandRunner(folder, () -> {
            throw new IllegalStateException("The plugin (x) has no id.\nMaybe give it one?");
        });

        CommandOutput ended = command.run("schema");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("The plugin (x) has no id.").doesNotContain("\tat ");
    }

    @Test
    void tooLittleMemoryIsReportedAsSuch() {
        var command = new CommandRunner(folder, () -> {
            throw new OutOfMemoryError("Java heap space");
        });

        CommandOutput ended = command.run("schema", "--lang", "en");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("too little memory", "-Xmx");
    }
}
