package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import dk.grundskema.solver.edit.GroupChoice;
import dk.grundskema.solver.edit.MeetingTarget;
import dk.grundskema.solver.edit.MeetingWishes;
import dk.grundskema.solver.edit.MemberChoices;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.FaultVerdict;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.ProofFact;
import dk.grundskema.solver.proof.Remedy;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.RemedyStep;
import dk.grundskema.solver.proof.SeatCandidateReport;
import dk.grundskema.solver.proof.SeatChange;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.StaffingConflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of {@code check}, {@code schema} and {@code --version} for results of the planning facade. */
class CheckAndSchemaCommandTest {
    private static final RuleViolation MISSING =
            new RuleViolation("core.missing-adult", Level.MEDIUM, 2, List.of(CommandProblemFixture.MODULE));

    private static final ProofFact AWAY = new ProofFact(
            ProofFact.Kind.UNAVAILABLE,
            List.of(new StaffId("bo"), LocalDateTime.of(2026, 9, 10, 0, 0), LocalDateTime.of(2026, 9, 11, 0, 0)));
    private static final SeatChange TAKES = new SeatChange(CommandProblemFixture.MODULE, 1, null, new StaffId("anna"));

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
    void checkNamesTheReasonOfAnUnavoidableSeatAndTheChangesOfAnAvoidableOne() {
        planning.proofs.bound = new OpenSeatBound(3, 1);
        planning.proofs.verdicts = List.of(
                verdict(Avoidability.UNAVOIDABLE, List.of(AWAY), List.of()),
                verdict(Avoidability.AVOIDABLE, List.of(), List.of(TAKES)),
                verdict(Avoidability.UNKNOWN, List.of(), List.of()));

        CommandOutput ended = type("check", "p.json", "t.json", "--lang", "en");

        assertThat(ended.out())
                .contains("Open seats: 3. With these times, at least 1 cannot be avoided.")
                .contains("proved that it cannot be filled")
                .contains("Bo Øster is unavailable from Thursday 10 September 00:00")
                .contains("can be filled, with 1 change:")
                .contains("anna takes seat 1 of")
                .contains("not known whether it can be filled");
    }

    @Test
    void checkSaysOfEachConflictWhetherItCanBeMended() {
        var rest = new RuleViolation("core.daily-rest", Level.HARD, 60, List.of(new StaffId("anna")));
        planning.faults = List.of(rest, rest, rest, rest);
        planning.proofs.faultVerdicts = List.of(
                new FaultVerdict(rest, Avoidability.UNAVOIDABLE, List.of(AWAY), List.of(), null),
                new FaultVerdict(rest, Avoidability.AVOIDABLE, List.of(), List.of(TAKES), null),
                new FaultVerdict(rest, Avoidability.AVOIDABLE, List.of(), List.of(TAKES), null),
                new FaultVerdict(rest, Avoidability.UNKNOWN, List.of(), List.of(), null));

        CommandOutput ended = type("check", "p.json", "t.json", "--lang", "en");

        assertThat(ended.out())
                .contains("Conflicts and shortfalls other than open seats: 4.")
                .contains("Proved that they cannot be mended at these times: 1. Can be mended: 2. Not known: 1.")
                .contains("It is proved that this cannot be mended at these times while all filled seats stay filled.")
                .contains("      - Bo Øster is unavailable from Thursday 10 September 00:00")
                .contains("And one more of this kind. It can be mended without breaking another rule more")
                .contains("      - anna takes seat 1 of");
        assertThat(type("check", "p.json", "t.json").out())
                .contains("Bevist, at de ikke kan rettes med disse tider: 1. Kan rettes: 2. Vides ikke: 1.");
    }

    @Test
    void checkSaysThatNothingIsProvedWithoutTheLibrary() {
        planning.proofs.available = false;
        planning.proofs.bound = new OpenSeatBound(2, null);

        CommandOutput ended = type("check", "p.json", "t.json", "--lang", "en");

        assertThat(ended.out())
                .contains("How many of them cannot be avoided is not known.")
                .contains("the library of the exact search could not be loaded");
    }

