package dk.grundskema.api.cli;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.InstalledPlugin;
import dk.grundskema.solver.registry.PluginDescriptor;
import dk.grundskema.solver.registry.bytecode.PluginPermission;
import dk.grundskema.solver.spi.ContractVersion;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Formats the name of a plugin, its version, the version of its contract, its licence and its permissions. */
final class PluginTermsFormatter {
    private PluginTermsFormatter() {}

    static String name(InterventionPlugin<?> plugin, Locale language) {
        return Texts.of(language, plugin.texts(language)).text("type.name");
    }

    static String terms(InstalledPlugin plugin, Texts texts) {
        return terms(plugin.version(), plugin.contract(), plugin.licence(), plugin.permissions(), texts);
    }

    static String terms(PluginDescriptor descriptor, Texts texts) {
        return terms(
                descriptor.version(), descriptor.contract(), descriptor.licence(), descriptor.permissions(), texts);
    }

    private static String terms(
            @Nullable String version,
            ContractVersion contract,
            String licence,
            Set<PluginPermission> permissions,
            Texts texts) {
        return texts.text(
                "plugins.terms",
                Objects.requireNonNullElse(version, texts.text("plugins.no-version")),
                contract.toString(),
                licence,
                permissions.size(),
                permissions(permissions, texts));
    }

    /** Returns what the permissions allow, in words. */
    static List<String> permissions(Set<PluginPermission> permissions, Texts texts) {
        return permissions.stream()
                .sorted()
                .map(one -> texts.text(
                        switch (one) {
                            case FILES -> "plugins.permission-files";
                            case NETWORK -> "plugins.permission-network";
                            case TIME -> "plugins.permission-time";
                            case THREADS -> "plugins.permission-threads";
                        }))
                .toList();
    }
}
