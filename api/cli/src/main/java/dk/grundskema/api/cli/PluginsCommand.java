package dk.grundskema.api.cli;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.InstalledPlugin;
import dk.grundskema.solver.registry.SetAsideJar;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the plugins in use, and the jars of the plugin folder that are not used with the reasons. */
@Command(name = "plugins", sortOptions = false)
final class PluginsCommand implements Callable<Integer> {
    private final CommandContext context;

    /** @param context context of the command */
    PluginsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Texts texts = context.commandTexts();
        var planning = context.planningWithoutWarnings();
        var screen = context.screen();
        var plugins = planning.installedPlugins();
        screen.printLine(screen.bold(texts.text("plugins.used", plugins.size())));
        plugins.forEach(this::printPlugin);
        for (SetAsideJar jar : planning.pluginsSetAside()) {
            screen.printEmptyLine();
            screen.printLine(screen.bold(texts.text("plugins.set-aside", jar.jar())));
            if (jar.descriptor() != null) {
                screen.printLine("  " + PluginTermsFormatter.terms(jar.descriptor(), texts));
            }
            jar.reasons().forEach(reason -> screen.printLine("  - " + reason));
        }
        return planning.pluginsSetAside().isEmpty() ? ExitStatus.FINE.code() : ExitStatus.BAD_INPUT.code();
    }

    private void printPlugin(InstalledPlugin installed) {
        Texts texts = context.commandTexts();
        var plugin = installed.plugin();
        context.screen()
                .printLine("  "
                        + texts.text(
                                installed.jar() == null ? "plugins.of-program" : "plugins.of-jar",
                                PluginTermsFormatter.name(plugin, texts.locale()),
                                plugin.type().id(),
                                plugin.ruleTypes().size(),
                                Objects.requireNonNullElse(installed.jar(), "")));
        context.screen().printLine("    " + PluginTermsFormatter.terms(installed, texts));
    }
}
