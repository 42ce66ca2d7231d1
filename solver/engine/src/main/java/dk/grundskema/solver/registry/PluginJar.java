package dk.grundskema.solver.registry;

import static java.util.Objects.requireNonNull;

import dk.grundskema.solver.registry.bytecode.ByteCodeCheck;
import dk.grundskema.solver.spi.ContractVersion;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.module.ModuleDescriptor.Version;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A jar of the plugin folder while the program starts: its plugins, and the reasons why it is set aside. */
final class PluginJar {
    /** Entry of a plugin's jar with the name of its class. */
    private static final String SERVICE = "META-INF/services/" + InterventionPlugin.class.getName();

    private final Path file;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable PluginDescriptor descriptor;
    private @Nullable ClassLoader loader;
    private List<PluginInspection> plugins = List.of();
    private final Map<PluginInspection, GuardedPlugin<?>> guarded = new HashMap<>();

    private PluginJar(Path file) {
        this.file = file;
    }

    /** Opens a jar and checks its descriptor and class files, without loading any. */
    static PluginJar open(Path file, ClassLoader program, ByteCodeCheck byteCode) {
        var jar = new PluginJar(file);
        try (var content = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
            jar.read(content, byteCode);
        } catch (IOException | SecurityException e) {
            jar.setAside("It can't be read as a jar: %s. Maybe it was copied only half?".formatted(e.getMessage()));
        }
        if (jar.reasons.isEmpty()) {
            jar.loader = new PluginClassLoader(jar.name(), url(file), program);
        }
        return jar;
    }

    private void read(JarFile content, ByteCodeCheck byteCode) throws IOException {
        if (content.getEntry(SERVICE) == null) {
            setAside("It names no plugin. Put a file (%s) into it with the name of the plugin's class on a line."
                    .formatted(SERVICE));
        }
        Manifest manifest = content.getManifest();
        if (manifest != null && manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null) {
            setAside("Its manifest names other jars (Class-Path). Pack what it needs into the jar.");
        }
        descriptor = readDescriptor(content);
        if (descriptor != null && !ContractVersion.CURRENT.accepts(descriptor.contract())) {
            setAside(
                    descriptor.contract().compareTo(ContractVersion.CURRENT) > 0
                            ? "It is built for the contract %s, this is %s: update Grundskema."
                                    .formatted(descriptor.contract(), ContractVersion.CURRENT)
                            : "It is built for the contract %s, this is %s, which lacks parts of that: ask its author for a newer version."
                                    .formatted(descriptor.contract(), ContractVersion.CURRENT));
        }
        if (reasons.isEmpty()) {
            var report = byteCode.check(content, requireNonNull(descriptor).permissions());
            reasons.addAll(report.reasons());
            warnings.addAll(report.warnings());
        }
    }

