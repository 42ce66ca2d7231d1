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
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private Main() {}

    /**
     * Runs one command and exits with its exit code.
     *
     * @param args command line arguments
     */
    public static void main(String[] args) {
        var variables = System.getenv();
        var screen = Screen.ofProcess(variables);
        var interruption = new ShutdownHandler(STOP_TIMEOUT);
        interruption.register();
        var environment = new CommandEnvironment(screen, Path.of(""), variables, InstantSource.system(), interruption);
        int code = new CommandLineProgram(environment, () -> new PluginPlanningFacade(variables)).run(args);
        screen.out().flush();
        screen.err().flush();
        interruption.commandEnded(code);
        System.exit(code);
    }
}
