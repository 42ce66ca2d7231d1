package dk.grundskema.api.cli;

import dk.grundskema.api.cli.command.CommandEnvironment;
import dk.grundskema.api.cli.command.ShutdownHandler;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Entry point of the command line. */
public final class Main {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Main() {}

    /**
     * Runs one command and exits with its exit code.
     *
     * @param args command line arguments
     */
    public static void main(String[] args) {
        var environment = System.getenv();
        var screen = Screen.ofProcess(environment);
        var interruption = new ShutdownHandler(PATIENCE);
        interruption.register();
        var here = new CommandEnvironment(screen, Path.of(""), environment, InstantSource.system(), interruption);
        int code = new CommandLineProgram(here, () -> new PluginPlanningFacade(environment)).run(args);
        screen.out().flush();
        screen.err().flush();
        interruption.commandEnded(code);
        System.exit(code);
    }
}
