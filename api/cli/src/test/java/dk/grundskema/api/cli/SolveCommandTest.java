package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.cli.command.ShutdownHandler;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.StaffingConflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The behaviour of {@code solve} for each result of the planning facade. */
class SolveCommandTest {
    private static final RuleViolation MISSING =
            new RuleViolation("core.missing-adult", Level.MEDIUM, 2, List.of(CommandProblemFixture.MODULE));
    private static final RuleResult MISSING_COUNTED = new RuleResult("core.missing-adult", Level.MEDIUM, 100, 2, 1);

    @TempDir
    private Path folder;

    private final FakePlanningFacade planning = new FakePlanningFacade();

    @BeforeEach
    void aProblemFile() throws IOException {
        Files.writeString(folder.resolve("lejr æ.json"), "{}");
    }

    private CommandOutput solve(String... more) {
        var args = new java.util.ArrayList<>(List.of("solve", "lejr æ.json"));
        args.addAll(List.of(more));
        return CommandRunner.inFolder(folder, planning).run(args.toArray(String[]::new));
    }

    @Test
    void planWithoutFaultEndsWithZeroAndIsWritten() {
        CommandOutput ended = solve("--seconds", "1");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(folder.resolve("timetable.json")).hasContent("seed 1");
        assertThat(ended.out())
                .contains(
                        "Lægger plan for \"Lejr på Ærø\"",
                        "Planen holder",
                        folder.resolve("timetable.json").toString());
    }

    /** The search for changes takes seconds, so the plan does not wait for it. */
    @Test
    void changesThatHelpAgainstContradictionsFollowThePlan() {
        planning.proofs.conflicts = List.of(new StaffingConflict(List.of()));
        planning.proofs.remedies = new RemedyReport(List.of(), 3, false);

        CommandOutput ended = solve("--seconds", "1", "--lang", "en");

        assertThat(ended.out())
                .containsSubsequence(
                        "Proved before planning",
                        "they follow below",
                        "None of the 3 changes that were tried helps.",
                        "timetable.json");
        assertThat(folder.resolve("timetable.json")).exists();
    }

    @Test
    void problemThatAsksForNothingIsSaidInWordsAndNothingIsWritten() {
        planning.problem = CommandProblemFixture.problemAsking(java.util.List.of());

        CommandOutput ended = solve();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Der er ikke bedt om noget endnu", "indsats");
        assertThat(folder.resolve("timetable.json")).doesNotExist();
    }

    @Test
    void limitsSeedAndSearchesReachTheEngine() {
        solve("--steps", "500", "--no-better-for", "9", "--seed", "-3", "--searches", "4");

        var request = planning.requests.getFirst();
        assertThat(request.limits().steps()).isEqualTo(500);
        assertThat(request.limits().unimproved()).isEqualTo(Duration.ofSeconds(9));
        assertThat(request.limits().time()).isNull();
        assertThat(request.seed()).isEqualTo(-3);
        assertThat(request.searches()).isEqualTo(4);
        assertThat(request.hash()).isEqualTo(CommandProblemFixture.HASH);
    }

    @Test
    void withoutLimitItSolvesForThirtySecondsWithOneOrTwoSearches() {
        solve();

        assertThat(planning.requests.getFirst().limits().time()).isEqualTo(Duration.ofSeconds(30));
        assertThat(planning.requests.getFirst().searches()).isBetween(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"30, 2, 24", "30, 0, 30", "10, 2, 5", "1, 2, 0.5"})
    void timeOfTheCommandIncludesEverythingBesidesTheSearchWhichHasAtLeastHalf(
            int seconds, int reading, double searching) {
        Instant start = Instant.parse("2026-08-03T07:00:00Z");
        var isRead = new AtomicBoolean();
        InstantSource clock = () -> isRead.getAndSet(true) ? start.plusSeconds(reading) : start;

        CommandRunner.inFolder(folder, planning)
                .withClock(clock)
                .run("solve", "lejr æ.json", "--seconds", String.valueOf(seconds));

        assertThat(planning.requests.getFirst().limits().time())
                .isEqualTo(Duration.ofMillis(Math.round(searching * 1000)));
    }

    @Test
    void planWithFaultsEndsWithThreeAndSaysEachInWordsWithNames() {
        planning.plan = CommandProblemFixture.plan(
                List.of(CommandProblemFixture.moduleMeeting("Dansk", null, null)), MISSING_COUNTED);
        planning.faults = List.of(MISSING);

        CommandOutput ended = solve();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(folder.resolve("timetable.json")).exists();
        assertThat(ended.out())
                .contains("Planen holder, men mangler noget.", "0 konflikter · 2 åbne pladser · ")
                .contains("- \"Dansk\" (Hold Å, mandag 7. september kl. 08.45) mangler 2 voksne.");
    }

