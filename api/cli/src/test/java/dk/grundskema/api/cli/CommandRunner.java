package dk.grundskema.api.cli;

import dk.grundskema.api.cli.command.CommandEnvironment;
import dk.grundskema.api.cli.command.ShutdownHandler;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.PlanningFacade;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Runs a command in this process, in its own folder, and captures its output. */
final class CommandRunner {
    final ShutdownHandler interruption = new ShutdownHandler(Duration.ofSeconds(20));
    private final Path folder;
    private final Supplier<PlanningFacade> planning;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private InstantSource clock = InstantSource.fixed(Instant.now());
    private boolean terminal;

    CommandRunner(Path folder, Supplier<PlanningFacade> planning) {
        this.folder = folder;
        environment.put(
                "XDG_CONFIG_HOME", folder.resolve("settings").toAbsolutePath().toString());
        this.planning = planning;
    }

    static CommandRunner inFolder(Path folder, PlanningFacade planning) {
        return new CommandRunner(folder, () -> planning);
    }

    /** With an environment variable. */
    CommandRunner withVariable(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** As on a terminal. */
    CommandRunner onTerminal() {
        terminal = true;
        return this;
    }

    /** With a clock other than one that stands still. */
    CommandRunner withClock(InstantSource source) {
        clock = source;
        return this;
    }

    /** Result of a command. */
    record CommandOutput(int code, String out, String err) {}

    CommandOutput run(String... args) {
        out.reset();
        err.reset();
        var screen = new Screen(Screen.utf8(out), Screen.utf8(err), terminal, terminal, 100);
        var here = new CommandEnvironment(screen, folder, environment, clock, interruption);
        int code = new CommandLineProgram(here, planning).run(args);
        interruption.commandEnded(code);
        return new CommandOutput(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
