package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
     * Returns the clashes that a difference of two problems brings: lessons that already clashed before they changed are left out.
     *
     * @param problem the second problem
     */
    public static List<LessonClash> find(SchoolTimetableDifference difference, Problem problem) {
        var clashes = new ArrayList<LessonClash>();
        difference.pairs().forEach(pair -> clashes.addAll(clashesOf(pair.after(), pair.before(), problem)));
        difference.added().forEach(lesson -> clashes.addAll(clashesOf(lesson, null, problem)));
        Set<Set<LessonId>> named = new HashSet<>();
        clashes.removeIf(one -> !named.add(Set.of(one.lesson().id(), one.other().id())));
        return clashes;
    }

    private static List<LessonClash> clashesOf(Lesson lesson, @Nullable Lesson before, Problem problem) {
        return problem.lessons().stream()
                .filter(other -> !other.id().equals(lesson.id()))
                .filter(other -> before == null || !other.id().equals(before.id()))
                .filter(other -> before == null || clash(before, other).isEmpty())
                .flatMap(other -> clash(lesson, other).stream())
                .toList();
    }

    private static Optional<LessonClash> clash(Lesson one, Lesson other) {
        boolean isApart = one.time().weekday() != other.time().weekday()
                || !one.time().start().isBefore(other.time().end())
                || !other.time().start().isBefore(one.time().end());
        if (isApart) {
            return Optional.empty();
        }
        var weeks = new TreeSet<IsoWeek>(one.time().weeks());
        weeks.retainAll(other.time().weeks());
        var shared = new ArrayList<Id>();
        one.staffIds().stream().filter(other.staffIds()::contains).forEach(shared::add);
        if (!one.part() && !other.part()) {
            one.groupIds().stream().filter(other.groupIds()::contains).forEach(shared::add);
        }
        one.rooms().stream().filter(other.rooms()::contains).forEach(shared::add);
        return weeks.isEmpty() || shared.isEmpty()
                ? Optional.empty()
                : Optional.of(new LessonClash(one, other, one.time().date(weeks.first()), shared));
    }
}
