package dk.grundskema.solver.registry.bytecode;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * What a class file refers to: a class, or a method or field of one.
 *
 * @param owner      internal name of the class, such as {@code java/lang/String}
 * @param name       name of the method or field; empty for the class itself
 * @param descriptor descriptor of the method or field; empty for the class itself
 */
record ClassReference(String owner, String name, String descriptor) {
    static ClassReference ofClass(String owner) {
        return new ClassReference(owner, "", "");
    }

    boolean isClass() {
        return name.isEmpty();
    }

    /** Returns the name and descriptor by which a class lists its members. */
    String member() {
        return name + descriptor;
    }

    /** Returns what {@link RestrictedApi} matches: owner, dot, name and descriptor, or the owner alone. */
    String signature() {
        return isClass() ? owner : owner + "." + member();
    }

    /** Returns the reference as Java writes it, with simple names of the parameters' types. */
    @Override
    public String toString() {
        String type = owner.replace('/', '.').replace('$', '.');
        if (isClass()) {
            return type;
        }
        String called = name.equals("<init>") ? "new " + type : type + "." + name;
        return descriptor.startsWith("(")
                ? called
                        + Arrays.stream(Type.getArgumentTypes(descriptor))
                                .map(ClassReference::simpleName)
                                .collect(Collectors.joining(", ", "(", ")"))
                : called;
    }

    private static String simpleName(Type type) {
        String name = type.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
