package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sick day in a school's weekly plan reassigns no lessons of the year. */
class ReplanWeeklyPlanTest {
    private static final String SCHOOL = """
            {"version": 1, "title": "School", "language": "en",
             "horizon": {"firstWeek": "2026-W33", "weeks": 3, "zone": "Europe/Copenhagen"},
             "sites": [{"id": "s", "name": "School"}],
             "staff": [{"id": "ann", "name": "Ann Berg", "contractHours": 37}, {"id": "mia", "name": "Mia Dahl", "contractHours": 37}],
             "groups": [{"id": "1a", "name": "1A", "kind": "CLASS"}],
             "lessons": [{"id": "dan", "title": "DAN", "subject": "DAN", "kind": "TEACHING", "groupIds": ["1a"], "staffIds": ["ann"],
               "time": {"weeks": ["2026-W33", "2026-W34", "2026-W35"], "weekday": "MONDAY", "start": "08:00", "end": "08:45"}}],
             "interventions": [{"id": "co", "type": "co-teaching", "title": "Co-teaching", "parameterVersion": 1, "parameters": {
               "classes": [{"groupId": "1a", "lessonsPerWeek": 1}], "pool": [{"staffId": "mia", "lessonsPerWeek": 5}],
               "preparation": {"minutesType1": 0}}}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void solve() throws IOException {
        Files.writeString(folder.resolve("school.json"), SCHOOL);
        type("solve", "school.json", "--output", "plan.json", "--steps", "200", "--searches", "1");
    }

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    @Test
    void daysWithoutTheCoTeacherAreNamedAndThePlanStays() {
        CommandOutput ended = type(
                "replan",
                "school.json",
                "plan.json",
                "--absent",
                "Mia",
                "2026-08-17..2026-08-18",
                "--output",
                "new.json",
                "--lang",
                "en");

        assertThat(ended.out())
                .contains("1 weekly meeting lacks somebody", "Monday 17 August", "DAN – 1A – Mia is away")
                .contains("nobody who could be asked is free then", "nothing was written");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(folder.resolve("new.json")).doesNotExist();
    }

    @Test
    void ofAnAbsentTeacherItIsSaidWhoIsThere() {
        CommandOutput ended =
                type("replan", "school.json", "plan.json", "--absent", "Ann", "2026-08-17..2026-08-30", "--lang", "da");

        assertThat(ended.out())
                .contains("og 1 dag mere, den sidste mandag 24. august", "underviser i timen; Mia er der");
    }

    @Test
    void absenceOnADayWithoutDutyChangesNothing() {
        CommandOutput ended =
                type("replan", "school.json", "plan.json", "--absent", "Mia", "2026-08-18", "--lang", "en");

        assertThat(ended.out()).contains("Mia Dahl has no duty");
        assertThat(ended.code()).isZero();
    }
}
