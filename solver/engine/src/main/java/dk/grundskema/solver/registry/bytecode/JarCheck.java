package dk.grundskema.solver.registry.bytecode;

import dk.grundskema.solver.spi.ContractVersion;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Checks each class of one jar: what it refers to, what it lacks, and native methods. */
final class JarCheck {
    private static final Module JAVA_BASE = Object.class.getModule();
    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private final Map<String, ClassFile> own;
    private final Function<String, Optional<ClassFile>> others;
    private final Predicate<String> contract;
    private final Set<PluginPermission> permissions;
    private final Complaints complaints;
    private final Set<PluginPermission> used = EnumSet.noneOf(PluginPermission.class);

    /** A method or field, with the class that declares it. */
    private record Member(ClassFile declaring, int access) {
        boolean is(int flags) {
            return (access & flags) != 0;
        }
    }

    /**
     * @param own         classes of the jar by their internal names
     * @param others      finds classes of contract and Java platform
     * @param contract    whether an internal name is in a package of the contract
     * @param permissions permissions that the jar requests
     */
    JarCheck(
            Map<String, ClassFile> own,
            Function<String, Optional<ClassFile>> others,
            Predicate<String> contract,
            Set<PluginPermission> permissions,
            Complaints complaints) {
        this.own = own;
        this.others = others;
        this.contract = contract;
        this.permissions = permissions;
        this.complaints = complaints;
    }

    void check(ClassFile file) {
        file.references().forEach(reference -> checkReference(reference, file));
        file.members().forEach((member, access) -> {
            if ((access & Opcodes.ACC_NATIVE) != 0) {
                complaints.refuse(
                        "Its method (%s) is native, which no plugin's may be."
                                .formatted(member.substring(0, member.indexOf('('))),
                        file);
            }
        });
        if (file.isConcrete()) {
            checkContractIsImplemented(file);
        }
    }

    Set<PluginPermission> unusedPermissions() {
        var unused = EnumSet.noneOf(PluginPermission.class);
        unused.addAll(permissions);
        unused.removeAll(used);
        return unused;
    }

    private void checkReference(ClassReference reference, ClassFile in) {
        if (own.containsKey(reference.owner())) {
            if (!reference.isClass()
                    && find(reference.owner(), reference.member(), any -> true).isEmpty()) {
                complaints.refuse(missing(reference), in);
            }
        } else if (contract.test(reference.owner())) {
            checkUseOfContract(reference, in);
        } else {
            RestrictedApi.of(reference)
                    .ifPresentOrElse(
                            api -> checkPermission(reference, api.permission(), in),
                            () -> checkIsOfJavaBase(reference, in));
        }
    }

    private void checkIsOfJavaBase(ClassReference reference, ClassFile in) {
        int slash = reference.owner().lastIndexOf('/');
        String name = slash < 0 ? "" : reference.owner().substring(0, slash).replace('/', '.');
        if (!JAVA_BASE.getPackages().contains(name) || !JAVA_BASE.isExported(name)) {
            complaints.refuse(
                    "It uses (%s), which is not in the jar, the contract or the module java.base. Pack it into the jar, or do without it."
                            .formatted(ClassReference.ofClass(reference.owner())),
                    in);
        }
    }

    private void checkPermission(ClassReference reference, @Nullable PluginPermission permission, ClassFile in) {
        if (permission == null) {
            complaints.refuse("It uses (%s), which no plugin may.".formatted(reference), in);
        } else if (permissions.contains(permission)) {
            used.add(permission);
        } else {
            complaints.refuse(
                    "It uses (%s) without the permission (%s). Do without it, or request the permission in the descriptor."
                            .formatted(reference, permission.word()),
                    in);
        }
    }

    private void checkUseOfContract(ClassReference reference, ClassFile in) {
        Optional<ClassFile> owner = others.apply(reference.owner());
        if (owner.isEmpty()) {
            complaints.refuse(missing(ClassReference.ofClass(reference.owner())), in);
            return;
        }
        Optional<Member> found = reference.isClass()
                ? owner.map(type -> new Member(type, type.access()))
                : find(reference.owner(), reference.member(), any -> true);
        if (found.isEmpty()) {
            complaints.refuse(missing(reference), in);
        } else if (!found.get().is(VISIBLE)) {
            complaints.refuse("It uses (%s), which is internal to the program.".formatted(reference), in);
        } else if (found.get().is(Opcodes.ACC_DEPRECATED)) {
            complaints.warn("It uses (%s), which is deprecated.".formatted(reference), in);
        }
    }

    private static String missing(ClassReference reference) {
        return "It uses (%s), which this contract (%s) lacks. Maybe the jar was built for another version?"
                .formatted(reference, ContractVersion.CURRENT);
    }

    /** A method that was added to the contract later would be missed only when it is called. */
    private void checkContractIsImplemented(ClassFile file) {
        for (ClassFile ancestor : ancestors(file)) {
            if (contract.test(ancestor.name())) {
                ancestor.members().forEach((member, access) -> {
                    if ((access & Opcodes.ACC_ABSTRACT) != 0
                            && find(file.name(), member, one -> !one.is(Opcodes.ACC_ABSTRACT))
                                    .isEmpty()) {
                        int start = member.indexOf('(');
                        complaints.refuse(
                                "It lacks the method (%s) of the contract (%s)."
                                        .formatted(
                                                new ClassReference(
                                                        ancestor.name(),
                                                        member.substring(0, start),
                                                        member.substring(start)),
                                                ContractVersion.CURRENT),
                                file);
                    }
                });
            }
        }
    }

    private Optional<Member> find(String type, String member, Predicate<Member> wanted) {
        return lookUp(type)
                .flatMap(start -> ancestors(start).stream()
                        .filter(one -> one.members().containsKey(member))
                        .map(one -> new Member(one, one.members().get(member)))
                        .filter(wanted)
                        .findFirst());
    }

    /** Returns the class itself, then superclasses and interfaces, as far as they are known. */
    private Collection<ClassFile> ancestors(ClassFile start) {
        var found = new LinkedHashMap<String, ClassFile>();
        addAncestors(start, found);
        return found.values();
    }

    private void addAncestors(ClassFile one, Map<String, ClassFile> found) {
        if (found.putIfAbsent(one.name(), one) == null) {
            one.parents().forEach(parent -> lookUp(parent).ifPresent(next -> addAncestors(next, found)));
        }
    }

    private Optional<ClassFile> lookUp(String type) {
        ClassFile mine = own.get(type);
        return mine == null ? others.apply(type) : Optional.of(mine);
    }
}
