package dk.grundskema.api.catalogue;

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
 * Where figures and rules of fields are from: document and part. A plugin says it of its own records, and of those that all share, of which the house
 * may have said it, too. What another plugin says of a record of the same name counts for nothing here.
 */
final class FieldSources {
    private final Texts own;
    private final Texts ofShared;

    private FieldSources(List<ResourceBundle> own, Locale language) {
        this.own = new Texts(language, own, Function.identity());
        var all = new ArrayList<>(own);
        all.addAll(PluginRegistry.houseBundles(language));
        this.ofShared = new Texts(language, all, Function.identity());
    }

    /** Of the fields of a plugin's form. */
    static FieldSources of(InterventionPlugin<?> plugin, Locale language) {
        return new FieldSources(List.of(plugin.texts(language)), language);
    }

    /** Of what all plugins share, as the house says it. */
    static FieldSources ofHouse(Locale language) {
        return new FieldSources(List.of(), language);
    }

    /** Whether a record is one that all plugins share, described by the house; the tests that plugins inherit say it in the same way. */
    static boolean isShared(Class<?> type) {
        return Stream.of("domain.", "solver.spi.")
                .anyMatch(house -> type.getName().startsWith("dk.grundskema." + house));
    }

    /** Where the figure or rule of a record's component is from; empty if nobody says. */
    String of(Class<?> type, String component) {
        String key = "source." + type.getSimpleName() + "." + component;
        Texts texts = isShared(type) ? ofShared : own;
        return texts.has(key) ? texts.text(key) : "";
    }
}
