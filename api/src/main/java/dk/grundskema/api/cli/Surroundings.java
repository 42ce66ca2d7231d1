package dk.grundskema.api.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param screen       where it writes
 * @param folder       folder that relative paths start from
 * @param environment  environment variables
 * @param clock        the time now
 * @param interruption what ends a solve from outside
 */
record Surroundings(
        Screen screen, Path folder, Map<String, String> environment, InstantSource clock, Interruption interruption) {
    /** Copies the environment. */
    Surroundings {
        environment = Map.copyOf(environment);
    }
}
