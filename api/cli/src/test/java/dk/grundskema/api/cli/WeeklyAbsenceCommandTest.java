package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An absence in a school's weekly plan: the series is split by date, and only the days of the absence change. */
class WeeklyAbsenceCommandTest {
    @TempDir
    private Path folder;

    private void solve(String... pool) throws IOException {
        Files.writeString(folder.resolve("school.json"), WeeklySchool.problem(pool));
        type("solve", "school.json", "--output", "plan.json", "--steps", "200", "--searches", "1");
    }

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    private CommandOutput replan(String... more) {
        var args = new ArrayList<>(List.of("replan", "school.json", "plan.json", "--output", "new"));
        args.addAll(List.of(more));
        return type(args.toArray(String[]::new));
    }

    private List<String> before() {
        return WeeklySchool.coTeachers(folder.resolve("plan.json"));
    }

    private List<String> after() {
        return WeeklySchool.coTeachers(folder.resolve("new/timetable.json"));
    }

    @Test
    void seriesIsSplitWhereTheCoTeacherIsAwayAndTheOtherOneStandsIn() throws IOException {
        solve("mia", "bo");
        String holder = before().getFirst().substring(3);
        String other = holder.equals("mia") ? "bo" : "mia";

        CommandOutput ended = replan("--absent", holder, "2026-08-17..2026-08-18", "--lang", "en");

        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out())
                .contains("Days of others that change: 1.", "Monday 17 August – 08:00–08:45 DAN (1A): ", " instead of ")
                .doesNotContain("Who can take them?", "repair");
        assertThat(after()).containsExactly("33 " + holder, "34 " + other, "35 " + holder);
        CommandOutput checked = type("check", "new/problem.json", "new/timetable.json", "--lang", "en");
        assertThat(checked.code()).isZero();
        assertThat(checked.err())
                .as("decisions have one holder of the series; the checker knows each week")
                .doesNotContain("own figures");
    }

    @Test
    void weeksBeforeTheMomentStayInAnAbsenceThatBeganEarlier() throws IOException {
        solve("mia", "bo");
        String holder = before().getFirst().substring(3);
        String other = holder.equals("mia") ? "bo" : "mia";

        replan("--absent", holder, "2026-08-10..2026-08-30", "--now", "2026-08-17T06:40");

        assertThat(after()).containsExactly("33 " + holder, "34 " + other, "35 " + other);
    }

    @Test
    void dayThatNobodyCanTakeIsNamedAndThePlanIsWritten() throws IOException {
        solve("mia");

        CommandOutput ended = replan("--absent", "Mia", "2026-08-17..2026-08-18", "--lang", "en");

        assertThat(ended.out())
                .contains("Where nobody takes over", "Monday 17 August – 08:00–08:45 DAN (1A): nobody instead of Mia");
        assertThat(after()).containsExactly("33 mia", "34 null", "35 mia");
    }

    @Test
    void ofAnAbsentTeacherItIsSaidWhoIsThere() throws IOException {
        solve("mia");

        CommandOutput ended = replan("--absent", "Ann", "2026-08-17..2026-08-30", "--lang", "da");

        assertThat(ended.out())
                .contains("Her tager ingen over", "mandag 17. august, mandag 24. august – 08.00–08.45 DAN (1A): ")
                .contains("Mia");
        assertThat(after()).isEqualTo(before());
    }

    @Test
    void lockOnTheSeriesIsNamedWithThePerson() throws IOException {
        solve("mia");
        Path problem = folder.resolve("school.json");
        String session =
                Files.readString(folder.resolve("plan.json")).replaceAll("(?s).*?\"(co/lesson/dan/[^\"]*)\".*", "$1");
        Files.writeString(
                problem,
                Files.readString(problem)
                        .replaceFirst(
                                "\"interventions\"",
                                "\"locks\": [{\"sessionId\": \"%s\", \"seats\": [{\"position\": 1, \"staffId\": \"mia\"}]}], \"interventions\""
                                        .formatted(session)));
        type("solve", "school.json", "--output", "plan.json", "--steps", "200", "--searches", "1");

        CommandOutput ended = replan("--absent", "Mia", "2026-08-17", "--lang", "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("The change takes Mia Dahl away from \"DAN\"", "a lock keeps that person there");
        assertThat(folder.resolve("new/timetable.json")).doesNotExist();
    }

    @Test
    void absenceOnADayWithoutDutyIsWrittenAndChangesNothing() throws IOException {
        solve("mia");

        CommandOutput ended = replan("--absent", "Mia", "2026-08-18", "--lang", "en");

        assertThat(ended.out()).contains("Mia Dahl has no duty");
        assertThat(ended.code()).isZero();
        assertThat(after()).isEqualTo(before());
        assertThat(folder.resolve("new/problem.json")).content().contains("2026-08-18");
    }
}