    @Test
    void explainNamesWhatSpeaksAgainstEachCandidate() {
        planning.proofs.seats = List.of(new SeatCandidateReport(
                CommandProblemFixture.MODULE,
                1,
                "teacher",
                null,
                List.of(),
                List.of(
                        new SeatCandidateReport.Candidate(
                                new StaffId("bo"),
                                List.of(Finding.info(
                                        "proof.rest-short",
                                        "",
                                        new StaffId("bo"),
                                        Duration.ofHours(8),
                                        Duration.ofHours(11),
                                        Duration.ofHours(3))),
                                List.of(),
                                List.of(AWAY)),
                        new SeatCandidateReport.Candidate(new StaffId("anna"), List.of(), List.of(), List.of()))));
        planning.plan = CommandProblemFixture.plan(List.of(CommandProblemFixture.moduleMeeting("Dansk", null, null)));
        planning.meetingWishes = new MeetingWishes(List.of(), Map.of(0, Map.of(new StaffId("anna"), 12L)));

        CommandOutput ended = type("explain", "p.json", "t.json", CommandProblemFixture.MODULE.value(), "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("(teacher): open")
                .contains("Bo Øster would rest 8 h of 11 h: 3 h short.")
                .contains("anna: nothing speaks against it. The wishes would cost 12 points more.")
                .contains("Bo Øster could take the seat if this did not hold:")
                .contains("Bo Øster is unavailable from Thursday 10 September 00:00");
    }

    @Test
    void explainNamesRulesOtherTimesAndGroups() {
        planning.plan = CommandProblemFixture.plan(List.of(CommandProblemFixture.moduleMeeting("Dansk", null, null)));
        var time = MeetingTime.on(LocalDate.of(2026, 9, 10), LocalTime.of(9, 0), LocalTime.of(10, 30));
        planning.targets = List.of(new MeetingTarget(
                time,
                null,
                false,
                new Score(-90, 0, 0),
                List.of(
                        new RuleDifference("core.room-in-two-places", Level.HARD, 90, 90),
                        new RuleDifference("core.wishes", Level.SOFT, -3, -3))));
        planning.members = List.of(new MemberChoices(
                new StudentId("ida"),
                new GroupId("group-1"),
                List.of(new GroupChoice(new GroupId("group-2"), new Score(0, 0, 0), List.of()))));

        CommandOutput ended = type("explain", "p.json", "t.json", CommandProblemFixture.MODULE.value(), "--lang", "en");

        assertThat(ended.out())
                .contains("Kept: ")
                .contains("Thursday 10 September at 09:00–10:30: would break more: ")
                .contains("the wishes would cost 3 points less.")
                .contains("There is no other room to try.")
                .contains("ida is in group-1.")
                .contains("group-2: the wishes would cost the same.");
    }

    @Test
    void checkAndExplainNameConfirmedChangesWithCostAndWhoMustAgree() {
        planning.proofs.bound = new OpenSeatBound(1, 1);
        planning.proofs.verdicts = List.of(verdict(Avoidability.UNAVOIDABLE, List.of(AWAY), List.of()));
        planning.proofs.remedies = new RemedyReport(List.of(remedy()), 3, true);

        for (String command : List.of("check", "explain")) {
            assertThat(type(command, "p.json", "t.json", "--lang", "en").out())
                    .contains("Tried: with each of these changes the seat can be filled")
                    .contains("Bo Øster comes after all on Thursday 10 September from 08:00 to 09:30."
                            + " Cost 8. To be agreed with: the colleague.")
                    .contains("anna takes seat 1 of")
                    .contains("More changes were not tried, because the time was up.");
        }
        assertThat(type("check", "p.json", "t.json").out()).contains("Pris 8. Aftales med: kollegaen.");
    }

    @Test
    void personWhoIsNotInTheProblemIsCalledTheNewPerson() {
        planning.proofs.bound = new OpenSeatBound(1, 1);
        planning.proofs.verdicts = List.of(verdict(Avoidability.UNAVOIDABLE, List.of(AWAY), List.of()));
        var extra = new StaffId("extra-1");
        var more = new RemedyStep.MorePeople(
                List.of(CommandProblemFixture.staff(extra, "+1")),
                List.of(),
                List.of(CommandProblemFixture.MODULE),
                90);
        planning.proofs.remedies = new RemedyReport(
                List.of(new Remedy(
                        List.of(more),
                        CommandProblemFixture.problem(),
                        List.of(new SeatChange(CommandProblemFixture.MODULE, 1, null, extra)),
                        null)),
                1,
                false);

        assertThat(type("check", "p.json", "t.json", "--lang", "en").out())
                .contains("The new person takes seat 1 of")
                .doesNotContain("extra-1");
        assertThat(type("check", "p.json", "t.json").out()).contains("Den nye person tager plads 1 i");
    }

    @Test
    void checkSaysThatNoneOfTheChangesHelps() {
        planning.proofs.bound = new OpenSeatBound(1, 1);
        planning.proofs.verdicts = List.of(verdict(Avoidability.UNAVOIDABLE, List.of(AWAY), List.of()));
        planning.proofs.remedies = new RemedyReport(List.of(), 3, false);

        assertThat(type("check", "p.json", "t.json", "--lang", "en").out())
                .contains("None of the 3 changes that were tried helps.")
                .doesNotContain("time was up");
    }

    @Test
    void checkOfAProblemAloneNamesContradictionsAndChanges() {
        planning.proofs.conflicts = List.of(new StaffingConflict(List.of(AWAY)));
        planning.proofs.remedies = new RemedyReport(List.of(remedy()), 1, false);

        CommandOutput ended = type("check", "p.json", "--lang", "en");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out())
                .contains("Proved before planning")
                .contains("after each of these changes no such facts contradict each other any more")
                .contains("Bo Øster comes after all");
    }

