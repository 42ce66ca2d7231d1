package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NextTermCommandTest {
    @TempDir
    private Path folder;

    private CommandOutput run(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--lang", "en"));
        return new CommandRunner(folder, PluginPlanningFacade::new).run(all.toArray(String[]::new));
    }

    private CommandOutput nextTerm(String example, String... more) {
        String file = Path.of("../../examples", example, "problem.json")
                .toAbsolutePath()
                .toString();
        return run(Stream.concat(Stream.of("next-term", file, "--output", "next.json"), Stream.of(more))
                .toArray(String[]::new));
    }

    private Problem present(String example) {
        return read(Path.of("../../examples", example, "problem.json"));
    }

    private Problem next() {
        return read(folder.resolve("next.json"));
    }

    private static Problem read(Path file) {
        return ((ReadResult.Success<Problem>) new PluginPlanningFacade().readProblem(file)).value();
    }

    @Test
    void classesMoveUpAndWeeksAreThoseOfTheNextSchoolYear() {
        CommandOutput ended = nextTerm("school-12-classes");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("12 classes move up: 1A → 2A", "2027-08-16 to 2028-06-25", "moved by 53 weeks");
        Problem next = next();
        assertThat(next.horizon().firstWeek()).isEqualTo(new IsoWeek(2027, 33));
        assertThat(next.horizon().closedDays())
                .contains(LocalDate.of(2027, 10, 18), LocalDate.of(2028, 4, 14))
                .doesNotContain(LocalDate.of(2027, 10, 11));
        assertThat(next.group(new GroupId("1a")).orElseThrow().name()).isEqualTo("2A");
        assertThat(next.title()).contains("2027/28").doesNotContain("2026");
        assertThat(next.locks()).isEmpty();
        assertThat(next.staff())
                .extracting(one -> one.id())
                .isEqualTo(present("school-12-classes").staff().stream()
                        .map(one -> one.id())
                        .toList());
    }

    @Test
    void lessonsOfAllSchoolWeeksAreInAllOfTheNextYearAndNeverOnClosedDays() {
        nextTerm("school-12-classes");

        Problem next = next();
        assertThat(next.lessons()).hasSameSizeAs(present("school-12-classes").lessons());
        for (Lesson lesson : next.lessons()) {
            assertThat(lesson.time().dates()).noneMatch(next.horizon()::isClosed);
        }
        long mondays = next.horizon().allWeeks().stream()
                .map(week -> week.date(DayOfWeek.MONDAY))
                .filter(day -> !next.horizon().isClosed(day))
                .count();
        assertThat(next.lessons().getFirst().time().weeks()).hasSize((int) mondays);
    }

    @Test
    void nextTermCanBePlanned() {
        nextTerm("school-12-classes");

        assertThat(new PluginPlanningFacade().validate(next())).noneMatch(Finding::isError);
        SolvedFile.write(folder.resolve("next.json"), folder.resolve("plan.json"), 1);
    }

    @Test
    void ninthYearLeavesWithItsStudentsAndNothingRefersToThem() throws IOException {
        Problem present = present("small-groups");
        List<StudentId> leavers = present.students().stream()
                .filter(one -> String.valueOf(one.classGroup()).startsWith("9"))
                .map(one -> one.id())
                .toList();

        CommandOutput ended = nextTerm("small-groups");

        assertThat(leavers).isNotEmpty();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("3 classes leave school: 9.A, 9.B, 9.C, with " + leavers.size() + " students");
        assertThat(next().students())
                .hasSize(present.students().size() - leavers.size())
                .noneMatch(one -> leavers.contains(one.id()));
        assertThat(next().lessons())
                .noneMatch(one -> one.groupIds().contains(new GroupId("9a")))
                .hasSizeLessThan(present.lessons().size());
        String text = Files.readString(folder.resolve("next.json"));
        assertThat(leavers).allSatisfy(one -> assertThat(text).doesNotContain("\"" + one + "\""));
    }

    @Test
    void campMovesToADayAndDatedWishesAreLeftOut() {
        CommandOutput ended = nextTerm("camp-3-weeks", "--first-day", "2027-02-08", "--title", "Winter camp");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("2027-02-08 to 2027-02-28", "of certain dates are left out");
        Problem next = next();
        assertThat(next.title()).isEqualTo("Winter camp");
        assertThat(next.students()).isEqualTo(present("camp-3-weeks").students());
        assertThat(next.staff().stream().mapToInt(one -> one.wishes().size()).sum())
                .isPositive()
                .isLessThanOrEqualTo(present("camp-3-weeks").staff().stream()
                        .mapToInt(one -> one.wishes().size())
                        .sum());
        assertThat(run("check", "next.json").err()).doesNotContain("Error");
    }

    @ParameterizedTest
    @CsvSource({
        "--school-year, 2026/27, next-term.bad-year",
        "--school-year, 2027/29, next-term.bad-year",
        "--school-year, next, next-term.bad-year",
        "--first-day, 2026-08-10, next-term.bad-day",
        "--first-day, 9999-12-31, next-term.bad-day",
        "--first-day, monday, next-term.bad-day",
    })
    void whatCannotBeIsRefusedAndNothingIsWritten(String option, String value, String code) {
        CommandOutput ended = nextTerm("school-12-classes", option, value);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(code, option);
        assertThat(folder.resolve("next.json")).doesNotExist();
    }

    @Test
    void yearAndDayTogetherAndOverwritingTheProblemAreRefused() throws IOException {
        Files.copy(Path.of("../../examples/camp-3-weeks/problem.json"), folder.resolve("camp.json"));
        String before = Files.readString(folder.resolve("camp.json"));

        assertThat(nextTerm("school-12-classes", "--school-year", "2027/28", "--first-day", "2027-08-16")
                        .err())
                .contains("Write either --school-year or --first-day");
        assertThat(run("next-term", "camp.json", "--output", "camp.json").code())
                .isEqualTo(2);
        assertThat(Files.readString(folder.resolve("camp.json"))).isEqualTo(before);
    }

    @Test
    void acceptedShortfallsEndWithTheirTerm() throws IOException {
        Problem present = present("camp-3-weeks")
                .withAcceptedShortfalls(List.of(new AcceptedShortfall(
                        "core.missing-adult", "", null, 1, "Trip", "Ida", LocalDate.of(2026, 9, 1))));
        Files.writeString(folder.resolve("present.json"), JsonFormatter.format(RecordWriter.toJson(present)));

        CommandOutput ended = run("next-term", "present.json", "--output", "next.json", "--first-day", "2027-02-08");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(next().acceptedShortfalls()).isEmpty();
        assertThat(ended.out()).contains("1 accepted shortfall is left out");
    }
}
