package dk.grundskema.solver.registry;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads the classes of one jar. A plugin sees the Java platform, the contract, the domain and its own jar. It sees neither the program's libraries nor
 * other plugins, so that a library in the jar cannot clash with another version of it.
 */
final class PluginClassLoader extends URLClassLoader {
    /** Packages of the program that plugins see, with all below them; a jar cannot replace their classes. */
    private static final List<String> VISIBLE =
            List.of("dk.grundskema.domain.", "dk.grundskema.solver.spi.", "org.jspecify.annotations.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader program;

    /**
     * @param name shown in stack traces
     * @param jar address of the jar
     * @param program class loader of the program
     */
    PluginClassLoader(String name, URL jar, ClassLoader program) {
        super(name, new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        this.program = program;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return VISIBLE.stream().anyMatch(name::startsWith) ? program.loadClass(name) : super.loadClass(name, resolve);
    }
}
