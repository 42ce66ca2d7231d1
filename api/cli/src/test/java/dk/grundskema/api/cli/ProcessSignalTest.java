package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program in a separate process: signals, exit codes, encoding. */
@DisabledOnOs(OS.WINDOWS)
@Tag("kills")
class ProcessSignalTest {
    private static final Path EXAMPLES =
            Path.of("../../examples").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Process start(String locale, String... args) throws IOException {
        var command = new ArrayList<String>();
        if (isInterruptIgnored()) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    /** A process started in the background of a shell ignores Ctrl-C, and its children inherit that. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(ignored -> (ignored & 2) != 0);
    }

    @ParameterizedTest
    @CsvSource({"INT, camp-3-weeks", "TERM, camp-3-weeks", "INT, camp-too-few-staff"})
    @Timeout(240)
    void aSolveThatIsEndedWritesItsBestPlanAndExitsWithThePlansCode(String signal, String example) throws Exception {
        String problem = EXAMPLES.resolve(example).resolve("problem.json").toString();
        Process solve = start("C.UTF-8", "solve", problem, "--seconds", "600", "--output", "plan æøå.json");
        var said = new StringBuilder();
        try (var out = new BufferedReader(new InputStreamReader(solve.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.contains("konflikt")) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as(said.toString()).isNotNull();
            new ProcessBuilder("kill", "-" + signal, String.valueOf(solve.pid()))
                    .start()
                    .waitFor();
            out.lines().forEach(each -> said.append(each).append('\n'));
        } finally {
            solve.destroyForcibly();
        }

        assertThat(solve.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("Stoppet", "Planen");
        assertThat(folder.resolve("plan æøå.json")).isNotEmptyFile();
        var planning = new PluginPlanningFacade();
        var status = new PlanStatusCalculator(planning)
                .calculate(
                        ((ReadResult.Success<Problem>) planning.readProblem(Path.of(problem))).value(),
                        ((ReadResult.Success<Timetable>) planning.readTimetable(folder.resolve("plan æøå.json")))
                                .value());
        assertThat(solve.exitValue()).as(said.toString()).isEqualTo(status.hasNoFaults() ? 0 : 3);
    }

    @Test
    @Timeout(120)
    void textsAreUtf8WhateverTheLocale() throws Exception {
        Process help = start("C", "--help");

        String said = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(help.waitFor()).isZero();
        assertThat(said).contains("Lægger skema for skolens indsatser");
    }

    @Test
    @Timeout(120)
    void mistypedCommandExitsWithTwo() throws Exception {
        Process wrong = start("C", "slove");
        wrong.getInputStream().readAllBytes();

        assertThat(wrong.waitFor()).isEqualTo(2);
    }
}
