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
     * @param version version of the plugin; absent if it is part of the program and that states none
     * @param jar     file name of its jar in the plugin folder; absent if it is part of the program
     * @param terms   what it was built for, and what it may do
     * @param refusal why it is not called any more until the service starts anew, in English for its author; absent if it is called
     * @param rules   what its rules ask, one sentence each
     */
    public record InstalledPluginView(
            String id,
            String name,
            String summary,
            String source,
            @Nullable String version,
            @Nullable String jar,
            PluginTerms terms,
            @Nullable String refusal,
            List<String> rules) {
        /** Copies the list. */
        public InstalledPluginView {
            rules = List.copyOf(rules);
        }
    }

    /**
     * What a plugin was built for, and what it may do.
     *
     * @param contract    version of the plugin contract that it was built for, such as {@code 0.9}
     * @param licence     its licence
     * @param permissions what it may do beyond planning, or requests to: {@code files}, {@code network}, {@code time}, {@code threads}; mostly
     *     empty
     */
    public record PluginTerms(String contract, String licence, List<String> permissions) {
        /** Copies the list. */
        public PluginTerms {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * A jar of the plugin folder that is not used.
     *
     * @param jar     its file name
     * @param id      id of its intervention type; absent if it does not say
     * @param version version of the plugin; absent if it does not say
     * @param terms   what it was built for, and what it requests; absent if it does not say
     * @param reasons why, at least one sentence, in English for its author
     */
    public record SetAsideJarView(
            String jar,
            @Nullable String id,
            @Nullable String version,
            @Nullable PluginTerms terms,
            List<String> reasons) {
        /** Copies the list. */
        public SetAsideJarView {
            reasons = List.copyOf(reasons);
        }
    }
}
