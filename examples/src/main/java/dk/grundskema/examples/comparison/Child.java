package dk.grundskema.examples.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs {@link OneRun} in a JVM of its own. */
final class Child {
    private Child() {}

    /**
     * Runs and waits.
     *
     * @param heap    most memory of the JVM's heap, such as {@code 512m}
     * @param solver  which solver
     * @param size    of the camp
     * @param seed    of the camp and of the search
     * @param seconds when to look
     * @throws InterruptedException if somebody stops it
     */
    static Run run(String heap, String solver, String size, int seed, String seconds) throws InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                OneRun.class.getName(),
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
            return Run.parse(lines);
        } catch (IOException e) {
            throw new IllegalStateException("The run (%s) can't be started.".formatted(command), e);
        }
    }
}
