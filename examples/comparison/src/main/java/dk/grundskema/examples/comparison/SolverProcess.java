package dk.grundskema.examples.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs {@link SolverRunProgram} in a JVM of its own. */
final class SolverProcess {
    private SolverProcess() {}

    /**
     * Runs the program and waits for its end.
     *
     * @param heap    maximum heap of the JVM, such as {@code 512m}
     * @param solver  the solver
     * @param size    size of the camp
     * @param seed    seed of the camp and of the search
     * @param seconds times at which to record
     * @throws InterruptedException if the thread is interrupted
     */
    static SolverRun run(String heap, String solver, String size, int seed, String seconds)
            throws InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                SolverRunProgram.class.getName(),
                solver,
                size,
                Integer.toString(seed),
                seconds);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> lines;
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                lines = reader.lines().toList();
            } finally {
                process.waitFor();
            }
            return SolverRun.parse(lines);
        } catch (IOException e) {
            throw new IllegalStateException("The run (%s) could not be started.".formatted(command), e);
        }
    }
}
