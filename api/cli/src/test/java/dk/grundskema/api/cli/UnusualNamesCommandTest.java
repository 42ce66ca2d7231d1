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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unusual names of people and rooms go through all commands or are refused at the start. */
class UnusualNamesCommandTest {
    private static final Path CAMP =
            Path.of("../../examples/camp-3-weeks/problem.json").toAbsolutePath().normalize();
    private static final Pattern NAME = Pattern.compile("\"(name|title)\": \"([^\"]*)\"");
    private static final String ODD =
            "Å;,\\\\ \\\"'<b>&amp;</b><script>alert(1)</script>\uD83C\uDF33 {0} ''%n%s ${x} =cmd|' /C calc'!A0 ";

    @TempDir
    private Path folder;

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    /** A week of the camp with all names and titles followed by something. */
    private Path camp(String more) throws IOException {
        String text = NAME.matcher(Files.readString(CAMP).replace("\"weeks\": 3", "\"weeks\": 1"))
                .replaceAll(found ->
                        Matcher.quoteReplacement("\"%s\": \"%s %s\"".formatted(found.group(1), found.group(2), more)));
        return Files.writeString(folder.resolve("camp.json"), text);
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @Tag("commands")
    void namesOfSignsThatMeanSomethingSomewhereGoThroughAllCommands() throws IOException {
        camp(ODD);
        var ended = new ArrayList<CommandOutput>();
        ended.add(type("solve", "camp.json", "--steps", "500", "--searches", "1", "--output", "plan.json"));
        ended.add(type("check", "camp.json", "plan.json"));
        ended.add(type("assess", "camp.json", "plan.json"));
        ended.add(type("assess", "camp.json", "plan.json", "--json"));
        ended.add(type("calendars", "camp.json", "plan.json", "ics"));
        ended.add(type("sheets", "camp.json", "plan.json", "paper"));
        ended.add(type(
                "replan",
                "camp.json",
                "plan.json",
                "--absent",
                "bente",
                "2026-09-10..2026-09-10",
                "--steps",
                "50",
                "--output",
                "changed"));
        ended.add(type("solve", "camp.json", "--continue-from", "plan.json", "--steps", "10", "--output", "2.json"));

        assertThat(ended).allSatisfy(each -> {
            assertThat(each.err()).doesNotContain("gik i stykker", "Exception");
            assertThat(each.code()).as(each.err()).isIn(0, 3);
        });
        for (Path sheet : files("paper")) {
            assertThat(sheet.getFileName().toString()).matches("[a-z0-9.-]{1,100}");
            if (sheet.toString().endsWith(".html")) {
                assertThat(Files.readString(sheet)).contains("&lt;b&gt;").doesNotContain("<script>alert", "<b>&amp;");
            }
        }
        var calendars = files("ics");
        assertThat(calendars).hasSizeGreaterThan(15);
        for (Path calendar : calendars) {
            assertThat(calendar.getFileName().toString()).matches("[a-z0-9-]{1,70}\\.ics");
            String text = Files.readString(calendar);
            assertThat(text.split("\r\n", -1))
                    .allSatisfy(line ->
                            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(76));
            assertThat(text.replace("\r\n ", ""))
                    .contains("Å\\;\\,\\\\ \"'<b>&amp\\;</b><script>alert(1)</script>\uD83C\uDF33 {0} ''%n%s ${x}");
        }
    }

    @Test
    void namesOfTwoThousandSignsAndOfSeveralLinesAreAllRefusedAtOnceAndNothingIsWritten() throws IOException {
        String text =
                NAME.matcher(Files.readString(CAMP)).replaceAll("\"$1\": \"$2\\\\n%s\"".formatted("x".repeat(2000)));
        Files.writeString(folder.resolve("camp.json"), text);
        long names = NAME.matcher(text).results().count();

        var ended = type("solve", "camp.json", "--steps", "1", "--output", "plan.json", "--calendars", "ics");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(names).isGreaterThan(60);
        assertThat(ended.err().split("\\[value.too-long]", -1)).hasSizeGreaterThan(60);
        assertThat(ended.err()).contains("[value.control-characters]", "Intet er skrevet");
        assertThat(files(".")).extracting(Path::getFileName).containsExactly(Path.of("camp.json"));
    }

    @Test
    void aPlanWhoseTitlesWouldRuleTheScreenIsRefused() throws IOException {
        Path plan = folder.resolve("plan.json");
        SolvedFile.write(CAMP, plan, 1);
        Files.writeString(plan, Files.readString(plan).replaceFirst("\"title\": ?\"", "$0\\\\u001b[2J\\\\nEND:VEVENT"));

        for (String command : List.of("check", "assess")) {
            var ended = type(command, CAMP.toString(), "plan.json");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("/meetings/0/title", "[value.control-characters]");
        }
        var ended = type("calendars", CAMP.toString(), "plan.json", "ics");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(folder.resolve("ics")).doesNotExist();
    }
}
