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
            jar.reasons().forEach(reason -> screen.printLine("  - " + reason));
        }
        return planning.pluginsSetAside().isEmpty() ? ExitStatus.FINE.code() : ExitStatus.BAD_INPUT.code();
    }

    private void printPlugin(InstalledPlugin installed) {
        Texts texts = context.commandTexts();
        var plugin = installed.plugin();
        var ofPlugin = plugin.texts(texts.locale());
        String version = Objects.requireNonNullElse(installed.version(), texts.text("plugins.no-version"));
        context.screen()
                .printLine("  "
                        + texts.text(
                                installed.jar() == null ? "plugins.of-program" : "plugins.of-jar",
                                ofPlugin.getString("type.name"),
                                plugin.type().id(),
                                version,
                                plugin.ruleTypes().size(),
                                Objects.requireNonNullElse(installed.jar(), "")));
    }
}
