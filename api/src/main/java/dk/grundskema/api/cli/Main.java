package dk.grundskema.api.cli;

import dk.grundskema.api.house.PluginHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Entry point of the command line. */
public final class Main {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args what the user typed
     */
    public static void main(String[] args) {
        var environment = System.getenv();
        var screen = Screen.ofProcess(environment);
        var interruption = new Interruption(PATIENCE);
        interruption.listen();
        var here = new Surroundings(screen, Path.of(""), environment, InstantSource.system(), interruption);
        int code = new CommandLineProgram(here, () -> new PluginHouse(environment)).run(args);
        screen.out().flush();
        screen.err().flush();
        interruption.ended(code);
        System.exit(code);
    }
}
