package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school's plan is continued with another co-teacher, with and without a moment before which it stays. */
class ContinuedPlanCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void solve() throws IOException {
        Files.writeString(folder.resolve("school.json"), WeeklySchool.problem("mia"));
        Files.writeString(folder.resolve("changed.json"), WeeklySchool.problem("bo"));
        type("solve", "school.json", "--output", "plan.json", "--steps", "200", "--searches", "1");
    }

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    private CommandOutput continued(String problem, String... more) {
        var args = new ArrayList<>(List.of("solve", problem, "--continue-from", "plan.json", "--steps", "200"));
        args.addAll(List.of("--searches", "1", "--output", "next.json"));
        args.addAll(List.of(more));
        return type(args.toArray(String[]::new));
    }

    @Test
    void withoutAMomentTheWeeksThatAreOverChangeToo() {
        continued("changed.json");

        assertThat(WeeklySchool.coTeachers(folder.resolve("next.json"))).containsExactly("33 bo", "34 bo", "35 bo");
    }

    /** The differences from the earlier plan cost its search something; the check does not know that plan. */
    @Test
    void checkDoesNotBlameAContinuedPlanForThePriceOfItsDifferences() throws IOException {
        continued("changed.json");
        String plan = Files.readString(folder.resolve("next.json"));

        assertThat(plan)
                .containsPattern("core.difference\", \"level\": \"SOFT\", \"weight\": \\d+, \"penalty\": [1-9]");
        assertThat(type("check", "changed.json", "next.json", "--lang", "en").err())
                .isEmpty();
        Files.writeString(folder.resolve("next.json"), plan.replaceFirst("\"soft\": -?\\d+", "\"soft\": -9999999"));
        assertThat(type("check", "changed.json", "next.json", "--lang", "en").err())
                .contains("the check finds");
    }

    @Test
    void whatBeganBeforeTheMomentStaysAndChangesAreListedDateByDate() {
        CommandOutput ended = continued("changed.json", "--now", "2026-08-17T06:40", "--lang", "en");

        assertThat(WeeklySchool.coTeachers(folder.resolve("next.json"))).containsExactly("33 mia", "34 bo", "35 bo");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().substring(ended.out().indexOf("Changed since the earlier plan")))
                .contains("1 meeting has other adults:", "2 dates from Monday 17 August to Monday 24 August")
                .doesNotContain("10 August");
    }

    @Test
    void momentThatIsNotWithinThePlanIsRefused() {
        CommandOutput english = continued("school.json", "--now", "2027-01-01", "--lang", "en");
        CommandOutput danish = continued("school.json", "--now", "2026-07-01", "--lang", "da");

        assertThat(english.code()).isEqualTo(2);
        assertThat(english.err()).contains("--now", "is not within the plan, which lasts from");
        assertThat(danish.code()).isEqualTo(2);
        assertThat(danish.err()).contains("ligger ikke i planen, som varer fra");
        assertThat(folder.resolve("next.json")).doesNotExist();
    }

    @Test
    void problemWithoutSomebodyWhoHasHeldMeetingsIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("changed.json"), WeeklySchool.problem("bo").replace("\"mia\"", "\"pia\""));

        CommandOutput ended = continued("changed.json", "--now", "2026-08-17T06:40", "--lang", "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Mia is part of meetings that have been held");
    }

    @Test
    void lessonWithoutAClassThatWasInItsHeldMeetingsIsRefused() throws IOException {
        String both = WeeklySchool.problem("mia")
                .replace("\"groups\": [", "\"groups\": [{\"id\": \"1b\", \"name\": \"1B\", \"kind\": \"CLASS\"}, ");
        Files.writeString(folder.resolve("school.json"), both);
        Path plan = folder.resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace("\"1a\"", "\"1b\""));

        assertThat(continued("school.json", "--now", "2026-08-17T06:40", "--lang", "en")
                        .code())
                .isNotEqualTo(2);
        Files.delete(folder.resolve("next.json"));
        Files.writeString(folder.resolve("changed.json"), WeeklySchool.problem("mia"));
        CommandOutput refused = continued("changed.json", "--now", "2026-08-17T06:40", "--lang", "en");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("1b is part of meetings that have been held");
        assertThat(folder.resolve("next.json")).doesNotExist();
    }

    @Test
    void momentWithoutAPlanOrWithoutSenseIsRefused() {
        CommandOutput english = type("solve", "school.json", "--now", "2026-08-17", "--lang", "en");
        CommandOutput danish = type("solve", "school.json", "--now", "2026-08-17", "--lang", "da");
        CommandOutput malformed = continued("school.json", "--now", "soon", "--lang", "en");

        assertThat(english.code()).isEqualTo(2);
        assertThat(english.err()).contains("--now belongs to --continue-from");
        assertThat(danish.err()).contains("--now hører til --continue-from");
        assertThat(malformed.code()).isEqualTo(2);
        assertThat(malformed.err()).contains("\"soon\" is no time.");
    }
}
