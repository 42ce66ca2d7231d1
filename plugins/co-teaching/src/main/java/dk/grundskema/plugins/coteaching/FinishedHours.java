package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Computes the hours of co-teachers in a finished timetable and their budgets. */
final class FinishedHours {
    private final CoTeachingParameters parameters;
    private final Problem problem;
    private final FinishedWeeks weeks;
    private final List<FinishedPattern> patterns;
    private final List<IsoWeek> fullest;
    private final Map<IsoWeek, Map<StaffId, Long>> perWeek = new HashMap<>();

    FinishedHours(
            CoTeachingParameters parameters, Problem problem, FinishedWeeks weeks, List<FinishedPattern> patterns) {
        this.parameters = parameters;
        this.problem = problem;
        this.weeks = weeks;
        this.patterns = patterns;
        this.fullest = findFullestWeeks();
    }

    /** Returns the intervention's lessons that are held in a week, and the classes that have co-teaching then. */
    private Set<Object> contentOf(IsoWeek week) {
        Set<Object> held = new HashSet<>();
        for (FinishedPattern pattern : patterns) {
            if (pattern.weeks().contains(week)) {
                held.add(pattern.need().groupId());
            }
            for (HeldLesson lesson : pattern.lessons()) {
                if (lesson.meeting().weeks().contains(week)) {
                    held.add(lesson.lesson().id());
                }
            }
        }
        return held;
    }

    /** Returns for each span the weeks whose content no other week exceeds; of equal weeks the first. */
    List<IsoWeek> fullestWeeks() {
        return fullest;
    }

    private List<IsoWeek> findFullestWeeks() {
        var found = new ArrayList<IsoWeek>();
        Map<IsoWeek, TreeMap<IsoWeek, Set<Object>>> spans = new TreeMap<>();
        for (FinishedPattern pattern : patterns) {
            var ofSpan = spans.computeIfAbsent(pattern.first(), any -> new TreeMap<>());
            pattern.weeks().forEach(week -> ofSpan.computeIfAbsent(week, this::contentOf));
        }
        for (var ofSpan : spans.values()) {
            var kept = new ArrayList<Set<Object>>();
            ofSpan.forEach((week, held) -> {
                boolean isLess = ofSpan.values().stream()
                        .anyMatch(other -> other.size() > held.size() && other.containsAll(held));
                if (!isLess && !kept.contains(held)) {
                    kept.add(held);
                    found.add(week);
                }
            });
        }
        return List.copyOf(found);
    }

    /** Returns a co-teacher's budget in a week, in minutes. */
    long budget(CoTeacher one, IsoWeek week) {
        if (one.minutesPerWeek() != null) {
            return one.minutesPerWeek();
        }
        return one.lessonsPerWeek() != null
                ? Math.round(one.lessonsPerWeek() * parameters.lessonMinutes())
                : contractMinutesLeft(one.staffId(), week);
    }

    /** Returns a pool's budget in a week, in minutes. */
    long poolBudget(PoolBudget pool) {
        return Math.round(pool.lessonsPerWeek() * parameters.lessonMinutes());
    }

    /** Returns the minutes that a pool's members use in a week. */
    long poolMinutes(PoolBudget pool, IsoWeek week) {
        var minutes = minutesOf(week);
        return parameters.pool().stream()
                .filter(one -> pool.name().equals(one.pool()))
                .mapToLong(one -> minutes.getOrDefault(one.staffId(), 0L))
                .sum();
    }

    /** Returns everybody's minutes in a week, including shared preparation. */
    Map<StaffId, Long> minutesOf(IsoWeek week) {
        return perWeek.computeIfAbsent(week, this::countMinutes);
    }

    private Map<StaffId, Long> countMinutes(IsoWeek week) {
        Map<StaffId, Long> minutes = new HashMap<>();
        for (FinishedPattern pattern : patterns) {
            for (HeldLesson held : pattern.lessons()) {
                if (held.meeting().weeks().contains(week)) {
                    held.coTeachers().forEach(who -> minutes.merge(who, held.length(), Long::sum));
                }
            }
            Meeting preparation = pattern.preparation();
            if (preparation != null && pattern.weeks().contains(week)) {
                for (MeetingSeat seat : preparation.seats()) {
                    if (seat.staffId() != null && seat.role().equals("co-teacher")) {
                        minutes.merge(seat.staffId(), (long) pattern.preparationMinutes(), Long::sum);
                    }
                }
            }
        }
        return minutes;
    }

    /** Returns the contract minutes that a staff member's own lessons leave in a week. */
    private long contractMinutesLeft(StaffId who, IsoWeek week) {
        double hours = problem.staffMember(who).map(StaffMember::contractHours).orElse(0.0);
        long own = 0;
        for (Lesson lesson : LessonsByPerson.of(problem).of(who)) {
            if (weeks.openWeeks(lesson).contains(week)) {
                own += Duration.between(lesson.time().start(), lesson.time().end())
                        .toMinutes();
            }
        }
        return Math.max(0, Math.round(hours * 60) - own);
    }
}
