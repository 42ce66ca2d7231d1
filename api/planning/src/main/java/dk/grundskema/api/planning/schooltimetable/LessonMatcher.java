package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Pairs lessons of a plan with those of a new timetable, the most similar first: entirely equal ones, then those at the same time, then those of the same
 * teachers at another time, then any others of the same subject and classes.
 */
final class LessonMatcher {
    /** What two lessons must have in common to be the same lesson at all. */
    private record Course(Lesson.Kind kind, Set<Object> groups, Set<Object> people, String subject) {}

    private final Function<Lesson, SortedSet<IsoWeek>> weeks;
    private final Map<Course, List<Lesson>> present = new LinkedHashMap<>();
    private final Map<Course, List<Lesson>> imported = new LinkedHashMap<>();
    private final Map<Lesson, Lesson> pairs = new LinkedHashMap<>();

    /**
     * @param ofPlan  the plan's lessons
     * @param lessons lessons of the new timetable, with the plan's ids of people, rooms and classes
     * @param weeks   returns the weeks of a lesson that count
     * @param known   the lesson of the plan for lessons of which it is known
     */
    LessonMatcher(
            List<Lesson> ofPlan,
            List<Lesson> lessons,
            Function<Lesson, SortedSet<IsoWeek>> weeks,
            Map<Lesson, Lesson> known) {
        this.weeks = weeks;
        ofPlan.stream()
                .filter(one -> !weeks.apply(one).isEmpty())
                .forEach(one -> present.computeIfAbsent(course(one), any -> new ArrayList<>())
                        .add(one));
        lessons.stream()
                .filter(one -> !weeks.apply(one).isEmpty())
                .sorted(Comparator.comparing((Lesson one) -> one.time().weekday())
                        .thenComparing(one -> one.time().start()))
                .forEach(one -> imported.computeIfAbsent(course(one), any -> new ArrayList<>())
                        .add(one));
        lessons.forEach(one -> {
            Lesson other = known.get(one);
            if (other != null) {
                pair(other, one);
            }
        });
        pair(this::isEqual);
        pair((one, other) -> isAtSameTime(one, other) && haveSameTeachers(one, other));
        pair(LessonMatcher::isAtSameTime);
        pair((one, other) -> haveSameTeachers(one, other)
                && one.time().weekday() == other.time().weekday());
        pair(LessonMatcher::haveSameTeachers);
        pair((one, other) -> true);
    }

    private static Course course(Lesson lesson) {
        boolean isTeaching = lesson.kind() == Lesson.Kind.TEACHING;
        return new Course(
                lesson.kind(),
                new HashSet<>(lesson.groupIds()),
                isTeaching ? Set.of() : new HashSet<>(lesson.staffIds()),
                NameNormalizer.normalize(lesson.subject().isBlank() ? lesson.title() : lesson.subject()));
    }

    private void pair(BiPredicate<Lesson, Lesson> isSimilar) {
        imported.forEach((course, lessons) -> {
            List<Lesson> free = present.getOrDefault(course, List.of());
            lessons.removeIf(one -> {
                var same = free.stream()
                        .filter(other -> isSimilar.test(other, one))
                        .findFirst();
                same.ifPresent(other -> {
                    free.remove(other);
                    pairs.put(other, one);
                });
                return same.isPresent();
            });
        });
    }

    /** Pairs two lessons, whatever they have in common. Does nothing if one of them is in a pair, or in no week that counts. */
    void pair(Lesson ofPlan, Lesson lesson) {
        List<Lesson> free = present.getOrDefault(course(ofPlan), List.of());
        List<Lesson> others = imported.getOrDefault(course(lesson), List.of());
        if (free.contains(ofPlan) && others.remove(lesson)) {
            free.remove(ofPlan);
            pairs.put(ofPlan, lesson);
        }
    }

    private static boolean isAtSameTime(Lesson one, Lesson other) {
        return one.time().weekday() == other.time().weekday()
                && one.time().start().equals(other.time().start())
                && one.time().end().equals(other.time().end());
    }

    private static boolean haveSameTeachers(Lesson one, Lesson other) {
        return Set.copyOf(one.staffIds()).equals(Set.copyOf(other.staffIds()));
    }

    /** Returns whether two lessons have the same subject and the same classes. */
    static boolean haveSameContent(Lesson one, Lesson other) {
        return course(one).equals(course(other));
    }

    /** Returns whether two lessons differ in nothing that a timetable states. */
    boolean isEqual(Lesson one, Lesson other) {
        return isAtSameTime(one, other)
                && haveSameTeachers(one, other)
                && haveSameContent(one, other)
                && Set.copyOf(one.rooms()).equals(Set.copyOf(other.rooms()))
                && one.part() == other.part()
                && weeks.apply(one).equals(weeks.apply(other));
    }

    /** Returns the lesson of the new timetable for each lesson of the plan that is in it. */
    Map<Lesson, Lesson> pairs() {
        return Collections.unmodifiableMap(pairs);
    }

    /** Returns the lessons of the plan that the new timetable does not have. */
    List<Lesson> ended() {
        return present.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the lessons of the new timetable that the plan does not have. */
    List<Lesson> added() {
        return imported.values().stream().flatMap(List::stream).toList();
    }
}
