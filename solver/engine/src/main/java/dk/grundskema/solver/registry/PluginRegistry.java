package dk.grundskema.solver.registry;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.registry.PluginRefusedException.Refusal;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The intervention types that are available since start-up, indexed by id. Loading inspects every plugin. A plugin of the program that violates the
 * start-up part of the contract stops the start with an exception that lists all refused plugins and reasons; a jar of the plugin folder that does is
 * set aside. The registry is immutable.
 */
public final class PluginRegistry {
    private final SortedMap<String, InstalledPlugin> byId;
    private final List<SetAsideJar> setAside;

    private PluginRegistry(SortedMap<String, InstalledPlugin> byId, List<SetAsideJar> setAside) {
        this.byId = Collections.unmodifiableSortedMap(byId);
        this.setAside = List.copyOf(setAside);
    }

    /**
     * Loads all plugins that a class loader provides as services.
     *
     * @throws PluginRefusedException if a plugin cannot be created or violates its contract; it lists all of them
     */
    public static PluginRegistry load(ClassLoader loader) {
        var found = PluginServices.create(loader);
        return inspect(found.plugins(), found.refusals(), List.of());
    }

    /**
     * Loads the plugins that are part of the program, and those of the jars in a folder. A jar that cannot be used is set aside; everything else is
     * used. Of several jars with the same type the newest is used if their versions tell which that is, otherwise none.
     *
     * @param loader class loader of the program
     * @param folder folder of the jars; other files in it are ignored
     * @throws PluginRefusedException if a plugin of the program cannot be created or violates its contract, or if the folder cannot be read
     */
    public static PluginRegistry load(ClassLoader loader, Path folder) {
        return load(loader, folder, null);
    }

    /**
     * The same as {@link #load(ClassLoader, Path)} with another time limit.
     *
     * @param callSeconds longest time of a call into a plugin of a jar: whole seconds from 1 to 3600; {@code null} or blank means 20
     * @throws PluginRefusedException also if that is no such number
     */
    public static PluginRegistry load(ClassLoader loader, Path folder, @Nullable String callSeconds) {
        int limitSeconds = WatchedPlugin.secondsOf(callSeconds);
        var found = PluginServices.create(loader);
        List<PluginJar> jars = PluginFolder.jars(folder, loader);
        jars.forEach(jar -> jar.inspect(limitSeconds));
        return inspect(found.plugins(), found.refusals(), jars);
    }

    /**
     * Returns a registry of exactly these plugins.
     *
     * @throws PluginRefusedException if a plugin violates its contract; it lists all of them
     */
    public static PluginRegistry of(List<? extends InterventionPlugin<?>> plugins) {
        return inspect(plugins, List.of(), List.of());
    }

    private static PluginRegistry inspect(
            List<? extends InterventionPlugin<?>> plugins, List<Refusal> notCreated, List<PluginJar> jars) {
        var refusals = new ArrayList<>(notCreated);
        var inspections = new ArrayList<PluginInspection>();
        var guards = new HashMap<InterventionPlugin<?>, GuardedPlugin<?>>();
        for (InterventionPlugin<?> plugin : plugins) {
            GuardedPlugin<?> guard = plugin instanceof GuardedPlugin<?> guarded ? guarded : null;
            inspections.add(PluginInspection.of(guard == null ? plugin : guard.plugin()));
            if (guard != null) {
                guards.put(guard.plugin(), guard);
            }
        }
        refuseDuplicateIds(inspections);
        var byId = new TreeMap<String, InstalledPlugin>();
        for (PluginInspection inspection : inspections) {
            var type = inspection.type();
            if (type == null || !inspection.reasons().isEmpty()) {
                refusals.add(new Refusal(inspection.plugin().getClass().getName(), inspection.reasons()));
            } else {
                var plugin = inspection.plugin();
                GuardedPlugin<?> guard = guards.get(plugin);
                byId.put(
                        type.id(),
                        InstalledPlugin.ofProgram(
                                guard == null ? new GuardedPlugin<>(plugin) : guard,
                                plugin.getClass().getPackage().getImplementationVersion()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new PluginRefusedException(refusals);
        }
        setAsideDuplicates(jars, byId.keySet());
        var setAside = new ArrayList<SetAsideJar>();
        for (PluginJar jar : jars) {
            if (jar.reasons().isEmpty()) {
                jar.plugins()
                        .forEach(one -> byId.put(
                                Objects.requireNonNull(one.type()).id(),
                                InstalledPlugin.ofJar(
                                        jar.guarded(one), jar.file(), Objects.requireNonNull(jar.descriptor()))));
            } else {
                setAside.add(new SetAsideJar(jar.file(), jar.descriptor(), jar.reasons()));
            }
        }
        return new PluginRegistry(byId, setAside);
    }

    /** Sets aside jars with a type of the program, and of jars with the same type all but the newest. */
    private static void setAsideDuplicates(List<PluginJar> jars, Set<String> ofProgram) {
        List<PluginJar> usable =
                jars.stream().filter(jar -> jar.reasons().isEmpty()).toList();
        for (PluginJar jar : usable) {
            for (PluginInspection one : jar.plugins()) {
                String id = Objects.requireNonNull(one.type()).id();
                if (ofProgram.contains(id)) {
                    jar.setAside("Its type's id (%s) is that of a plugin of the program.".formatted(id));
                }
                if (jar.plugins().stream()
                                .filter(other -> id.equals(typeId(other)))
                                .count()
                        > 1) {
                    jar.setAside("Two of its plugins have the type's id (%s).".formatted(id));
                }
                for (PluginJar other : usable) {
                    if (other != jar && other.has(id) && !jar.isNewerThan(other)) {
                        jar.setAside(
                                other.isNewerThan(jar)
                                        ? "Its type (%s) is also in %s, which is newer: version %s, this is %s."
                                                .formatted(id, other.name(), version(other), version(jar))
                                        : "Its type (%s) is also in %s, and the versions do not tell which is newer. Remove one of them."
                                                .formatted(id, other.name()));
                    }
                }
            }
        }
    }

    private static String version(PluginJar jar) {
        return Objects.requireNonNull(jar.descriptor()).version();
    }

    private static String typeId(PluginInspection inspection) {
        return Objects.requireNonNull(inspection.type()).id();
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
        return Optional.ofNullable(byId.get(typeId)).map(InstalledPlugin::plugin);
    }

    /** Returns all plugins, in order of their types' ids. */
    public List<InterventionPlugin<?>> all() {
        return byId.values().stream()
                .<InterventionPlugin<?>>map(InstalledPlugin::plugin)
                .toList();
    }

    /** Returns all plugins with where they are from, in order of their types' ids. */
    public List<InstalledPlugin> installed() {
        return List.copyOf(byId.values());
    }

    /**
     * Does work that calls rules, such as evaluating a plan. If a rule of a plugin in a jar never returns, what waits for the work gets the failure.
     *
     * @throws RuleFailedException if a rule does not return in time; what the work throws itself is thrown as it is
     */
    public <T> T callRules(Supplier<T> work) {
        boolean isAnyWatched = byId.values().stream().anyMatch(one -> one.jar() != null);
        return isAnyWatched ? WatchedPlugin.callRules(work) : work.get();
    }

    /** Gives calls of plugins of jars little time from now on, because the program is to end. */
    public void hurry() {
        byId.values().forEach(one -> ((GuardedPlugin<?>) one.plugin()).hurry());
    }

    /** Returns the jars of the plugin folder that are not used, in order of their names. */
    public List<SetAsideJar> setAside() {
        return setAside;
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
        all().forEach(plugin -> bundles.add(plugin.texts(locale)));
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
