package dk.grundskema.examples.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dk.grundskema.solver.spi.ContractVersion;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The program plans, reports and publishes with an external plugin's jar in a folder as with its own plugins. */
@Timeout(300)
@Tag("examples")
class SamplePluginTest {
    private static final Path PROBLEM =
            SamplePluginBuild.STUDY_CAFE.resolve("src/main/resources/META-INF/grundskema-example.json");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private record ProgramResult(int code, String said) {}

    @BeforeAll
    static void installPlugin() throws IOException {
        Path jars = Files.createDirectories(shared.resolve("drop-in"));
        for (Path project : List.of(SamplePluginBuild.STUDY_CAFE, SamplePluginBuild.READING_HOUR)) {
            Path classes = Files.createDirectories(shared.resolve(project.getFileName()));
            SamplePluginBuild.build(project, "main", SamplePluginBuild.classPath(), classes);
            SamplePluginBuild.jar(classes, jars.resolve(project.getFileName() + ".jar"));
        }
    }

    private ProgramResult run(Path plugins, String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                SamplePluginBuild.classPath(),
                "dk.grundskema.api.cli.Main"));
        command.addAll(List.of(args));
        Path said = folder.resolve("said.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GRUNDSKEMA_PLUGINS", plugins.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        int code = builder.start().waitFor();
        return new ProgramResult(code, Files.readString(said, StandardCharsets.UTF_8));
    }

    private ProgramResult run(String... args) throws IOException, InterruptedException {
        return run(shared.resolve("drop-in"), args);
    }

    @Test
    void schemaHasItsParametersWithTexts() throws Exception {
        ProgramResult schema = run("schema", "problem");

        assertThat(schema.code()).isZero();
        assertThat(schema.said())
                .contains("\"study-cafe.StudyCafeParameters\"")
                .contains("How long it takes in minutes, 15 to 240.")
                .contains("\"UsableTime\"")
                .doesNotContain("study-cafe.UsableTime");
    }

    @Test
    void sessionsArePlannedCheckedReportedAndPublished() throws Exception {
        ProgramResult solve = run(
                "solve",
                PROBLEM.toString(),
                "--steps",
                "300",
                "--searches",
                "1",
                "--lang",
                "en",
                "--output",
                "plan.json",
                "--calendars",
                "calendars",
                "--sheets",
                "sheets");
        assertThat(solve.code()).as(solve.said()).isZero();
        assertThat(solve.said()).contains("The plan holds");
        assertThat(Files.readString(folder.resolve("plan.json")))
                .contains("\"cafe/study-cafe/1\"", "\"cafe/study-cafe/2\"");

        assertThat(run("check", PROBLEM.toString(), "plan.json", "--lang", "en").code())
                .isZero();
        ProgramResult report = run("assess", PROBLEM.toString(), "plan.json", "--lang", "da", "--explain");
        assertThat(report.said()).contains("Café hver uge", "Caféen holdes 2 gange om ugen.");

        assertThat(texts("calendars", ".ics")).contains("SUMMARY:Study café");
        assertThat(texts("sheets", ".html")).contains("Study café");
    }

    private String texts(String below, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            var text = new StringBuilder();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    @Test
    void jarIsListedAmongThePlugins() throws Exception {
        ProgramResult plugins = run("plugins", "--lang", "da");

        assertThat(plugins.code()).as(plugins.said()).isZero();
        assertThat(plugins.said())
                .containsPattern("Lektiecafé – study-cafe, .*, fra .*sample-plugin\\.jar")
                .contains(
                        "version 1.0, kontrakt " + ContractVersion.CURRENT + ", licens Apache-2.0, ingen tilladelser");
    }

    @ParameterizedTest
    @CsvSource({"sample-plugin, study-cafe.long-wait", "reading-hour, reading-hour.twice-a-day"})
    void jarIsVerifiedWithTheExampleInIt(String project, String rule) throws Exception {
        ProgramResult verified = run(
                "plugins",
                "verify",
                shared.resolve("drop-in").resolve(project + ".jar").toString(),
                "--lang",
                "en");

        assertThat(verified.code()).as(verified.said()).isZero();
        assertThat(verified.said())
                .contains("version 1.0, contract " + ContractVersion.CURRENT + ", licence Apache-2.0, no permissions")
                .containsPattern("✓ Contract test, texts and hints: 2\\d passed")
                .containsPattern(rule + ": [\\d,]+ ns a move");
    }

    @Test
    void typeIsUnknownWithoutTheJar() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        ProgramResult solve =
                run(empty, "solve", PROBLEM.toString(), "--steps", "1", "--lang", "en", "--output", "plan.json");

        assertThat(solve.code()).isEqualTo(2);
        assertThat(solve.said()).contains("study-cafe");
        assertThat(folder.resolve("plan.json")).doesNotExist();
    }

    @Test
    void findingsOfItsParametersHaveItsTexts() throws Exception {
        Path typo = folder.resolve("typo.json");
        Files.writeString(
                typo, Files.readString(PROBLEM).replace("\"skill\": \"homework\"", "\"skill\": \"homewrok\""));

        ProgramResult solve = run("solve", typo.toString(), "--steps", "1", "--lang", "en");

        assertThat(solve.code()).isEqualTo(2);
        assertThat(solve.said())
                .contains(
                        "/interventions/0/parameters/skill",
                        "Nobody of the staff has the skill \"homewrok\". Did you mean \"homework\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-plugin", "reading-hour"})
    void itsOwnTestsPass(String name) throws Exception {
        Path project = SamplePluginBuild.STUDY_CAFE.resolveSibling(name);
        Path classes = Files.createDirectories(folder.resolve("test-classes"));
        Path jar = shared.resolve("drop-in").resolve(name + ".jar");
        SamplePluginBuild.build(
                project, "test", SamplePluginBuild.classPath() + java.io.File.pathSeparator + jar, classes);
        var failures = new ArrayList<String>();
        var passed = new ArrayList<String>();
        var listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    failures.add(test.getDisplayName() + ": " + result.getThrowable());
                } else if (test.isTest()) {
                    passed.add(test.getDisplayName());
                }
            }
        };
        var thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(
                new URL[] {jar.toUri().toURL(), classes.toUri().toURL()},
                getClass().getClassLoader())) {
            thread.setContextClassLoader(loader);
            var request = LauncherDiscoveryRequestBuilder.request();
            for (String test : testClasses(project)) {
                request.selectors(selectClass(Class.forName(test, true, loader)));
            }
            LauncherFactory.create().execute(request.build(), listener);
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(failures).isEmpty();
        assertThat(passed).hasSizeGreaterThan(15);
    }

    private static List<String> testClasses(Path project) throws IOException {
        Path root = Path.of("src", "test", "java");
        return SamplePluginBuild.files(project, root.toString()).stream()
                .map(file ->
                        root.relativize(file).toString().replace(".java", "").replaceAll("[/\\\\]", "."))
                .collect(Collectors.toList());
    }

    @Test
    void pluginIsSmall() throws IOException {
        long lines = 0;
        for (Path file : SamplePluginBuild.files(SamplePluginBuild.STUDY_CAFE, "src/main/java")) {
            lines += Files.readAllLines(SamplePluginBuild.STUDY_CAFE.resolve(requireNonNull(file)))
                    .size();
        }
        assertThat(lines).isBetween(100L, 400L);
    }
}
