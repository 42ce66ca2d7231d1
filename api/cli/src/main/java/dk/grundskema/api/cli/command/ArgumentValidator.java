package dk.grundskema.api.cli.command;

import dk.grundskema.api.cli.command.UsageErrorHandler.InvalidArgumentException;
import dk.grundskema.domain.finding.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Validates the arguments of a command. */
public final class ArgumentValidator {
    /** Maximum for durations in seconds: a week. */
    public static final int MOST_SECONDS = 7 * 24 * 3600;

    private final CommandSpec spec;
    private final Texts texts;

    /**
     * @param spec  the command
     * @param texts texts of the command line
     */
    public ArgumentValidator(@Nullable CommandSpec spec, Texts texts) {
        this.spec = Objects.requireNonNull(
                spec, "The command is not part of a command line.\nMaybe it was called by hand?");
        this.texts = texts;
    }

    /**
     * Checks that an optional number is between 1 and {@code most}.
     *
     * @throws InvalidArgumentException if it is out of range
     */
    public void checkRange(String option, @Nullable Number given, long most) {
        if (given != null && (given.longValue() < 1 || given.longValue() > most)) {
            throw invalidArgument("usage.out-of-range", option, given, most);
        }
    }

    /** Returns the exception for invalid arguments. */
    public InvalidArgumentException invalidArgument(String key, Object... arguments) {
        return new InvalidArgumentException(spec.commandLine(), texts.text(key, arguments));
    }
}
