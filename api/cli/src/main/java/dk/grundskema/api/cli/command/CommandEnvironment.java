package dk.grundskema.api.cli.command;

import dk.grundskema.api.cli.output.Screen;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Environment of a command.
 *
 * @param screen       screen to write to
 * @param folder       working folder for relative paths
 * @param environment  environment variables
 * @param clock        current time
 * @param interruption ends a solver run on shutdown
 */
public record CommandEnvironment(
        Screen screen,
        Path folder,
        Map<String, String> environment,
        InstantSource clock,
        ShutdownHandler interruption) {
    /** Copies the environment. */
    public CommandEnvironment {
        environment = Map.copyOf(environment);
    }
}
