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
 * Which ids students get who have none in a list: the one that the plan knows somebody of that name in that class by, else one that is made of both with a
 * key.
 *
 * @param key     gives the key; asked only when an id is to be made
 * @param present the problem whose place the imported one takes; {@code null} means none
 */
public record StudentIds(Supplier<StudentKey> key, @Nullable Problem present) {
    private static final String KIND = "student";

    /** Ids that are made with a key. */
    public static StudentIds of(Supplier<StudentKey> key) {
        return new StudentIds(key, null);
    }

    /** The ids that one import gives. */
    Giving giving() {
        return new Giving(key, present);
    }

    /** Gives ids to one student after the other. */
    static final class Giving {
        private final Supplier<StudentKey> key;
        private final Map<List<String>, Deque<String>> known = new HashMap<>();

        private Giving(Supplier<StudentKey> key, @Nullable Problem present) {
            this.key = key;
            if (present != null) {
                Map<GroupId, String> classes =
                        present.groups().stream().collect(Collectors.toMap(Group::id, Group::name, (one, same) -> one));
                for (Student student : present.students()) {
                    GroupId classGroup = student.classGroup();
                    String of = classGroup == null ? "" : classes.getOrDefault(classGroup, "");
                    known.computeIfAbsent(who(Cast.spoken(student.name()), of), any -> new ArrayDeque<>())
                            .add(student.id().value());
                }
            }
        }

        private static List<String> who(String name, String classGroup) {
            return List.of(Spelling.form(name), Spelling.form(classGroup));
        }

        /**
         * The id of the next student of a name in a class.
         *
         * @param classGroup name of the class; empty if none is said
         */
        String of(String name, String classGroup) {
            Deque<String> those = known.get(who(name, classGroup));
            return those == null || those.isEmpty() ? made(name, classGroup) : those.remove();
        }

        /** The id of a student without a name in a list, by the place in it. */
        String ofUnnamed(String classGroup, int place) {
            return made("", classGroup, String.valueOf(place));
        }

        private String made(String... said) {
            return Spelling.pseudonym(KIND, key.get()::hmac, said);
        }
    }
}