    @Test
    void hardFaultsPrecedeMediumOnesAndStudentsAreIdsUnlessNamesAreRequested() {
        var rest = new RuleViolation("core.daily-rest", Level.HARD, 30, List.of(CommandProblemFixture.ANE));
        var together = new RuleViolation(
                "core.never-together",
                Level.HARD,
                1,
                List.of(CommandProblemFixture.CAMILLA, CommandProblemFixture.TEAM));
        planning.plan = CommandProblemFixture.plan(
                List.of(),
                MISSING_COUNTED,
                new RuleResult("core.daily-rest", Level.HARD, 1, 30, 1),
                new RuleResult("core.never-together", Level.HARD, 1, 1, 1));
        planning.faults = List.of(MISSING, rest, together);

        CommandOutput ended = solve();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out())
                .containsSubsequence(
                        "Planen holder ikke.",
                        "2 konflikter · 0 åbne pladser · 1 anden mangel",
                        "Ane Bjerregård hviler 30 minutter for lidt.",
                        "Eleven c1 må ikke være på Hold Å.",
                        "mangler 2 voksne")
                .doesNotContain("Camilla");
        assertThat(solve("--names").out()).contains("Eleven Camilla Dahl må ikke være på Hold Å.");
    }

    @Test
    void wishesThatAreNotMetAreNamedWithTheirWeightedCost() {
        planning.plan = CommandProblemFixture.plan(List.of(), new RuleResult("core.wishes", Level.SOFT, 10, 3, 2));

        CommandOutput ended = solve();

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Ønsker: 2 steder, vægtet 30");
    }

    @Test
    void differenceFromTheDemandIsNoDisagreementOfTheProgramWithItself() {
        planning.plan = CommandProblemFixture.plan(List.of());
        planning.faults =
                List.of(new RuleViolation("core.asked-time", Level.MEDIUM, 1, List.of(CommandProblemFixture.TEAM)));

        CommandOutput ended = solve();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("1 anden mangel");
    }

    /** A meeting in a room that it may not have is reported once, though another rule charges that the room is too small. */
    @Test
    void mistakeThatIsReportedOnceIsNoDisagreementOfTheProgramWithItself() {
        planning.plan = CommandProblemFixture.plan(List.of(), MISSING_COUNTED);
        planning.faults =
                List.of(new RuleViolation("core.asked-time", Level.MEDIUM, 1, List.of(CommandProblemFixture.TEAM)));
        planning.explainedFaults =
                List.of(new RuleViolation("core.missing-adult", Level.MEDIUM, 2, List.of(CommandProblemFixture.TEAM)));

        CommandOutput ended = solve();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).doesNotContain("kontrollen finder");
    }

    @Test
    void whenCheckerAndSolverDisagreeThePlanIsWrittenButTheProgramHasFailed() {
        planning.plan = CommandProblemFixture.plan(List.of(), MISSING_COUNTED);

        CommandOutput ended = solve();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(folder.resolve("timetable.json")).exists();
        assertThat(ended.err()).contains("core.missing-adult: planen siger 2, kontrollen finder 0");
    }

    @Test
    void everythingWrongWithTheProblemIsSaidWithPlaceAndCodeAndNothingIsWritten() {
        planning.wrong = List.of(
                Finding.error("toy.wrong", "/interventions/0/parameters/days", "Mandag"),
                Finding.warning("toy.wrong", "/interventions/0/title", "Titlen"));

        CommandOutput ended = solve("--output", "plan.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .containsSubsequence(
                        "Fejl  lejr æ.json /interventions/0/parameters/days  [toy.wrong]",
                        "  Mandag kan ikke bruges.",
                        "Advarsel  lejr æ.json /interventions/0/title  [toy.wrong]",
                        "1 fejl og 1 anden bemærkning. Intet er skrevet.");
        assertThat(folder.resolve("plan.json")).doesNotExist();
        assertThat(planning.requests).isEmpty();
    }

    @Test
    void findingHasNamesAsSoonAsTheProblemCouldBeRead() {
        planning.wrong = List.of(Finding.error("toy.wrong", "/staff/1", CommandProblemFixture.BO));

        assertThat(solve().err()).contains("Bo Øster kan ikke bruges.");
    }

    @Test
    void aFindingWhoseTextAPluginForgotIsSaidByItsCode() {
        planning.shortage = List.of(Finding.warning("toy.forgotten", "", CommandProblemFixture.BO, 3));

        CommandOutput ended = solve();

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("toy.forgotten (Bo Øster, 3)");
    }

    @Test
    void aWarningStopsNothing() {
        planning.wrong = List.of(Finding.warning("toy.wrong", "/title", "Titlen"));

        CommandOutput ended = solve();

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Advarsel  lejr æ.json /title", "Titlen kan ikke bruges.");
    }

    @Test
    void badProblemAndBadDestinationAreSaidTogether() {
        planning.wrong = List.of(Finding.error("toy.wrong", "/title", "Titlen"));

        CommandOutput ended = solve("--output", "ingen/plan.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("[toy.wrong]", "[output.no-folder]", "2 fejl");
    }

    @Test
    void missingProblemFileEndsWithTwo() {
        CommandOutput ended = CommandRunner.inFolder(folder, planning).run("solve", "findes-ikke.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("findes-ikke.json", "[file.not-found]");
    }

    @Test
    void resultIsNeverWrittenOverTheProblem() {
        CommandOutput ended = solve("--output", "lejr æ.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("[output.is-input]");
        assertThat(folder.resolve("lejr æ.json")).hasContent("{}");
    }

    @Test
    void withoutOutputAnEarlierPlanIsNotTouched() throws IOException {
        Files.writeString(folder.resolve("timetable.json"), "old");

        CommandOutput ended = solve();

        assertThat(folder.resolve("timetable.json")).hasContent("old");
        assertThat(folder.resolve("timetable-2.json")).hasContent("seed 1");
        assertThat(ended.out()).contains("timetable-2.json");
    }

    @Test
    void namedOutputIsReplaced() throws IOException {
        Files.writeString(folder.resolve("plan.json"), "old");

        assertThat(solve("--output", "plan.json").code()).isZero();

        assertThat(folder.resolve("plan.json")).hasContent("seed 1");
    }

    @Test
    void shortageIsReportedBeforeSolving() {
        planning.shortage = List.of(Finding.warning("toy.short", "", 12));

        CommandOutput ended = solve();

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsSubsequence("er der én ting", "12 timer mangler.", "forbereder", "Planen holder");
    }

    @Test
    void earlierPlanIsTheReferenceAndWhatIsGoneIsNamed() throws IOException {
        Files.writeString(folder.resolve("old.json"), "{}");
        planning.gone = List.of(Finding.info("toy.gone", "/meetings/3", CommandProblemFixture.BO));

        CommandOutput ended = solve("--continue-from", "old.json");

        assertThat(ended.code()).isZero();
        assertThat(planning.requests.getFirst().reference()).isEqualTo(planning.plan);
        assertThat(ended.out()).contains("Den tidligere plan bruges, men én ting", "Bo Øster er væk.");
    }

    @Test
    void earlierPlanThatIsNotThereEndsWithTwo() {
        CommandOutput ended = solve("--continue-from", "old.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(planning.requests).isEmpty();
    }

    @Test
    void engineThatFailsEndsWithOneWithoutStackTraceAndWithoutFile() {
        planning.failure = new IllegalStateException("no basic variable");

        CommandOutput ended = solve();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("no basic variable", "--verbose")
                .doesNotContain("\tat ")
                .doesNotContain("Exception in");
        assertThat(folder.resolve("timetable.json")).doesNotExist();
    }

    @Test
    void stackTraceIsShownOnlyWhenAskedFor() {
        planning.failure = new IllegalStateException("no basic variable");

        assertThat(solve("--verbose").err()).contains("\tat dk.grundskema");
        assertThat(CommandRunner.inFolder(folder, planning)
                        .withVariable("GRUNDSKEMA_VERBOSE", "1")
                        .run("solve", "lejr æ.json")
                        .err())
                .contains("\tat dk.grundskema");
    }

    @Test
    void aPlanThatCannotBeWrittenAfterAllIsTheProgramsFailureAndSaidSo() {
        planning.diskIsFull = true;

        CommandOutput ended = solve();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("Planen kunne ikke skrives", "timetable.json")
                .doesNotContain("\tat ");
    }

    @Test
    void interruptedSolveIsWrittenAndEndsWithTheCodeOfItsPlan() throws Exception {
        planning.onlyEndsWhenStopped = true;
        planning.plan = CommandProblemFixture.plan(
                List.of(CommandProblemFixture.moduleMeeting("Dansk", null, null)), MISSING_COUNTED);
        planning.faults = List.of(MISSING);
        var command = CommandRunner.inFolder(folder, planning);
        var ended = CompletableFuture.supplyAsync(() -> command.run("solve", "lejr æ.json"));
        planning.started.await();

        boolean gracefully = awaitGraceful(command.interruption);

        assertThat(gracefully).isTrue();
        assertThat(ended.get().code()).isEqualTo(3);
        assertThat(ended.get().out()).contains("Stoppet");
        assertThat(folder.resolve("timetable.json")).exists();
    }

    /** The command minds interruptions from a moment after the engine was started. */
    private static boolean awaitGraceful(ShutdownHandler interruption) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (interruption.endGracefully()) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }
}
