package dk.grundskema.api.service.testing;

import dk.grundskema.api.cli.Main;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A command in a separate process, as an operator runs it.
 *
 * @param process the process
 * @param output  file with its standard output
 * @param errors  file with its standard error, such as the service's log
 */
public record CommandProcess(Process process, Path output, Path errors) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
    private static final int LONGEST_SECONDS = 120;

    /** Runs the service with settings on a database that may contain data; its output goes to files of a folder. */
    public static CommandProcess serve(Path folder, ServiceSettings settings) {
        var environment = new HashMap<String, String>();
        settings.values().forEach((setting, value) -> environment.put(setting.variable(), value));
        return run(folder, environment, "serve");
    }

    /** Runs a command; its output goes to files of a folder. */
    public static CommandProcess run(Path folder, Map<String, String> environment, String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                Main.class.getName()));
        command.addAll(Arrays.asList(words));
        try {
            Path output = Files.createTempFile(folder, words[0], ".out");
            Path errors = Files.createTempFile(folder, words[0], ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment()
                    .put(
                            "CLASSPATH",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(environment);
            return new CommandProcess(builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its output so far, of both streams. */
    public String outputSoFar() {
        try {
            return Files.readString(output) + Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a service: a program with the first administrator's token, as soon as it is ready. */
    public ServiceClient administrator() {
        return new ServiceClient(address(), List.of("Accept-Language", "en")).withToken(TestDatabase.TOKEN);
    }

    /** Of a service: where it is, as soon as it is ready. */
    public String address() {
        return Polling.until(() -> ADDRESS.matcher(outputSoFar()), output -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The service didn't start: " + outputSoFar());
                    }
                    return output.find();
                })
                .group();
    }

    /** Its exit code, when it has ended. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It doesn't end: " + outputSoFar());
        }
        return process.exitValue();
    }

    /** Kills the process with SIGKILL and waits for its end. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the process to be gone.", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
