package dk.grundskema.api.service.plugins;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.plugins.InstalledPlugins.InstalledPluginView;
import dk.grundskema.api.service.plugins.InstalledPlugins.SetAsideJarView;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.InstalledPlugin;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which plugins are installed. Folders are left out: they are the operator's. */
@Component
final class InstalledPluginReader {
    private final PluginPlanningFacade planning;

    InstalledPluginReader(PluginPlanningFacade planning) {
        this.planning = planning;
    }

    /** @param texts texts of the language of the answer */
    InstalledPlugins read(Texts texts) {
        return new InstalledPlugins(
                planning.installedPlugins().stream()
                        .map(one -> view(one, texts))
                        .sorted(Comparator.comparing(InstalledPluginView::id))
                        .toList(),
                planning.pluginsSetAside().stream()
                        .map(jar -> new SetAsideJarView(fileName(jar.jar()), jar.reasons()))
                        .toList());
    }

    private static InstalledPluginView view(InstalledPlugin installed, Texts texts) {
        var plugin = installed.plugin();
        var own = plugin.texts(texts.locale());
        Path jar = installed.jar();
        return new InstalledPluginView(
                plugin.type().id(),
                own.getString("type.name"),
                own.getString("type.summary"),
                plugin.type().source(),
                installed.version(),
                jar == null ? null : fileName(jar),
                plugin.ruleTypes().stream()
                        .map(rule -> texts.text("rule." + rule.id() + ".sentence"))
                        .toList());
    }

    private static String fileName(Path jar) {
        @Nullable Path name = jar.getFileName();
        return name == null ? "" : name.toString();
    }
}