    @Test
    void checkOfAProblemAloneSaysThatNothingFoundIsNoPlan() {
        CommandOutput ended = type("check", "p.json", "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("That does not mean that a plan exists.");
    }

    @Test
    void checkOfAProblemAloneSaysThatTheTimeWasUp() {
        planning.proofs.limited = true;

        assertThat(type("check", "p.json", "--lang", "en").out())
                .contains("ended at its time limit, before everything was examined");
    }

    @Test
    void checkOfAProblemAloneNamesShortagesAlsoWithoutProofs() {
        planning.proofs.available = false;
        planning.shortage = List.of(Finding.warning("value.unknown-reference", "/staff", "bo"));

        CommandOutput ended = type("check", "p.json", "--lang", "en");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("Before planning, there is one thing that you should know", "/staff");
    }

    private static Remedy remedy() {
        var come = new RemedyStep.Come(
                new StaffId("bo"), LocalDateTime.of(2026, 9, 10, 8, 0), LocalDateTime.of(2026, 9, 10, 9, 30));
        return new Remedy(List.of(come), CommandProblemFixture.problem(), List.of(TAKES), null);
    }

    @Test
    void explainRefusesAMeetingThatIsNotInThePlan() {
        CommandOutput ended = type("explain", "p.json", "t.json", "nowhere", "--lang", "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("There is no meeting with this id");
    }

    @Test
    void explainSaysThatNoSeatIsOpen() {
        assertThat(type("explain", "p.json", "t.json", "--lang", "en").out()).contains("No required seat is open.");
    }

    private static SeatVerdict verdict(Avoidability state, List<ProofFact> reason, List<SeatChange> changes) {
        return new SeatVerdict(CommandProblemFixture.MODULE, 1, "teacher", state, reason, changes, null);
    }

    @Test
    void checkSaysWhereThePlansOwnFiguresAreWrong() {
        planning.faults = List.of(MISSING);
        planning.plan = CommandProblemFixture.plan(
                List.of(CommandProblemFixture.moduleMeeting("Dansk", null, null)),
                new RuleResult("core.missing-adult", Level.MEDIUM, 100, 0, 0));

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
