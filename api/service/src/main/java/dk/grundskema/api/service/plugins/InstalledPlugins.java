package dk.grundskema.api.service.plugins;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plugins of this installation.
 *
 * @param plugins  plugins in use, in the order of their ids
 * @param setAside jars of the plugin folder that are not used
 */
public record InstalledPlugins(List<InstalledPluginView> plugins, List<SetAsideJarView> setAside) {
    /** Copies the lists. */
    public InstalledPlugins {
        plugins = List.copyOf(plugins);
        setAside = List.copyOf(setAside);
    }

    /**
     * A plugin in use.
     *
     * @param id      id of its intervention type
     * @param name    what people call the intervention
     * @param summary what the intervention is
     * @param source  document and chapter that the intervention is from
     * @param version version that its jar states; absent if it states none
     * @param jar     file name of its jar in the plugin folder; absent if it is part of the program
     * @param rules   what its rules ask, one sentence each
     */
    public record InstalledPluginView(
            String id,
            String name,
            String summary,
            String source,
            @Nullable String version,
            @Nullable String jar,
            List<String> rules) {
        /** Copies the list. */
        public InstalledPluginView {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A jar of the plugin folder that is not used.
     *
     * @param jar     its file name
     * @param reasons why, at least one sentence, in English for its author
     */
    public record SetAsideJarView(String jar, List<String> reasons) {
        /** Copies the list. */
        public SetAsideJarView {
            reasons = List.copyOf(reasons);
        }
    }
}
