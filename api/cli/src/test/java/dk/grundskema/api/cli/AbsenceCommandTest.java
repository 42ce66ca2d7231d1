package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sick day in the first week of the example camp, typed as the coordinator types it. */
class AbsenceCommandTest {
    private static final Path EXAMPLE =
            Path.of("../../examples/camp-3-weeks/problem.json").toAbsolutePath().normalize();

    private static final StaffId LONE = new StaffId("lone");

    @TempDir
    private static Path plans;

    @TempDir
    private Path folder;

    private String camp = "";
    private String plan = "";

    @BeforeAll
    static void solve() throws IOException {
        Path camp = Files.writeString(
                plans.resolve("camp.json"), Files.readString(EXAMPLE).replace("\"weeks\": 3", "\"weeks\": 1"));
        SolvedFile.write(camp, plans.resolve("plan.json"), 4000);
    }

    @BeforeEach
    void paths() {
        camp = plans.resolve("camp.json").toString();
        plan = plans.resolve("plan.json").toString();
    }

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    private CommandOutput replan(String... more) {
        var args = new ArrayList<>(List.of("replan", camp, plan));
        args.addAll(List.of(more));
        return type(args.toArray(String[]::new));
    }

    @Test
    void sickDayIsRepairedWrittenAndItsPairChecks() throws IOException {
        CommandOutput ended = replan(
                "--absent", "Lone", "2026-09-10..2026-09-10", "--output", "new", "--steps", "5000", "--lang", "en");
        CommandOutput again =
                replan("--absent", "lone abildgaard", "2026-09-10", "--output", "b", "--steps", "5000", "--lang", "en");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out())
                .startsWith("Lone Abildgaard is away on Thursday 10 September.")
                .contains("Who can take them?", "1. ", "instead of Lone", "No repair changes fewer.")
                .contains("The changed problem, the plan and the list of changes are in ");
        var planning = new PluginPlanningFacade();
        var problem = (ReadResult.Success<Problem>) planning.readProblem(folder.resolve("new/problem.json"));
        var timetable = (ReadResult.Success<Timetable>) planning.readTimetable(folder.resolve("new/timetable.json"));
        assertThat(timetable.value().problem()).isEqualTo(problem.hash());
        assertThat(planning.checkTimetable(problem.value(), timetable.value())).isEmpty();
        assertThat(Files.readString(folder.resolve("b/timetable.json")))
                .isEqualTo(Files.readString(folder.resolve("new/timetable.json")));
        assertThat(again.code()).isZero();
    }

    @Test
    void problemHasTheAbsenceAndNothingElseNew() throws IOException {
        replan("--absent", "Lone", "2026-09-10T12:00..2026-09-11", "--output", "new", "--steps", "2000");

        String before = Files.readString(Path.of(camp)).replaceAll("\\s+", "");
        String after = Files.readString(folder.resolve("new/problem.json")).replaceAll("\\s+", "");
        assertThat(after)
                .contains("{\"from\":\"2026-09-10\",\"until\":\"2026-09-10\",\"start\":\"12:00\"}")
                .contains("{\"from\":\"2026-09-11\",\"until\":\"2026-09-11\"}");
        assertThat(after.length()).isBetween(before.length(), before.length() + 250);
    }

    @Test
    void danishIsDanish() {
        CommandOutput ended = replan("--absent", "Lone", "2026-09-10", "--preview", "--steps", "5000", "--lang", "da");

        assertThat(ended.out())
                .startsWith("Lone Abildgaard er væk torsdag 10. september.")
                .contains("Hvem kan tage dem?", "i stedet for Lone", "Ingen reparation ændrer færre.");
    }

    @Test
    void allErrorsAreReportedAtOnceAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("plan.txt"), "not a folder");
        CommandOutput ended = replan(
                "--absent",
                "Nobody Here",
                "2026-09-10",
                "--absent",
                "Lonne",
                "10/9",
                "--absent",
                "Lone",
                "2026-09-11..2026-09-10",
                "--absent",
                "Mette",
                "2027-01-01..2027-01-02",
                "--now",
                "soon",
                "--output",
                "plan.txt",
                "--lang",
                "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("Nobody on the staff is called \"Nobody Here\".")
                .contains("Did you mean Lone?")
                .contains("\"10/9\" is no time.")
                .contains("\"2026-09-11..2026-09-10\" ends before it begins.")
                .contains("\"soon\" is no time.")
                .contains("[changing.no-folder]");
        assertThat(folder).isDirectoryContaining("glob:**plan.txt");
    }

    @Test
    void absenceThatEndsBeforeItBeginsIsRefusedInWords() {
        CommandOutput ended = replan("--absent", "Lone", "2026-09-11..2026-09-10", "--preview", "--lang", "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--absent", "\"2026-09-11..2026-09-10\" ends before it begins.");
    }

    @Test
    void absenceOutsideTheCampOrInThePastIsRefused() {
        CommandOutput ended = replan(
                "--absent",
                "Mette",
                "2027-01-01..2027-01-02",
                "--absent",
                "Lone",
                "2026-09-10",
                "--now",
                "2026-09-12",
                "--preview",
                "--lang",
                "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "Mette Winding: from Friday 1 January 2027 to Saturday 2 January 2027 is not within the plan, which lasts from Monday 7 September 2026 to")
                .contains("Lone Abildgaard: this ended at", "The past is a fact and stays as it was.");
    }

    @Test
    void momentThatIsNotWithinTheCampIsRefused() {
        CommandOutput english =
                replan("--absent", "Lone", "2026-09-10", "--now", "2026-08-01", "--preview", "--lang", "en");
        CommandOutput danish =
                replan("--absent", "Lone", "2026-09-10", "--now", "2026-11-01", "--preview", "--lang", "da");

        assertThat(english.code()).isEqualTo(2);
        assertThat(english.err()).contains("--now", "is not within the plan, which lasts from");
        assertThat(danish.code()).isEqualTo(2);
        assertThat(danish.err()).contains("ligger ikke i planen, som varer fra");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void absenceThatBeginsBeforeTheCampIsPlannedFromItsFirstDay() {
        CommandOutput ended = replan(
                "--absent", "Lone", "2026-09-01..2026-09-07", "--output", "new", "--steps", "5000", "--lang", "en");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("What began before Monday 7 September, 00:00, stays as it was.");
    }

    private static List<Meeting> begunBefore(Path file, LocalDateTime moment) {
        Timetable timetable = ((ReadResult.Success<Timetable>) new PluginPlanningFacade().readTimetable(file)).value();
        return timetable.meetings().stream()
                .filter(one -> one.time().firstDate().atTime(one.start()).isBefore(moment))
                .toList();
    }

    @Test
    void whatBeganBeforeTheMomentStaysAlsoForThosePeopleWhoAreAway() {
        LocalDateTime now = LocalDateTime.parse("2026-09-10T12:00");
        replan(
                "--absent",
                "Lone",
                "2026-09-09..2026-09-11",
                "--now",
                "2026-09-10T12:00",
                "--output",
                "new",
                "--steps",
                "5000");

        List<Meeting> before = begunBefore(Path.of(plan), now);
        assertThat(begunBefore(folder.resolve("new/timetable.json"), now)).isEqualTo(before);
        assertThat(before.stream().flatMap(one -> one.seats().stream())).anyMatch(seat -> LONE.equals(seat.staffId()));
    }

    @Test
    void lockOnTheAbsentPersonInADatedMeetingIsReleased() throws IOException {
        Timetable timetable =
                ((ReadResult.Success<Timetable>) new PluginPlanningFacade().readTimetable(Path.of(plan))).value();
        Meeting hers = timetable.meetings().stream()
                .filter(one -> one.time().firstDate().equals(LocalDate.parse("2026-09-10"))
                        && one.seats().stream().anyMatch(seat -> LONE.equals(seat.staffId())))
                .findFirst()
                .orElseThrow();
        int place = hers.seats().stream()
                .map(seat -> LONE.equals(seat.staffId()))
                .toList()
                .indexOf(true);
        Files.writeString(
                folder.resolve("locked.json"),
                Files.readString(Path.of(camp))
                        .replaceFirst(
                                "\"interventions\"",
                                "\"locks\": [{\"sessionId\": \"%s\", \"seats\": [{\"position\": %d, \"staffId\": \"lone\"}]}], \"interventions\""
                                        .formatted(hers.sessionId(), place)));

        CommandOutput ended = type(
                "replan",
                "locked.json",
                plan,
                "--absent",
                "Lone",
                "2026-09-10",
                "--output",
                "new",
                "--steps",
                "5000",
                "--lang",
                "en");

        assertThat(ended.code()).as(ended.out() + ended.err()).isIn(0, 3);
        assertThat(Files.readString(folder.resolve("new/problem.json"))).doesNotContain("\"" + hers.sessionId() + "\"");
    }

    @Test
    void absenceWithoutDutyIsSaid() {
        CommandOutput ended = replan("--absent", "Lone", "2026-09-13", "--preview", "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Lone Abildgaard has no duty");
    }

    @Test
    void changeListsTheCandidatesToo() {
        CommandOutput ended = type(
                "change",
                camp,
                plan,
                "--now",
                "2026-09-10",
                "--away",
                "Lone",
                "2026-09-10",
                "2026-09-10",
                "--preview",
                "--steps",
                "5000",
                "--fresh-seconds",
                "0",
                "--lang",
                "en");
        CommandOutput same = replan("--absent", "Lone", "2026-09-10", "--preview", "--steps", "5000", "--lang", "en");

        assertThat(ended.out())
                .contains("Who can take them?", "No repair changes fewer.")
                .isEqualTo(same.out());
    }

    @Test
    void withoutAMomentOrAnAbsenceThereIsNothingToAsk() {
        assertThat(replan("--lang", "en").code()).isEqualTo(2);
        assertThat(replan("--absent", "Lone", "--lang", "en").code()).isEqualTo(2);
    }
}
