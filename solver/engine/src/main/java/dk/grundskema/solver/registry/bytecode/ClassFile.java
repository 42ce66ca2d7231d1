package dk.grundskema.solver.registry.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class as its file describes it.
 *
 * @param name       internal name, such as {@code java/lang/String}
 * @param access     access flags of ASM
 * @param parents    internal names of superclass and interfaces
 * @param members    access flags of its own methods and fields by name and descriptor
 * @param references everything that its constant pool refers to
 */
record ClassFile(
        String name, int access, List<String> parents, Map<String, Integer> members, Set<ClassReference> references) {
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    /** @throws RuntimeException if the bytes are no class file, or one for a later Java than this program reads */
    static ClassFile read(byte[] bytes) {
        var reader = new ClassReader(bytes);
        var parents = new ArrayList<String>();
        if (reader.getSuperName() != null) { // null for java.lang.Object
            parents.add(reader.getSuperName());
        }
        parents.addAll(List.of(reader.getInterfaces()));
        var members = new HashMap<String, Integer>();
        int[] access = {0};
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(
                            int version,
                            int flags,
                            String name,
                            @Nullable String signature,
                            @Nullable String superName,
                            String @Nullable [] interfaces) {
                        access[0] = flags;
                    }

                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int flags,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        members.put(name + descriptor, flags);
                        return null;
                    }

                    @Override
                    public @Nullable FieldVisitor visitField(
                            int flags,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            @Nullable Object value) {
                        members.put(name + descriptor, flags);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassFile(reader.getClassName(), access[0], parents, members, references(reader));
    }

    /** The constant pool has each class, method and field that the code uses, also those of lambdas, and types of descriptors. */
    private static Set<ClassReference> references(ClassReader reader) {
        var references = new LinkedHashSet<ClassReference>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int at = reader.getItem(item);
            if (at == 0) { // second half of a long or double
                continue;
            }
            switch (reader.readByte(at - 1)) {
                case CLASS -> {
                    String name = reader.readUTF8(at, buffer);
                    addTypes(Type.getObjectType(name), references::add);
                }
                case FIELD, METHOD, INTERFACE_METHOD -> {
                    String owner = reader.readClass(at, buffer);
                    int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
                    if (!owner.startsWith("[")) { // arrays have only clone()
                        references.add(new ClassReference(
                                owner, reader.readUTF8(nameAndType, buffer), reader.readUTF8(nameAndType + 2, buffer)));
                    }
                }
                case NAME_AND_TYPE -> addTypes(Type.getType(reader.readUTF8(at + 2, buffer)), references::add);
                case METHOD_TYPE -> addTypes(Type.getType(reader.readUTF8(at, buffer)), references::add);
                default -> {}
            }
        }
        return references;
    }

    private static void addTypes(Type type, Consumer<ClassReference> add) {
        switch (type.getSort()) {
            case Type.METHOD -> {
                addTypes(type.getReturnType(), add);
                for (Type argument : type.getArgumentTypes()) {
                    addTypes(argument, add);
                }
            }
            case Type.ARRAY -> addTypes(type.getElementType(), add);
            case Type.OBJECT -> add.accept(ClassReference.ofClass(type.getInternalName()));
            default -> {} // primitive
        }
    }

    /** Returns the name as Java writes it. */
    String javaName() {
        return name.replace('/', '.');
    }

    boolean isConcrete() {
        return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0;
    }
}
