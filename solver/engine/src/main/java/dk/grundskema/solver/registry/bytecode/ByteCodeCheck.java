package dk.grundskema.solver.registry.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Checks the class files of jars against the contract of this program, without loading them. It remembers the classes of the contract that it has read. Not
 * thread-safe.
 */
public final class ByteCodeCheck {
    /** The virtual machine looks there first, so a jar cannot replace their classes. */
    private static final Set<String> PLATFORM = ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream())
            .map(name -> name.replace('.', '/'))
            .collect(Collectors.toUnmodifiableSet());

    private final ClassLoader program;
    private final List<String> contract;
    private final Map<String, Optional<ClassFile>> read = new HashMap<>();

    /**
     * @param program class loader of the program
     * @param contract packages of the program that plugins see, with all below them; each ends with a dot
     */
    public ByteCodeCheck(ClassLoader program, List<String> contract) {
        this.program = program;
        this.contract = contract.stream().map(name -> name.replace('.', '/')).toList();
    }

    /**
     * Checks all class files of a jar. Those in packages of the contract and the Java platform are left out: they are never loaded.
     *
     * @param jar         the jar, opened for the version of Java that runs this: of a class in several versions the one that is loaded is checked
     * @param permissions permissions that the jar requests
     * @throws IOException if the jar cannot be read
     */
    public ByteCodeReport check(JarFile jar, Set<PluginPermission> permissions) throws IOException {
        var complaints = new Complaints();
        var classes = new HashMap<String, ClassFile>();
        for (JarEntry entry : (Iterable<JarEntry>) jar.versionedStream()::iterator) {
            String name = entry.getName();
            if (name.endsWith(".class")
                    && !name.endsWith("module-info.class")
                    && !isOfContract(name)
                    && !isOfPlatform(name)) {
                try (InputStream content = jar.getInputStream(entry)) {
                    ClassFile file = ClassFile.read(content.readAllBytes());
                    classes.put(file.name(), file);
                } catch (RuntimeException e) { // whatever ASM throws for bytes that are no class file
                    complaints.refuse(
                            "Its file (%s) can't be read: %s. Maybe it is compiled for a later Java than (%d)?"
                                    .formatted(
                                            name,
                                            e.getMessage(),
                                            Runtime.version().feature()));
                }
            }
        }
        var jarCheck = new JarCheck(classes, this::find, this::isOfContract, permissions, complaints);
        classes.values().forEach(jarCheck::check);
        return complaints.report(jarCheck.unusedPermissions());
    }

    private boolean isOfContract(String internalName) {
        return contract.stream().anyMatch(internalName::startsWith);
    }

    private static boolean isOfPlatform(String internalName) {
        return PLATFORM.contains(internalName.substring(0, Math.max(0, internalName.lastIndexOf('/'))));
    }

    /** Returns a class of the contract or the Java platform, or empty if there is none with that name. */
    private Optional<ClassFile> find(String internalName) {
        return read.computeIfAbsent(internalName, name -> {
            try (InputStream content = program.getResourceAsStream(name + ".class")) {
                return content == null ? Optional.empty() : Optional.of(ClassFile.read(content.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
