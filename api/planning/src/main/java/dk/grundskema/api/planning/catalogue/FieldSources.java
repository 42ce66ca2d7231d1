package dk.grundskema.api.planning.catalogue;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sources (document and part) of the figures and rules in fields. A plugin gives the sources of its own records and of shared records, for which the
 * core may have sources too. Sources that another plugin gives for a record of the same name are ignored.
 */
final class FieldSources {
    private final Texts own;
    private final Texts ofShared;

    private FieldSources(List<ResourceBundle> own, Locale language) {
        this.own = new Texts(language, own, Function.identity());
        var all = new ArrayList<>(own);
        all.addAll(PluginRegistry.coreBundles(language));
        this.ofShared = new Texts(language, all, Function.identity());
    }

    /** Returns the sources for the fields of a plugin's form. */
    static FieldSources of(InterventionPlugin<?> plugin, Locale language) {
        return new FieldSources(List.of(plugin.texts(language)), language);
    }

    /** Returns the core's sources for shared records. */
    static FieldSources ofHouse(Locale language) {
        return new FieldSources(List.of(), language);
    }

    /** Returns whether a record is shared by all plugins and described by the core; the plugin contract tests use the same definition. */
    static boolean isShared(Class<?> type) {
        return Stream.of("domain.", "solver.spi.")
                .anyMatch(planning -> type.getName().startsWith("dk.grundskema." + planning));
    }

    /** Returns the source of a record component; empty if there is none. */
    String of(Class<?> type, String component) {
        String key = "source." + type.getSimpleName() + "." + component;
        Texts texts = isShared(type) ? ofShared : own;
        return texts.has(key) ? texts.text(key) : "";
    }
}
