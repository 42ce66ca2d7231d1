package dk.grundskema.api.service.plugins;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.plugins.InstalledPlugins.InstalledPluginView;
import dk.grundskema.api.service.plugins.InstalledPlugins.PluginTerms;
import dk.grundskema.api.service.plugins.InstalledPlugins.SetAsideJarView;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.InstalledPlugin;
import dk.grundskema.solver.registry.PluginDescriptor;
import dk.grundskema.solver.registry.SetAsideJar;
import dk.grundskema.solver.registry.bytecode.PluginPermission;
import dk.grundskema.solver.spi.ContractVersion;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
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
                        .map(InstalledPluginReader::view)
                        .toList());
    }

    private static InstalledPluginView view(InstalledPlugin installed, Texts texts) {
        var plugin = installed.plugin();
        var own = Texts.of(texts.locale(), plugin.texts(texts.locale()));
        Path jar = installed.jar();
        return new InstalledPluginView(
                plugin.type().id(),
                own.text("type.name"),
                own.text("type.summary"),
                plugin.type().source(),
                installed.version(),
                jar == null ? null : fileName(jar),
                terms(installed.contract(), installed.licence(), installed.permissions()),
                installed.reasonNotCalled().orElse(null),
                plugin.ruleTypes().stream()
                        .map(rule -> texts.text("rule." + rule.id() + ".sentence"))
                        .toList());
    }

    private static SetAsideJarView view(SetAsideJar jar) {
        PluginDescriptor said = jar.descriptor();
        return new SetAsideJarView(
                fileName(jar.jar()),
                said == null ? null : said.id(),
                said == null ? null : said.version(),
                said == null ? null : terms(said.contract(), said.licence(), said.permissions()),
                jar.reasons());
    }

    private static PluginTerms terms(ContractVersion contract, String licence, Set<PluginPermission> permissions) {
        return new PluginTerms(
                contract.toString(),
                licence,
                permissions.stream().sorted().map(PluginPermission::word).toList());
    }

    private static String fileName(Path jar) {
        @Nullable Path name = jar.getFileName();
        return name == null ? "" : name.toString();
    }
}
