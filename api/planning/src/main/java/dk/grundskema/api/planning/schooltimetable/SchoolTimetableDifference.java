package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.change.ContinuedLesson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What differs between the school's timetables of two problems of a plan. Each lesson has the weeks in which it differs.
 *
 * @param pairs     lessons that differ: first those at another time, then those with other teachers, in other rooms, and the rest
 * @param added     lessons of the second problem alone
 * @param ended     lessons of the first problem alone
 * @param newStaff  staff members of the second problem alone
 * @param newRooms  rooms of the second problem alone
 * @param newGroups classes and given teams of the second problem alone
 */
public record SchoolTimetableDifference(
        List<LessonPair> pairs,
        List<Lesson> added,
        List<Lesson> ended,
        List<StaffMember> newStaff,
        List<Room> newRooms,
        List<Group> newGroups) {
    /** Copies the lists. */
    public SchoolTimetableDifference {
        pairs = List.copyOf(pairs);
        added = List.copyOf(added);
        ended = List.copyOf(ended);
        newStaff = List.copyOf(newStaff);
        newRooms = List.copyOf(newRooms);
        newGroups = List.copyOf(newGroups);
    }

    /**
     * A lesson before and after.
     *
     * @param before the lesson in the first problem
     * @param after  the lesson in the second problem
     */
    public record LessonPair(Lesson before, Lesson after) {
        /** Returns whether it is held at another time. */
        public boolean isMoved() {
            return before.time().weekday() != after.time().weekday()
                    || !before.time().start().equals(after.time().start())
                    || !before.time().end().equals(after.time().end());
        }

        /** Returns whether others teach it. */
        public boolean hasOtherTeachers() {
            return !Set.copyOf(before.staffIds()).equals(Set.copyOf(after.staffIds()));
        }

        /** Returns whether it has another subject or other classes. */
        public boolean hasOtherContent() {
            return !LessonMatcher.haveSameContent(before, after);
        }

        /** Returns whether it is in other rooms. */
        public boolean hasOtherRooms() {
            return !Set.copyOf(before.rooms()).equals(Set.copyOf(after.rooms()));
        }
    }

    /** Returns the difference of two problems. */
    public static SchoolTimetableDifference between(Problem first, Problem second) {
        List<Lesson> former = partsMissing(first, second);
        List<Lesson> later = partsMissing(second, first);
        var matcher = new LessonMatcher(former, later, lesson -> lesson.time().weeks(), continued(former, later));
        var pairs = new ArrayList<LessonPair>();
        matcher.pairs().forEach((before, after) -> pairs.add(new LessonPair(before, after)));
        pairs.sort(Comparator.comparing((LessonPair pair) -> !pair.isMoved())
                .thenComparing(pair -> !pair.hasOtherTeachers())
                .thenComparing(pair -> !pair.hasOtherRooms()));
        return new SchoolTimetableDifference(
                pairs,
                matcher.added(),
                matcher.ended(),
                missing(second.staff(), first.staff(), StaffMember::id),
                missing(second.rooms(), first.rooms(), Room::id),
                missing(second.groups(), first.groups(), Group::id));
    }

    /** Returns the lesson that each lesson continues by its id, if there is one. */
    private static Map<Lesson, Lesson> continued(List<Lesson> before, List<Lesson> after) {
        Map<LessonId, Lesson> byId = before.stream().collect(Collectors.toMap(Lesson::id, Function.identity()));
        Map<Lesson, Lesson> continued = new HashMap<>();
        for (Lesson lesson : after) {
            Lesson same = byId.get(lesson.id());
            Lesson origin = same != null ? same : byId.get(ContinuedLesson.origin(lesson.id()));
            if (origin != null) {
                continued.put(lesson, origin);
            }
        }
        return continued;
    }

    /** Returns the lessons of a problem with the weeks in which the other problem does not have the same lesson. */
    private static List<Lesson> partsMissing(Problem problem, Problem other) {
        return problem.lessons().stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                .flatMap(lesson -> partMissing(lesson, other.lesson(lesson.id())).stream())
                .toList();
    }

    private static Optional<Lesson> partMissing(Lesson lesson, Optional<Lesson> same) {
        var weeks = new TreeSet<>(lesson.time().weeks());
        same.filter(other -> other.inWeeks(lesson.time().weeks()).equals(lesson))
                .ifPresent(other -> weeks.removeAll(other.time().weeks()));
        return weeks.isEmpty() ? Optional.empty() : Optional.of(lesson.inWeeks(weeks));
    }

    private static <T, I> List<T> missing(List<T> all, List<T> others, Function<T, I> id) {
        Set<I> known = others.stream().map(id).collect(Collectors.toCollection(HashSet::new));
        return all.stream().filter(one -> !known.contains(id.apply(one))).toList();
    }

    /** Returns the number of lessons that differ, are new or end. */
    public int countLessons() {
        return pairs.size() + added.size() + ended.size();
    }

    /** Returns the number of lessons at another time. */
    public long countMoved() {
        return pairs.stream().filter(LessonPair::isMoved).count();
    }

    /** Returns the number of lessons with other teachers. */
    public long countOtherTeachers() {
        return pairs.stream().filter(LessonPair::hasOtherTeachers).count();
    }

    /** Returns the number of lessons in other rooms. */
    public long countOtherRooms() {
        return pairs.stream().filter(LessonPair::hasOtherRooms).count();
    }
}
