package dk.grundskema.solver.registry.bytecode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Inserts calls of a check into the classes of a plugin's jar: at the start of each method and before each jump backwards. */
public final class LoopCheckInserter {
    private LoopCheckInserter() {}

    /**
     * Returns the same class with checks. A class in which a method is too long for them, and what is no class of a known version of Java, is returned as
     * it is; the virtual machine says what is wrong with the latter.
     *
     * @param original content of a class file
     * @param checks class with a public static method {@code check()} that returns nothing
     */
    public static byte[] insert(byte[] original, Class<?> checks) {
        try {
            var reader = new ClassReader(original);
            var writer = new ClassWriter(reader, 0);
            reader.accept(new CheckedClass(writer, Type.getInternalName(checks)), 0);
            return writer.toByteArray();
        } catch (RuntimeException e) { // the reader states no narrower type for what it cannot read
            return original;
        }
    }

    private static final class CheckedClass extends ClassVisitor {
        private final String checks;

        CheckedClass(ClassVisitor next, String checks) {
            super(Opcodes.ASM9, next);
            this.checks = checks;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new CheckedMethod(super.visitMethod(access, name, descriptor, signature, exceptions), checks);
        }
    }

    /** The inserted calls take nothing from the stack and leave nothing on it, so that sizes and frames stay as they are. */
    private static final class CheckedMethod extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();
        private final String checks;

        CheckedMethod(MethodVisitor next, String checks) {
            super(Opcodes.ASM9, next);
            this.checks = checks;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label to) {
            checkBefore(Stream.of(to));
            super.visitJumpInsn(opcode, to);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            checkBefore(Stream.concat(Stream.of(otherwise), Arrays.stream(labels)));
            super.visitTableSwitchInsn(min, max, otherwise, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            checkBefore(Stream.concat(Stream.of(otherwise), Arrays.stream(labels)));
            super.visitLookupSwitchInsn(otherwise, keys, labels);
        }

        private void checkBefore(Stream<Label> targets) {
            if (targets.anyMatch(passed::contains)) {
                check();
            }
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, checks, "check", "()V", false);
        }
    }
}
