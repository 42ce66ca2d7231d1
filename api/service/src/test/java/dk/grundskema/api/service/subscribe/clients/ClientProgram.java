package dk.grundskema.api.service.subscribe.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs external programs: with a home folder of the test, their own time zone, and no network except this machine. */
final class ClientProgram {
    private static final int MOST_SECONDS = 60;
    private static final Map<List<String>, Boolean> HERE = new ConcurrentHashMap<>();

    private final Path folder;
    private final ZoneId zone;

    /**
     * @param folder home folder of the program
     * @param zone   its time zone
     */
    ClientProgram(Path folder, ZoneId zone) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.zone = zone;
    }

    Path folder() {
        return folder;
    }

    ZoneId zone() {
        return zone;
    }

    /** Writes a script of the test's to the folder. */
    Path script(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream script = Objects.requireNonNull(ClientProgram.class.getResourceAsStream(name), name)) {
            return Files.write(file, script.readAllBytes());
        }
    }

    /** Skips the test unless a program is here. */
    void needs(String packages, String... command) {
        assumeTrue(
                isAvailable(command),
                "(%s) doesn't run here; Debian and Ubuntu: apt-get install %s; or call .ci/run"
                        .formatted(String.join(" ", command), packages));
    }

    /** Whether a program is here; it is tried once. */
    boolean isAvailable(String... command) {
        return HERE.computeIfAbsent(List.of(command), one -> {
            try {
                return run(command).succeeded();
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** Runs a program that must succeed, and returns its output. */
    String outputOf(String... command) throws IOException {
        ProcessResult ended = run(command);
        if (!ended.succeeded()) {
            throw new AssertionError(
                    "(%s) failed: %s%s".formatted(String.join(" ", command), ended.out(), ended.err()));
        }
        return ended.out();
    }

    /**
     * Result of a program.
     *
     * @param code 0 if it succeeded
     * @param out  standard output
     * @param err  standard error
     */
    record ProcessResult(int code, String out, String err) {
        boolean succeeded() {
            return code == 0;
        }
    }

    /** Runs a program until its end. */
    ProcessResult run(String... command) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(environment());
        Process process = builder.start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("(%s) took too long: %s"
                        .formatted(String.join(" ", command), Files.readString(err, StandardCharsets.UTF_8)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
        return new ProcessResult(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }

    private Map<String, String> environment() {
        String home = folder.toString();
        // Nothing listens there, so connections to other machines are refused at once
        String nowhere = "http://127.0.0.1:9";
        return Map.of(
                "HOME",
                home,
                "XDG_CONFIG_HOME",
                home + "/config",
                "XDG_DATA_HOME",
                home + "/data",
                "XDG_CACHE_HOME",
                home + "/cache",
                "TZ",
                zone.getId(),
                "LC_ALL",
                "C.UTF-8",
                "PYTHONDONTWRITEBYTECODE",
                "1",
                "http_proxy",
                nowhere,
                "https_proxy",
                nowhere,
                "no_proxy",
                "127.0.0.1,localhost");
    }
}
