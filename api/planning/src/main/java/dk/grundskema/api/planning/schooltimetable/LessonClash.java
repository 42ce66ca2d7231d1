package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that changes, and another at the same time with the same people, classes or rooms.
 *
 * @param lesson the lesson that changes, as it is to be
 * @param other  the other lesson or busy time
 * @param first  first date on which both are held
 * @param shared staff, classes and rooms of both, at least one
 */
public record LessonClash(Lesson lesson, Lesson other, LocalDate first, List<Id> shared) {
    /** Copies the list. */
    public LessonClash {
        shared = List.copyOf(shared);
    }

    /**
     * Returns the clashes that a difference of two problems brings, each pair once: people, classes and rooms that both lessons already shared at the same time
     * before are left out, and so are dates that are over or closed.
     *
     * @param problem the second problem
     * @param now     moment of the change
     */
    public static List<LessonClash> find(SchoolTimetableDifference difference, Problem problem, LocalDateTime now) {
        Map<LessonId, Lesson> before = new HashMap<>();
        difference.pairs().forEach(pair -> before.put(pair.after().id(), pair.before()));
        List<Lesson> changed = Stream.concat(
                        difference.pairs().stream().map(SchoolTimetableDifference.LessonPair::after),
                        difference.added().stream())
                .toList();
        var clashes = new ArrayList<LessonClash>();
        Set<Set<LessonId>> named = new HashSet<>();
        for (Lesson lesson : changed) {
            for (Lesson other : problem.lessons()) {
                Lesson was = before.get(lesson.id());
                boolean isSame = other.id().equals(lesson.id())
                        || (was != null && other.id().equals(was.id()));
                if (!isSame) {
                    clash(lesson, other, was, before.getOrDefault(other.id(), other), problem, now)
                            .filter(one -> named.add(Set.of(lesson.id(), other.id())))
                            .ifPresent(clashes::add);
                }
            }
        }
        return clashes;
    }

    private static Optional<LessonClash> clash(
            Lesson one,
            Lesson other,
            @Nullable Lesson oneBefore,
            Lesson otherBefore,
            Problem problem,
            LocalDateTime now) {
        var shared = new ArrayList<>(shared(one, other));
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        if (oneBefore != null && !commonWeeks(oneBefore, otherBefore, problem).isEmpty()) {
            shared.removeAll(shared(oneBefore, otherBefore));
        }
        TreeSet<IsoWeek> weeks = commonWeeks(one, other, problem);
        weeks.removeIf(week -> problem.horizon().isClosed(one.time().date(week))
                || one.time().date(week).atTime(one.time().start()).isBefore(now));
        return weeks.isEmpty() || shared.isEmpty()
                ? Optional.empty()
                : Optional.of(new LessonClash(one, other, one.time().date(weeks.first()), shared));
    }

    /** Returns the weeks in which two lessons overlap. */
    private static TreeSet<IsoWeek> commonWeeks(Lesson one, Lesson other, Problem problem) {
        var weeks = new TreeSet<>(one.time().weeks());
        weeks.retainAll(other.time().weeks());
        var zone = problem.horizon().zone();
        weeks.removeIf(
                week -> !one.time().interval(week, zone).overlaps(other.time().interval(week, zone)));
        return weeks;
    }

    /** Returns who and what two lessons share; a class has several lessons at once only if each is for a part of it. */
    private static List<Id> shared(Lesson one, Lesson other) {
        var shared = new ArrayList<Id>();
        one.staffIds().stream().filter(other.staffIds()::contains).distinct().forEach(shared::add);
        if (!one.part() || !other.part()) {
            one.groupIds().stream()
                    .filter(other.groupIds()::contains)
                    .distinct()
                    .forEach(shared::add);
        }
        one.rooms().stream().filter(other.rooms()::contains).forEach(shared::add);
        return shared;
    }
}
