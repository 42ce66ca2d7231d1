package dk.grundskema.solver.registry;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.registry.PluginRefusedException.Refusal;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The intervention types that are available since start-up, indexed by id. Loading inspects every plugin; a plugin that violates the start-up part
 * of the contract stops the start with an exception that lists all refused plugins and reasons. The registry is immutable.
 */
public final class PluginRegistry {
    private final SortedMap<String, InterventionPlugin<?>> byId;

    private PluginRegistry(SortedMap<String, InterventionPlugin<?>> byId) {
        this.byId = Collections.unmodifiableSortedMap(byId);
    }

    /**
     * Loads all plugins that a class loader provides as services.
     *
     * @throws PluginRefusedException if a plugin cannot be created or violates its contract; it lists all of them
     */
    public static PluginRegistry load(ClassLoader loader) {
        var plugins = new ArrayList<InterventionPlugin<?>>();
        var refusals = new ArrayList<Refusal>();
        Iterator<? extends ServiceLoader.Provider<?>> services =
                ServiceLoader.load(InterventionPlugin.class, loader).stream().iterator();
        // After an unreadable entry the iterator continues with the next; the bound guards against one that does not.
        for (int broken = 0; broken < 100; ) {
            String name = "unknown";
            try {
                if (!services.hasNext()) {
                    break;
                }
                var service = services.next();
                name = service.type().getName();
                plugins.add((InterventionPlugin<?>) service.get());
            } catch (ServiceConfigurationError e) {
                broken++;
                Throwable cause = e.getCause() == null ? e : e.getCause();
                refusals.add(new Refusal(name, List.of("It can't be made: %s.".formatted(cause))));
            } catch (LinkageError e) { // e.g. a class compiled for a later Java or another version of the contract
                broken++;
                refusals.add(new Refusal(name, List.of("Its class can't be loaded: %s.".formatted(e))));
            }
        }
        return inspect(plugins, refusals);
    }

    /**
     * Returns a registry of exactly these plugins.
     *
     * @throws PluginRefusedException if a plugin violates its contract; it lists all of them
     */
    public static PluginRegistry of(List<? extends InterventionPlugin<?>> plugins) {
        return inspect(plugins, new ArrayList<>());
    }

    private static PluginRegistry inspect(List<? extends InterventionPlugin<?>> plugins, List<Refusal> refusals) {
        var inspections = new ArrayList<PluginInspection>();
        plugins.forEach(plugin -> inspections.add(PluginInspection.of(plugin)));
        refuseDuplicateIds(inspections);
        var byId = new TreeMap<String, InterventionPlugin<?>>();
        for (PluginInspection inspection : inspections) {
            var type = inspection.type();
            if (type == null || !inspection.reasons().isEmpty()) {
                refusals.add(new Refusal(inspection.plugin().getClass().getName(), inspection.reasons()));
            } else {
                byId.put(type.id(), inspection.plugin());
            }
        }
        if (!refusals.isEmpty()) {
            throw new PluginRefusedException(refusals);
        }
        return new PluginRegistry(byId);
    }

    /** Refuses both of two plugins with the same id, because neither can be identified as the right one. */
    private static void refuseDuplicateIds(List<PluginInspection> inspections) {
        Map<String, List<PluginInspection>> sameId = new HashMap<>();
        for (PluginInspection inspection : inspections) {
            var type = inspection.type();
            if (type != null && type.id() != null) {
                sameId.computeIfAbsent(type.id(), id -> new ArrayList<>()).add(inspection);
            }
        }
        sameId.forEach((id, twins) -> {
            for (PluginInspection one : twins) {
                for (PluginInspection other : twins) {
                    if (one != other) {
                        one.refuse("Its type's id (%s) is that of (%s) too."
                                .formatted(id, other.plugin().getClass().getName()));
                    }
                }
            }
        });
    }

    /** Returns the plugin of an intervention type, or empty. */
    public Optional<InterventionPlugin<?>> find(String typeId) {
        return Optional.ofNullable(byId.get(typeId));
    }

    /** Returns all plugins, in order of their types' ids. */
    public List<InterventionPlugin<?>> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the ids of all types, in order. */
    public List<String> typeIds() {
        return List.copyOf(byId.keySet());
    }

    /**
     * Returns the texts in a language: the core's first, then the domain's, the toolkit's and the plugins' in order of their ids.
     *
     * @throws MissingResourceException if the core, the domain, the toolkit or a plugin has no texts in that language
     */
    public List<ResourceBundle> bundles(Locale locale) {
        var bundles = new ArrayList<>(coreBundles(locale));
        byId.values().forEach(plugin -> bundles.add(plugin.texts(locale)));
        return List.copyOf(bundles);
    }

    /**
     * Returns the texts of core, domain and toolkit, without those of plugins.
     *
     * @throws MissingResourceException if one of them has no texts in that language
     */
    public static List<ResourceBundle> coreBundles(Locale locale) {
        return List.of(
                texts(PluginRegistry.class, locale), texts(Finding.class, locale), texts(UsableTime.class, locale));
    }

    private static ResourceBundle texts(Class<?> beside, Locale locale) {
        return ResourceBundle.getBundle(
                beside.getPackageName() + ".messages",
                locale,
                beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
