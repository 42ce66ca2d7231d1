package dk.grundskema.api.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "common.help")
    private boolean help;

    /** Read before the others, see {@link Speech}; here so that it is known and explained. */
    @Option(names = "--lang", paramLabel = "da|en", descriptionKey = "common.lang")
    private Tongue language = Tongue.DA;

    @Option(names = "--verbose", descriptionKey = "common.verbose")
    private boolean verbose;

    /** The languages, as they are typed. */
    enum Tongue {
        /** Danish. */
        DA,
        /** English. */
        EN
    }
}
