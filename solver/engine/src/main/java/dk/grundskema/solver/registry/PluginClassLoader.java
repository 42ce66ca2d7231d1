package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.bytecode.LoopCheckInserter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads the classes of one jar. A plugin sees the Java platform, the contract, the domain and its own jar. It sees neither the program's libraries nor
 * other plugins, so that a library in the jar cannot clash with another version of it. The classes get checks with which a call that does not return
 * can be ended.
 */
final class PluginClassLoader extends URLClassLoader {
    /** Packages of the program that plugins see, with all below them; a jar cannot replace their classes. */
    static final List<String> VISIBLE =
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
        boolean isOfProgram = VISIBLE.stream().anyMatch(name::startsWith) || name.equals(LoopCheck.class.getName());
        return isOfProgram ? program.loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        URL place = findResource(name.replace('.', '/') + ".class");
        if (place == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] content;
        try (InputStream in = place.openStream()) {
            content = in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        int end = name.lastIndexOf('.');
        if (end > 0 && getDefinedPackage(name.substring(0, end)) == null) {
            definePackageOnce(name.substring(0, end));
        }
        byte[] checked = LoopCheckInserter.insert(content, LoopCheck.class);
        return defineClass(name, checked, 0, checked.length);
    }

    private void definePackageOnce(String name) {
        try {
            definePackage(name, null, null, null, null, null, null, null);
        } catch (IllegalArgumentException e) {
            if (getDefinedPackage(name) == null) { // otherwise another thread was first
                throw e;
            }
        }
    }
}
