package dk.grundskema.api.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command understands. */
interface CommonOptions {
    /** Whether help is asked for instead of work. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "common.help")
    boolean help();

    /** Looked up before the others, see {@link Speech}; here so that it is known and explained. */
    @Option(names = "--lang", paramLabel = "da|en", descriptionKey = "common.lang")
    @Nullable
    Tongue language();

    /** Whether the technical side of a failure is asked for; looked up when there is one. */
    @Option(names = "--verbose", descriptionKey = "common.verbose")
    boolean verbose();

    /** The languages, as they are typed. */
    enum Tongue {
        /** Danish. */
        DA,
        /** English. */
        EN
    }
}
