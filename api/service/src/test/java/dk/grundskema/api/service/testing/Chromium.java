package dk.grundskema.api.service.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser of this machine, headless. Each visit has its own cookies. Used by one thread only. */
public final class Chromium implements AutoCloseable {
    /** The shell draws no window and takes half of the time. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    /** Time until a page must show what is expected, on a machine with much else to do. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static @Nullable Chromium shared;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program));
    }

    /**
     * Returns the browser of all tests in this process. It starts with the first of them, or after it crashed, and ends with the process. A test on a
     * machine without one is skipped with a message.
     */
    public static synchronized Chromium shared() {
        if (shared == null || !shared.browser.isConnected()) {
            Chromium started = begin();
            setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    /** Starts a separate browser; on a machine without one the test is skipped with a message. */
    public static Chromium begin() {
        Optional<Path> program = program();
        assumeTrue(
                program.isPresent(),
                "Chromium is not here; Debian: apt-get install chromium-headless-shell, Ubuntu: apt-get install chromium");
        return new Chromium(program.orElseThrow());
    }

    /** Where it is; empty if it is not here. */
    static Optional<Path> program() {
        return find(NAMES);
    }

    /** Where the browser with windows is; empty if it is not here. */
    static Optional<Path> programWithWindows() {
        return find(NAMES.subList(1, NAMES.size()));
    }

    private static Optional<Path> find(List<String> names) {
        List<String> folders = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    /** Returns the file of a library that the full check installs; without it the test is skipped with a message. */
    public static Path library(String path) {
        Optional<Path> found = Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, folder -> folder.getParent())
                .map(folder -> folder.resolve(".ci/clients/node_modules").resolve(path))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), path + " is not here; npm ci --prefix .ci/clients; or call .ci/run");
        return found.orElseThrow();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
