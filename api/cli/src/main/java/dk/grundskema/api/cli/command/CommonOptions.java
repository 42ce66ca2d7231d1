package dk.grundskema.api.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command. */
public interface CommonOptions {
    /** Whether to show help instead of running the command. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "common.help")
    boolean help();

    /** Evaluated before parsing, see {@link CommandTexts}; declared here so that it is accepted and explained. */
    @Option(names = "--lang", paramLabel = "da|en", descriptionKey = "common.lang")
    @Nullable
    LanguageOption language();

    /** Whether to show stack traces; evaluated when there is a failure. */
    @Option(names = "--verbose", descriptionKey = "common.verbose")
    boolean verbose();

    /** The languages, as typed. */
    enum LanguageOption {
        /** Danish. */
        DA,
        /** English. */
        EN
    }
}
