package dk.grundskema.api.cli;

import dk.grundskema.api.cli.command.ExitStatus;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The top-level command. Without a subcommand it shows the usage. */
@Command(name = "grundskema", versionProvider = GrundskemaCommand.VersionProvider.class)
final class GrundskemaCommand implements Callable<Integer> {
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "common.version")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return ExitStatus.BAD_INPUT.code();
    }

    /** Returns the version that Maven wrote into the jar. */
    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = GrundskemaCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Grundskema %s · Java %s".formatted(version, System.getProperty("java.version"))};
        }
    }
}
