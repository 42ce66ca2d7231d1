package dk.grundskema.api.cli;

import dk.grundskema.api.cli.UsageErrors.RefusedArgument;
import dk.grundskema.domain.finding.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Looks at what was typed for one command. */
final class Arguments {
    /** Longest time that can be asked for: a week. */
    static final int MOST_SECONDS = 7 * 24 * 3600;

    private final CommandSpec spec;
    private final Texts texts;

    /**
     * @param spec  the command
     * @param texts the command line's own texts
     */
    Arguments(@Nullable CommandSpec spec, Texts texts) {
        this.spec = Objects.requireNonNull(
                spec, "The command is not part of a command line.\nMaybe it was called by hand?");
        this.texts = texts;
    }

    /**
     * A number from 1 on that may be absent.
     *
     * @throws RefusedArgument if it is out of range
     */
    void range(String option, @Nullable Number given, long most) {
        if (given != null && (given.longValue() < 1 || given.longValue() > most)) {
            throw refused("usage.out-of-range", option, given, most);
        }
    }

    /** What is to be thrown when arguments make no sense. */
    RefusedArgument refused(String key, Object... arguments) {
        return new RefusedArgument(spec.commandLine(), texts.text(key, arguments));
    }
}
