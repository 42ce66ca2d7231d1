package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of {@code assess} for results of the planning facade. */
class AssessCommandTest {
    private static final AskOrigin BOOK = AskOrigin.source("toy.book", "toy.book.chapter");
    private static final Ask MET = Ask.counted("toy.ask.walks", BOOK, "days", 5, List.of(), 5);
    private static final Reason RAIN = Reason.of("toy.why.rain");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

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

    private void setAsks(Ask... asks) {
        planning.fidelity =
                new PlanFidelity(List.of(), List.of(new FidelityReport(new InterventionId("toy"), List.of(asks))));
    }

    private static Ask askLacking(Shortfall... places) {
        return Ask.counted("toy.ask.walks", BOOK, "days", 99, List.of(places), 5);
    }

    @Test
    void planOfWhichAllIsMetOrPlannedElsewhereEndsWithZero() {
        setAsks(MET, Ask.notPlanned("toy.ask.later", AskOrigin.productDefault(), "days", 6));

        CommandOutput ended = type("assess", "p.json", "t.json");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .contains("I alt 2: 1 opfyldt, 0 mangler, 1 andetsteds", "Legen")
                .anyMatch(line -> line.matches("✓  Gåture +5 dage +5 dage +Bogen"))
                .anyMatch(line -> line.matches("–  Senere +6 dage +ikke her +eget"))
                .contains("  Bogen = Den store bog")
                .noneMatch(line -> line.contains("Man går 5 dage."));
    }

    @Test
    void shortfallExitsWithThreeAndIsShownWithPlaceReasonAndSource() {
        setAsks(askLacking(new Shortfall(List.of(CommandProblemFixture.TEAM, MONDAY), 2, RAIN)));

        CommandOutput ended = type("assess", "p.json", "t.json");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out().lines())
                .anyMatch(line -> line.matches("✗  Gåture +99 dage +97 dage +2 dage +Bogen"))
                .containsSubsequence(
                        "✗ Gåture  mangler 2 dage af 99 dage",
                        "  Man går 5 dage.",
                        "  Vores: 5.",
                        "  Fra: Bogen, kapitel 1.",
                        "  - på Hold Å, mandag 7. september: det regnede");
    }

    @Test
    void checkNamesWhatIsNotMetWithItsFirstPlace() {
        setAsks(MET, askLacking(new Shortfall(List.of(CommandProblemFixture.TEAM, MONDAY), 2, RAIN)));

        assertThat(type("check", "p.json", "t.json").out().lines())
                .containsSubsequence(
                        "Krav i vejledningerne, der ikke er opfyldt (1); alle steder: grundskema assess",
                        "  - Gåture: Man går 5 dage. Første sted: på Hold Å, mandag 7. september");
    }

    @Test
    void sixtyAlikePlacesAreOneLineWithACountAndTheFirstOfThem() {
        setAsks(askLacking(IntStream.range(0, 60)
                .mapToObj(i -> Shortfall.at(RAIN, CommandProblemFixture.TEAM, MONDAY.plusDays(i)))
                .toArray(Shortfall[]::new)));

        assertThat(type("assess", "p.json", "t.json").out().lines())
                .containsSubsequence(
                        "  - 60 steder: det regnede",
                        "      på Hold Å, mandag 7. september",
                        "      på Hold Å, fredag 11. september",
                        "      og 55 steder mere")
                .noneMatch(line -> line.contains("12. september"));
    }

    @Test
    void reasonsThatDifferOnlyInDetailsAreGroupedEachWithItsPlace() {
        setAsks(askLacking(IntStream.range(0, 3)
                .mapToObj(
                        i -> Shortfall.at(Reason.of("toy.why.away", i), CommandProblemFixture.TEAM, MONDAY.plusDays(i)))
                .toArray(Shortfall[]::new)));

        assertThat(type("assess", "p.json", "t.json").out().lines())
                .containsSubsequence(
                        "  - 3 steder: nogle var væk",
                        "      på Hold Å, mandag 7. september: 0 var væk",
                        "      på Hold Å, tirsdag 8. september: 1 var væk",
                        "      på Hold Å, onsdag 9. september: 2 var væk");
    }

    @Test
    void explainAlsoDescribesFulfilledRequirements() {
        setAsks(MET);

        assertThat(type("assess", "p.json", "t.json", "--explain").out()).contains("  Man går 5 dage.");
    }

    @Test
    void jsonHasCodesArgumentsAndTextsInBothLanguagesAndNoNameOfAStudent() {
        setAsks(MET, askLacking(Shortfall.at(RAIN, CommandProblemFixture.CAMILLA, MONDAY)));
        planning.wrongInTimetable = List.of(Finding.warning("toy.gone", "", "Lokale 9"));

        CommandOutput ended = type("assess", "p.json", "t.json", "--json");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("Lokale 9 er væk.");
        assertThat(ended.out())
                .startsWith("{")
                .contains(
                        "\"met\": false",
                        "\"code\": \"toy.ask.walks\"",
                        "\"status\": \"SHORT\"",
                        "{\"student\": \"c1\"}",
                        "{\"when\": \"2026-09-07\"}",
                        "\"code\": \"toy.why.rain\"",
                        "\"da\": \"på c1, mandag 7. september\"",
                        "\"en\": \"på c1, Monday 7 September\"")
                .doesNotContain("Camilla", "Lokale 9");
    }

    @Test
    void studentsAreNamedOnTheScreenOnlyWhenNamesAreAskedFor() {
        setAsks(MET, askLacking(Shortfall.at(RAIN, CommandProblemFixture.CAMILLA, MONDAY)));

        assertThat(type("assess", "p.json", "t.json").out())
                .contains("på eleven c1, mandag 7. september")
                .doesNotContain("Camilla");
        assertThat(type("assess", "p.json", "t.json", "--names").out()).contains("på eleven Camilla Dahl");
    }

    @Test
    void badFilesAreRefusedAsEver() {
        CommandOutput ended = type("assess", "p9.json", "t9.json", "--json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("p9.json", "t9.json", "2 fejl");
    }

    @Test
    void aTextThatAPluginLacksIsNamedWithThePluginAndTheFile() {
        setAsks(Ask.counted("toy.ask.untold", BOOK, "days", 5, List.of(), 5));

        CommandOutput ended = type("assess", "p.json", "t.json");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("Pluginet toy mangler teksten toy.ask.untold.", "messages_da.properties")
                .doesNotContain("gik i stykker", "Exception");
    }

    @Test
    void aTextThatIsNoPluginsIsTheProgramsOwnFailure() {
        setAsks(Ask.counted("other.ask.untold", BOOK, "days", 5, List.of(), 5));

        assertThat(type("assess", "p.json", "t.json").err()).contains("gik i stykker", "other.ask.untold");
    }
}
