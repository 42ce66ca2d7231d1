package dk.grundskema.api.cli;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.domain.finding.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The jar that a command names. */
final class PluginJarArgument {
    private PluginJarArgument() {}

    /**
     * Returns the jar, resolved against the working folder.
     *
     * @throws BadInputException if there is no such file
     */
    static Path resolve(CommandContext context, @Nullable Path given) {
        Path jar = context.resolve(Objects.requireNonNull(given));
        if (!Files.isRegularFile(jar)) {
            throw new BadInputException(
                    List.of(new LocatedFinding(given.toString(), Finding.error("file.not-found", "", jar))),
                    Function.identity());
        }
        return jar;
    }
}
