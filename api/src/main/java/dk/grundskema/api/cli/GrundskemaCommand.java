package dk.grundskema.api.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is typed first. Without a command it shows what there is. */
@Command(name = "grundskema", versionProvider = GrundskemaCommand.Version.class)
final class GrundskemaCommand implements Callable<Integer> {
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "common.version")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return Outcome.BAD_INPUT.code();
    }

    /** The version that Maven wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = GrundskemaCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Grundskema %s · Java %s".formatted(version, System.getProperty("java.version"))};
        }
    }
}
