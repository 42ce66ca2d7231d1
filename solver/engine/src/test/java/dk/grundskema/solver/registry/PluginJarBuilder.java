package dk.grundskema.solver.registry;

import dk.grundskema.solver.spi.ContractVersion;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles the jar of a plugin that fulfils its contract and needs no demand; tests change one thing. */
public final class PluginJarBuilder {
    /** Entry that names the plugin's class. */
    public static final String SERVICE = "META-INF/services/" + InterventionPlugin.class.getName();

    private static final String MAIN_CLASS = "org.example.walk.WalkPlugin";
    private static final String TEXTS = "type.name=Walk\ntype.summary=A walk\nfield.Parameters.number=How many.\n";

    private final Map<String, String> descriptor = new LinkedHashMap<>(
            Map.of("id", "walk", "version", "1.0", "contract", ContractVersion.CURRENT.toString(), "licence", "MIT"));
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();

    private PluginJarBuilder() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        entry(SERVICE, MAIN_CLASS);
        entry("org/example/walk/messages_da.properties", TEXTS);
        entry("org/example/walk/messages_en.properties", TEXTS);
        withMembers("");
    }

    /** Returns the plugin of the type {@code walk}. */
    public static PluginJarBuilder aPlugin() {
        return new PluginJarBuilder();
    }

    /** With further members of the plugin's class, as Java source. */
    public PluginJarBuilder withMembers(String members) {
        return withSource(MAIN_CLASS, """
                package org.example.walk;

                import dk.grundskema.solver.spi.InterventionType;
                import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
                import dk.grundskema.solver.spi.toolkit.DemandBuilder;

                public class WalkPlugin extends ComposedPlugin<WalkPlugin.Parameters> {
                    public record Parameters(int number) {}

                    public WalkPlugin() {
                        super(parts(
                                new InterventionType("walk", 1, InterventionType.Category.AROUND, "a test"),
                                Parameters.class,
                                (intervention, problem, interruptions) ->
                                        new DemandBuilder(intervention, problem).build()));
                    }
                """ + members + "}\n");
    }

    /** With a class of its own, or another class than it is compiled against if the name is one of the contract. */
    public PluginJarBuilder withSource(String name, String source) {
        sources.put(name, source);
        return this;
    }

    /** With another line of the descriptor. */
    public PluginJarBuilder describedBy(String key, String value) {
        descriptor.put(key, value);
        return this;
    }

    /** Without a line of the descriptor. */
    public PluginJarBuilder notDescribedBy(String key) {
        descriptor.remove(key);
        return this;
    }

    /** Without any descriptor. */
    public PluginJarBuilder withoutDescriptor() {
        descriptor.clear();
        return this;
    }

    /** With a file. */
    public PluginJarBuilder entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With a file. */
    public PluginJarBuilder entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Without a file. */
    public PluginJarBuilder without(String name) {
        entries.remove(name);
        return this;
    }

    /** With an attribute of the manifest. */
    public PluginJarBuilder withAttribute(Attributes.Name name, String value) {
        manifest.getMainAttributes().put(name, value);
        return this;
    }

    /** Compiles and writes the jar. */
    public Path write(Path jar) throws IOException {
        var all = new LinkedHashMap<>(entries);
        if (!descriptor.isEmpty()) {
            all.put(
                    "META-INF/grundskema-plugin.properties",
                    descriptor.entrySet().stream()
                            .map(line -> line.getKey() + "=" + line.getValue())
                            .collect(Collectors.joining("\n"))
                            .getBytes(StandardCharsets.UTF_8));
        }
        compile(Files.createTempDirectory(jar.getParent(), "compiled")).forEach(all::putIfAbsent);
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var entry : all.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private Map<String, byte[]> compile(Path folder) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--release",
                "21",
                "-proc:none",
                "-nowarn",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                folder.toString()));
        for (var source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(
                    "The sources (%s) do not compile.\nMaybe the message above says why?".formatted(sources.keySet()));
        }
        var classes = new LinkedHashMap<String, byte[]>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .forEach(file ->
                            classes.put(folder.relativize(file).toString().replace('\\', '/'), read(file)));
        }
        return classes;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
