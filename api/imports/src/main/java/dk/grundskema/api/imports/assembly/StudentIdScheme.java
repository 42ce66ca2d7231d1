package dk.grundskema.api.imports.assembly;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Determines ids of students without an id in a list: the id that the current plan has for that name and class, else a keyed hash of both.
 *
 * @param key     returns the key; called only when an id must be generated
 * @param present the problem that the import replaces; {@code null} means none
 */
public record StudentIdScheme(
        Supplier<StudentKey> key, @Nullable Problem present) {
    private static final String KIND = "student";

    /** Returns a scheme that generates all ids with a key. */
    public static StudentIdScheme of(Supplier<StudentKey> key) {
        return new StudentIdScheme(key, null);
    }

    /** Returns an allocator for one import. */
    StudentIdAllocator newAllocator() {
        return new StudentIdAllocator(key, present);
    }

    /** Allocates ids, one student after the other. */
    static final class StudentIdAllocator {
        private final Supplier<StudentKey> key;
        private final Map<List<String>, Deque<String>> idsByNameAndClass = new HashMap<>();

        private StudentIdAllocator(Supplier<StudentKey> key, @Nullable Problem present) {
            this.key = key;
            if (present != null) {
                Map<GroupId, String> classes =
                        present.groups().stream().collect(Collectors.toMap(Group::id, Group::name, (one, same) -> one));
                for (Student student : present.students()) {
                    GroupId classGroup = student.classGroup();
                    String of = classGroup == null ? "" : classes.getOrDefault(classGroup, "");
                    idsByNameAndClass
                            .computeIfAbsent(
                                    nameAndClassKey(EntityRegistry.toSpokenOrder(student.name()), of),
                                    any -> new ArrayDeque<>())
                            .add(student.id().value());
                }
            }
        }

        private static List<String> nameAndClassKey(String name, String classGroup) {
            return List.of(NameNormalizer.normalize(name), NameNormalizer.normalize(classGroup));
        }

        /**
         * Returns the id of the next student of a name in a class.
         *
         * @param classGroup name of the class; empty if unknown
         */
        String allocate(String name, String classGroup) {
            Deque<String> those = idsByNameAndClass.get(nameAndClassKey(name, classGroup));
            return those == null || those.isEmpty() ? createPseudonym(name, classGroup) : those.remove();
        }

        /** Returns the id of a student without a name, by the position in the list. */
        String allocateUnnamed(String classGroup, int place) {
            return createPseudonym("", classGroup, String.valueOf(place));
        }

        private String createPseudonym(String... said) {
            return NameNormalizer.pseudonym(KIND, key.get()::hmac, said);
        }
    }
}