    private @Nullable PluginDescriptor readDescriptor(JarFile content) throws IOException {
        JarEntry entry = content.getJarEntry(PluginDescriptor.FILE);
        if (entry == null) {
            setAside(
                    "It has no descriptor. Put a file (%s) into it, with the lines id=…, version=…, contract=%s, licence=… and, if it needs any, permissions=…"
                            .formatted(PluginDescriptor.FILE, ContractVersion.CURRENT));
            return null;
        }
        var text = new Properties();
        try (var reader = new InputStreamReader(content.getInputStream(entry), StandardCharsets.UTF_8)) {
            text.load(reader);
        } catch (IllegalArgumentException e) { // a malformed escape
            setAside("Its descriptor (%s) can't be read: %s.".formatted(PluginDescriptor.FILE, e.getMessage()));
            return null;
        }
        return PluginDescriptor.parse(text, this::setAside);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The file (%s) has no address.".formatted(jar), e);
        }
    }

    /** Sets the jar aside if it requests permissions that no operator accepted. */
    void requireAcceptance(AcceptedPlugins accepted) {
        if (descriptor == null || !reasons.isEmpty() || descriptor.permissions().isEmpty()) {
            return;
        }
        try {
            if (!accepted.has(file, descriptor.permissions())) {
                setAside(
                        "It requests permissions (%s) that nobody has accepted. If you trust it: grundskema plugins accept %s"
                                .formatted(PluginDescriptor.words(descriptor.permissions()), name()));
            }
        } catch (IOException e) {
            setAside("It can't be read as a jar: %s. Maybe it was copied only half?".formatted(e.getMessage()));
        }
    }

    /**
     * Creates and inspects the jar's plugins, unless it is unusable.
     *
     * @param limitSeconds longest time of a call into the jar's plugins, in seconds
     */
    void inspect(int limitSeconds) {
        ClassLoader own = loader;
        if (own == null || !reasons.isEmpty()) {
            return;
        }
        var limits = new WatchedPlugin(description(), own, limitSeconds);
        try {
            limits.call((reason, cause) -> new IllegalStateException(reason, cause), () -> {
                createPlugins(own);
                if (reasons.isEmpty()) {
                    plugins.forEach(one -> guarded.put(one, new GuardedPlugin<>(one.plugin(), limits)));
                }
                return true;
            });
        } catch (RuntimeException | Error e) { // whatever a plugin throws while it is made, the others are used
            plugins = List.of();
            setAside("Its plugins can't be made: %s".formatted(e.getMessage() == null ? e : e.getMessage()));
        }
    }

    private void createPlugins(ClassLoader loader) {
        var found = PluginServices.create(loader);
        plugins = found.plugins().stream().map(PluginInspection::of).toList();
        found.refusals()
                .forEach(refusal -> refusal.reasons()
                        .forEach(reason -> setAside("Its plugin (%s): %s".formatted(refusal.plugin(), reason))));
        for (PluginInspection plugin : plugins) {
            plugin.reasons()
                    .forEach(reason -> setAside("Its plugin (%s): %s"
                            .formatted(plugin.plugin().getClass().getName(), reason)));
        }
        if (plugins.isEmpty() && reasons.isEmpty()) {
            setAside("Its file of services names no class.");
        }
        String id = requireNonNull(descriptor).id();
        if (reasons.isEmpty() && !has(id)) {
            setAside("Its descriptor has the id (%s), its plugin the type's id (%s). They must be equal."
                    .formatted(id, requireNonNull(plugins.getFirst().type()).id()));
        }
    }

    Path file() {
        return file;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Returns the jar's name and version, for messages. */
    String description() {
        return descriptor == null ? name() : "%s, version %s".formatted(name(), descriptor.version());
    }

    /** Returns what the jar says about its plugin; {@code null} if it has no valid descriptor, which adds a reason. */
    @Nullable
    PluginDescriptor descriptor() {
        return descriptor;
    }

    /** Returns what the author should change, in English. */
    List<String> warnings() {
        return warnings;
    }

    /** Returns an inspected plugin of the jar with its guard. */
    GuardedPlugin<?> guarded(PluginInspection plugin) {
        return requireNonNull(guarded.get(plugin));
    }

    List<PluginInspection> plugins() {
        return plugins;
    }

    /** Returns why the jar is not used; empty if it is. */
    List<String> reasons() {
        return reasons;
    }

    void setAside(String reason) {
        reasons.add(reason);
    }

    /** Returns the plugin of a type in this jar, if there is one. */
    boolean has(String typeId) {
        return plugins.stream().map(PluginInspection::type).anyMatch(type -> isOfType(type, typeId));
    }

    private static boolean isOfType(@Nullable InterventionType type, String typeId) {
        return type != null && typeId.equals(type.id());
    }

    /** Whether this jar's version is certainly higher than that of another, in the usual order of versions. */
    boolean isNewerThan(PluginJar other) {
        if (descriptor == null || other.descriptor == null) {
            return false;
        }
        try {
            return Version.parse(descriptor.version()).compareTo(Version.parse(other.descriptor.version())) > 0;
        } catch (IllegalArgumentException e) { // no number in front
            return false;
        }
    }
}
