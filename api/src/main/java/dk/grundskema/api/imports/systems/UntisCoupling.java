package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.systems.SeparatedLines.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the lines of one coupling at one time mean. */
final class UntisCoupling {
    /**
     * One lesson of a coupling.
     *
     * @param first    the first of its lines
     * @param classes  classes that take part; empty means that none does
     * @param teachers who teaches; empty means that nobody is named
     * @param subject  what; empty means that it isn't said
     * @param rooms    where; empty means that it isn't said
     */
    record Lesson(Line first, Set<String> classes, Set<String> teachers, String subject, Set<String> rooms) {
        static Lesson of(Line line, String schoolClass, String teacher, String subject, String room) {
            return new Lesson(line, some(schoolClass), some(teacher), subject, some(room));
        }

        private static Set<String> some(String text) {
            return text.isEmpty() ? Set.of() : Set.of(text);
        }

        private Lesson with(Lesson other) {
            return new Lesson(
                    first,
                    both(classes, other.classes),
                    both(teachers, other.teachers),
                    subject,
                    both(rooms, other.rooms));
        }

        private static Set<String> both(Set<String> one, Set<String> other) {
            var both = new TreeSet<>(one);
            both.addAll(other);
            return Collections.unmodifiableSet(both);
        }
    }

    private UntisCoupling() {}

    /**
     * Lessons of lines: one teacher in one room has all classes of these lines; one teacher is in one place, so several rooms are all that
     * teacher's; several teachers of the same subject in the same room, or of one class and no room, teach together.
     */
    static List<Lesson> lessons(List<Lesson> lines) {
        var classes = merged(lines, each -> List.of(each.teachers(), each.subject(), each.rooms()));
        var rooms = merged(
                classes,
                each -> each.teachers().isEmpty()
                        ? new Object()
                        : List.of(each.teachers(), each.subject(), each.classes()));
        return merged(
                rooms,
                each -> each.rooms().isEmpty() && each.classes().size() != 1
                        ? new Object()
                        : List.of(each.classes(), each.subject(), each.rooms()));
    }

    private static List<Lesson> merged(List<Lesson> lessons, Function<Lesson, Object> key) {
        Map<Object, Lesson> byKey = new LinkedHashMap<>();
        lessons.forEach(each -> byKey.merge(key.apply(each), each, Lesson::with));
        return List.copyOf(byKey.values());
    }

    /** Lessons that share classes, directly or by others: more than one are a band, whose classes are split. */
    static List<List<Lesson>> bands(List<Lesson> lessons) {
        var bands = new ArrayList<List<Lesson>>();
        for (Lesson lesson : lessons) {
            var mine = new ArrayList<Lesson>();
            bands.removeIf(band -> {
                boolean shares =
                        band.stream().anyMatch(each -> !Collections.disjoint(each.classes(), lesson.classes()));
                if (shares) {
                    mine.addAll(band);
                }
                return shares;
            });
            mine.add(lesson);
            bands.add(mine);
        }
        return bands;
    }
}
