package dk.grundskema.api.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The shell commands of a page of documentation, run as a reader would type them: one after the other in one shell. */
public final class DocumentationCommands {
    private static final String BEGIN = "```sh";
    private static final String END = "```";
    private static final String MARK = "@line ";

    private final Path page;
    private final List<String> script = new ArrayList<>();

    /** @param page the page, in Markdown; its commands are the blocks marked {@code sh} */
    public DocumentationCommands(Path page) {
        this.page = page;
        boolean isCommand = false;
        int number = 0;
        for (String line : lines(page)) {
            number++;
            if (line.startsWith(END)) {
                isCommand = line.strip().equals(BEGIN);
                if (isCommand) {
                    script.add("echo '" + MARK + (number + 1) + "'");
                }
            } else if (isCommand) {
                script.add(line);
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Result of the commands.
     *
     * @param code   exit code of the shell; 0 means that each command succeeded
     * @param blocks number of started blocks
     * @param output the whole output, with the page's line number before each block
     */
    public record DocumentationRun(int code, int blocks, String output) {}

    /** How many blocks of commands the page has. */
    public int blocks() {
        return (int)
                script.stream().filter(line -> line.startsWith("echo '" + MARK)).count();
    }

    /**
     * Runs all commands up to the first one that fails.
     *
     * @param folder      working folder
     * @param environment environment variables that the page presupposes
     */
    public DocumentationRun run(Path folder, Map<String, String> environment) {
        try {
            Path file = folder.resolve("commands.sh");
            Files.writeString(file, "set -euo pipefail\n" + String.join("\n", script) + "\n");
            Path output = folder.resolve("output.txt");
            var builder = new ProcessBuilder("bash", file.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process shell = builder.start();
            if (!shell.waitFor(5, TimeUnit.MINUTES)) {
                shell.destroyForcibly();
                throw new AssertionError(
                        "The commands of (%s) don't end: %s".formatted(page, Files.readString(output)));
            }
            String printed = Files.readString(output);
            int begun =
                    (int) printed.lines().filter(line -> line.startsWith(MARK)).count();
            return new DocumentationRun(shell.exitValue(), begun, printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
