package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Column;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.intervention.InterventionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breakdown tables after a solve and in the fidelity report. */
class BreakdownPrinterTest {
    @TempDir
    private Path folder;

    private final FakePlanningFacade planning = new FakePlanningFacade();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("p.json"), "{}");
        Files.writeString(folder.resolve("t.json"), "{}");
    }

    private void setLines(Line... lines) {
        var breakdown = new Breakdown(
                "toy.lines",
                "toy.lines.of",
                List.of(new Column("toy.lines.walks", true), new Column("toy.lines.who", false)),
                List.of(lines));
        planning.fidelity = new PlanFidelity(
                List.of(), List.of(new FidelityReport(new InterventionId("toy"), List.of(), List.of(breakdown))));
    }

    private static Line line(Status status, Phrase walks, Phrase who, Phrase... notes) {
        return new Line(CommandProblemFixture.TEAM, status, List.of(walks, who), List.of(notes), List.of());
    }

    private static Phrase walks(double given, double asked) {
        return Phrase.of("toy.lines.walks-of", given, asked);
    }

    private static Phrase with(Object who) {
        return Phrase.of("toy.lines.with", who);
    }

    private String typed(String... args) {
        return CommandRunner.inFolder(folder, planning).run(args).out();
    }

    @Test
    void aSolveTellsLineByLineInColumnsAndWhatIsMissingBeneath() {
        setLines(
                line(Status.MET, walks(11, 10.5), with(CommandProblemFixture.TEAM)),
                line(Status.SHORT, walks(9, 10.5), Phrase.NONE, Phrase.of("toy.lines.lacking", 1.5)));

        assertThat(typed("solve", "p.json", "--seconds", "1").lines())
                .containsSubsequence(
                        "Hold for hold",
                        "     Hold          Ture  Hvem",
                        "  ✓  Hold Å  11 af 10,5  Hold Å",
                        "  ✗  Hold Å   9 af 10,5",
                        "      – mangler 1,5: det regnede");
    }

    @Test
    void theFidelityReportTellsTheSameThoughNothingElseIsAsked() {
        setLines(line(Status.MET, walks(11, 10.5), with("Ane")));

        assertThat(typed("assess", "p.json", "t.json").lines())
                .containsSubsequence("Legen", "Hold for hold", "  ✓  Hold Å  11 af 10,5  Ane");
    }

    @Test
    void aCellMayBePutTogetherOfPhrases() {
        setLines(line(
                Status.MET,
                walks(11, 10.5),
                with(List.of(
                        Phrase.of("toy.lines.walks-of", CommandProblemFixture.TEAM, 8),
                        Phrase.of("toy.lines.with", 3)))));

        assertThat(typed("solve", "p.json", "--seconds", "1").lines())
                .contains("  ✓  Hold Å  11 af 10,5  Hold Å af 8, 3");
        assertThat(typed("assess", "p.json", "t.json", "--json")).contains("\"da\": \"Hold Å af 8, 3\"");
    }

    @Test
    void studentsInCellsAreTheirIdsAloneUntilNamesAreAskedFor() {
        setLines(line(Status.MET, walks(11, 10.5), with(List.of(CommandProblemFixture.CAMILLA))));

        for (String command : List.of("solve p.json --seconds 1", "assess p.json t.json")) {
            assertThat(typed(command.split(" ")).lines()).contains("  ✓  Hold Å  11 af 10,5  c1");
            assertThat(typed((command + " --names").split(" ")).lines())
                    .contains("  ✓  Hold Å  11 af 10,5  Camilla Dahl");
        }
        assertThat(typed("assess", "p.json", "t.json", "--json", "--names"))
                .contains("\"da\": \"c1\"")
                .doesNotContain("Camilla");
    }

    @Test
    void aColumnThatIsTooWideForTheScreenIsFoldedUnderItself() {
        setLines(line(Status.MET, walks(11, 10.5), with("navn ".repeat(25).strip())));

        assertThat(typed("solve", "p.json", "--seconds", "1").lines())
                .containsSubsequence(
                        "  ✓  Hold Å  11 af 10,5  " + "navn ".repeat(15).strip(),
                        " ".repeat(25) + "navn ".repeat(10).strip());
    }

    @Test
    void aReportWithoutLinesSaysNothingOfThem() {
        setLines();

        assertThat(typed("solve", "p.json", "--seconds", "1")).doesNotContain("Hold for hold");
    }

    @Test
    void programsGetCodesAndWordsOfEachLine() {
        setLines(line(Status.SHORT, walks(9, 10.5), Phrase.NONE, Phrase.of("toy.lines.lacking", 1.5)));

        assertThat(typed("assess", "p.json", "t.json", "--json"))
                .contains("\"breakdowns\"", "\"toy.lines.walks\"", "\"da\": \"9 af 10,5\"")
                .contains("\"da\": \"mangler 1,5: det regnede\"", "\"status\": \"SHORT\"");
    }
}
