package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands over real files, with the plugins and the engine of the product. */
class CommandsOnRealFilesTest {
    private static final Path EXAMPLES =
            Path.of("../../examples").toAbsolutePath().normalize();
    private static final String CAMP =
            EXAMPLES.resolve("camp-3-weeks/problem.json").toString();
    private static final String THIN =
            EXAMPLES.resolve("camp-too-few-staff/problem.json").toString();

    @TempDir
    private Path folder;

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    /** Enough steps for a plan, not for a good one. */
    private CommandOutput solve(String problem, String output, String... more) {
        var args = new ArrayList<>(List.of("solve", problem, "--output", output, "--steps", "1000", "--searches", "1"));
        args.addAll(List.of(more));
        return type(args.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aSmallSchoolComesOutWithoutFaultAndItsCheckSaysSoToo() throws IOException {
        String school = write("school.json", WeeklySchool.problem("mia", "bo"));
        CommandOutput solved = solve(school, "plan.json");
        CommandOutput checked = type("check", school, "plan.json");

        assertThat(solved.err()).isEmpty();
        assertThat(solved.code()).as(solved.out()).isZero();
        assertThat(checked.err()).isEmpty();
        assertThat(checked.code()).as(checked.out()).isZero();
    }

    @Test
    @Tag("commands")
    void theThinCampIsToldBeforehandComesOutAndNamesItsFaults() throws IOException {
        String week = write("week.json", Files.readString(Path.of(THIN)).replace("\"weeks\": 3", "\"weeks\": 1"));
        CommandOutput solved = solve(week, "plan.json");

        assertThat(solved.code()).isEqualTo(3);
        assertThat(solved.err()).isEmpty();
        assertThat(solved.out()).contains("bør vide").contains("Mangler").doesNotContain("core.", "camp.missing");
        assertThat(folder.resolve("plan.json")).exists();
    }

    /** The engine's own test tries more seeds and one search. */
    @Test
    void sameSeedAndStepsGiveTheSameFileByteForByte() throws IOException {
        String school = write("school.json", WeeklySchool.problem("mia", "bo"));
        for (String plan : List.of("a.json", "b.json")) {
            type("solve", school, "--output", plan, "--steps", "300", "--seed", "7", "--searches", "2");
        }

        assertThat(folder.resolve("a.json")).hasSameBinaryContentAs(folder.resolve("b.json"));
    }

    @Test
    void aPlanOfAnotherProblemIsRefusedOrFoundFaulty() throws IOException {
        solve(write("school.json", WeeklySchool.problem("mia")), "plan.json");

        CommandOutput checked = type("check", write("other.json", WeeklySchool.problem("bo")), "plan.json");

        assertThat(checked.code()).isIn(2, 3);
        assertThat(checked.out() + checked.err()).contains("en anden udgave af problemet");
    }

    @Test
    void continuedPlanOmitsRemovedElementsAndNamesThem() throws IOException {
        String text = WeeklySchool.problem("mia");
        solve(write("school.json", text), "plan.json");

        CommandOutput continued = solve(
                write("changed.json", text.replace("\"mia\"", "\"pia\"")), "next.json", "--continue-from", "plan.json");

        assertThat(continued.out()).contains("Den tidligere plan bruges").contains("mia");
        assertThat(continued.code()).as(continued.out() + continued.err()).isIn(0, 3);
        assertThat(folder.resolve("next.json")).exists();
    }

    @Test
    void continuingFromAPlanWithoutAnyChangeKeepsNearlyAllOfIt() throws IOException {
        SolvedFile.write(Path.of(CAMP), folder.resolve("plan.json"), 1000);

        CommandOutput continued =
                type("solve", CAMP, "--continue-from", "plan.json", "--steps", "10", "--output", "next.json");

        assertThat(continued.out()).doesNotContain("Den tidligere plan bruges");
        List<String> before = people("plan.json");
        List<String> after = people("next.json");
        long kept = IntStream.range(0, before.size())
                .filter(seat -> before.get(seat).equals(after.get(seat)))
                .count();
        assertThat(after).hasSameSizeAs(before);
        assertThat(kept).isGreaterThan(before.size() * 9L / 10);
    }

    /** Who fills each seat, in the order of the file. */
    private List<String> people(String plan) throws IOException {
        return Pattern.compile("\"staffId\"\\s*:\\s*\"([^\"]+)")
                .matcher(Files.readString(folder.resolve(plan)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                   | file.empty
            `not json`                           | json.
            `null`                               | [
            `[]`                                 | value.wrong-type
            `{}`                                 | value.missing
            `{"version":1,"title":"x","sites":[` | json.cut
            `{"version":1,"titel":"x"}`          | value.unknown-field
            `{"version":"1"}`                    | value.wrong-type
            """)
    @Timeout(120)
    void aBadFileEndsWithTwoAndWritesNothing(String content, String code) throws IOException {
        Files.writeString(folder.resolve("bad.json"), content);

        CommandOutput ended = solve("bad.json", "plan.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("Fejl  bad.json", code).doesNotContain("Exception", "\tat ");
        assertThat(folder.resolve("plan.json")).doesNotExist();
    }

    @Test
    @Timeout(120)
    void aHundredThousandOpenBracketsAreAnswered() throws IOException {
        Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));

        assertThat(solve("deep.json", "plan.json").code()).isEqualTo(2);
    }

    @Test
    void allFindingsOfOneFileAreSaidAtOnce() throws IOException {
        String text = Files.readString(Path.of(CAMP))
                .replace("\"id\": \"lokale-2\"", "\"id\": \"lokale-1\"")
                .replaceFirst("\"contractHours\": 37", "\"contractHours\": -1")
                .replaceFirst("\"weeks\": 3", "\"weeks\": 99");
        Files.writeString(folder.resolve("bad.json"), text);

        CommandOutput ended = solve("bad.json", "plan.json");

        assertThat(ended.err()).contains("[id.twice]", "/staff/0/contractHours", "/horizon/weeks");
    }

    private CommandOutput broken(String... replacements) throws IOException {
        String text = Files.readString(Path.of(CAMP));
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replaceFirst(Pattern.quote(replacements[i]), Matcher.quoteReplacement(replacements[i + 1]));
        }
        Files.writeString(folder.resolve("bad.json"), text);
        return solve("bad.json", "plan.json");
    }

    @Test
    void pluginFindingsAreReportedTogetherWithOtherFindings() throws IOException {
        CommandOutput ended = broken(
                "\"contractHours\": 37", "\"contractHours\": -1",
                "\"school\": \"skovvang\"", "\"school\": \"nowhere\"",
                "\"end\": \"10:30\"", "\"end\": \"11:30\"");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("/staff/0/contractHours", "/students/0/school", "[camp.base-timetable.blocks-overlap]")
                .contains("4 fejl.");
    }

    @Test
    void anElementThatIsWrongInTwoPlacesCostsNoOtherItsPlace() throws IOException {
        CommandOutput ended = broken(
                "\"sites\": [", "\"travel\": [{\"from\": \"here\", \"to\": \"there\", \"minutes\": 5}], \"sites\": [",
                "\"id\": \"bente\", \"name\"", "\"name\": 7, \"nam\"",
                "\"end\": \"10:30\"", "\"end\": \"11:30\"");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("/travel/0/from ", "/travel/0/to ", "/staff/0/id ", "/staff/0/nam ", "/staff/0/name ")
                .contains("blocks-overlap", "7 fejl.");
    }

    @Test
    void nothingIsSaidThatOnlyFollowsFromWhatIsBroken() throws IOException {
        assertThat(broken("\"firstWeek\": \"2026-W37\"", "\"firstWeek\": \"37\"")
                        .err())
                .contains("/horizon/firstWeek", "1 fejl.");
        assertThat(broken("\"id\": \"bente\", \"name\"", "\"id\": \"bente\", \"nam\"")
                        .err())
                .contains("/staff/0/nam ", "/staff/0/name ", "2 fejl.");
        assertThat(broken("\"parameters\": {", "\"parameters\": 7, \"parameterz\": {")
                        .err())
                .contains("/interventions/0/parameters ", "/interventions/0/parameterz ", "2 fejl.");
        assertThat(broken("\"students\": [", "\"students\": 7, \"groups\": [").err())
                .doesNotContain("[camp.");
    }

    @Test
    @Timeout(120)
    void aFileThatIsWrongInHundredsOfThousandsOfPlacesIsAnswered() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"students\": [" + "{},".repeat(450_000) + "{}]}");

        CommandOutput ended = solve("bad.json", "plan.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("/students/400/id", "[json.too-many-findings]");
    }

    @Test
    void anOutputFolderThatCannotBeWrittenIsSaidBeforeAnythingIsSolved() throws IOException {
        Files.writeString(folder.resolve("file"), "not a folder");

        CommandOutput ended = solve(CAMP, "file/plan.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).doesNotContain("tilbage");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("file"));
        }
    }

    @Test
    @Tag("commands")
    void theDemoShowsAllTeamsAndItsFilesAgreeWithTheCheck() {
        CommandOutput demo = type("demo", "--no-server", "--seconds", "2");
        CommandOutput checked = type("check", "grundskema-demo/problem.json", "grundskema-demo/timetable.json");

        assertThat(demo.code()).as(demo.out()).isZero();
        assertThat(demo.out()).contains("Hold 1 – uge 37", "Hold 2 – uge 37", "Hold 3 – uge 37");
        assertThat(demo.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(checked.code()).isZero();
    }

    @Test
    void schemasAreJson() {
        for (String format : List.of("problem", "timetable")) {
            CommandOutput ended = type("schema", format);

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
            assertThat(ended.out().strip()).startsWith("{").endsWith("}").contains("\"$schema\"");
        }
    }
}
