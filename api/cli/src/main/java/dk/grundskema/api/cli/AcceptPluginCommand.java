package dk.grundskema.api.cli;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.AcceptedPlugins;
import dk.grundskema.solver.registry.ExaminedJar;
import dk.grundskema.solver.registry.PluginDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows which permissions a jar requests, and records in the plugin folder that they are accepted. */
@Command(name = "accept", sortOptions = false)
final class AcceptPluginCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "JAR", descriptionKey = "jar")
    private @Nullable Path jar;

    /** @param context context of the command */
    AcceptPluginCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = context.commandTexts();
        var screen = context.screen();
        String folder = context.environment().environment().getOrDefault("GRUNDSKEMA_PLUGINS", "");
        if (folder.isEmpty()) {
            screen.err().println(texts.text("plugins.no-folder"));
            return ExitStatus.BAD_INPUT.code();
        }
        Path accepted = context.resolve(Path.of(folder));
        Path inFolder = accepted.resolve(Objects.requireNonNull(jar));
        Path file = Files.isRegularFile(inFolder) ? inFolder : PluginJarArgument.resolve(context, jar);
        ExaminedJar examined = ExaminedJar.read(file, getClass().getClassLoader());
        PluginDescriptor descriptor = examined.descriptor();
        if (descriptor == null || !examined.reasons().isEmpty()) {
            screen.printLine(screen.bold(texts.text("plugins.not-acceptable", jar)));
            examined.reasons().forEach(reason -> screen.printLine("  - " + reason));
            return ExitStatus.BAD_INPUT.code();
        }
        screen.printLine(screen.bold(descriptor.id()));
        screen.printLine("  " + PluginTermsFormatter.terms(descriptor, texts));
        if (descriptor.permissions().isEmpty()) {
            screen.printLine(texts.text("plugins.nothing-to-accept"));
            return ExitStatus.FINE.code();
        }
        AcceptedPlugins.in(accepted).add(file, descriptor);
        screen.printLine(texts.text(
                "plugins.accepted",
                PluginTermsFormatter.permissions(descriptor.permissions(), texts),
                Path.of(folder).resolve(AcceptedPlugins.FILE)));
        return ExitStatus.FINE.code();
    }
}
