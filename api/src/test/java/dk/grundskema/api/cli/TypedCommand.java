package dk.grundskema.api.cli;

import dk.grundskema.api.house.House;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Runs a command in this process, in a folder of its own, and keeps what it says. */
final class TypedCommand {
    final Interruption interruption = new Interruption(Duration.ofSeconds(20));
    private final Path folder;
    private final Supplier<House> house;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean terminal;

    TypedCommand(Path folder, Supplier<House> house) {
        this.folder = folder;
        environment.put(
                "XDG_CONFIG_HOME", folder.resolve("settings").toAbsolutePath().toString());
        this.house = house;
    }

    static TypedCommand in(Path folder, House house) {
        return new TypedCommand(folder, () -> house);
    }

    /** With an environment variable. */
    TypedCommand with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** As if somebody looked at it. */
    TypedCommand onTerminal() {
        terminal = true;
        return this;
    }

    /** What came of one command. */
    record Ended(int code, String out, String err) {}

    Ended run(String... args) {
        out.reset();
        err.reset();
        var screen = new Screen(Screen.utf8(out), Screen.utf8(err), terminal, terminal, 100);
        var here = new Surroundings(screen, folder, environment, InstantSource.system(), interruption);
        int code = new CommandLineProgram(here, house).run(args);
        interruption.ended(code);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
