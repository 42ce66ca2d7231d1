package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Context of one intervention in its problem: which lessons can have a co-teacher in which weeks, and which staff could take
 * them. The eligible lessons of each class are computed once; needs, weeks and candidates are derived per {@link PatternSpan}. It
 * reads only facts and parameters, never a plan.
 */
final class CoTeachingContext {
    /** Number of own teachers from which on a lesson needs no co-teacher, because it has two adults. */
    static final int TWO_ADULTS = 2;

    private final Intervention<CoTeachingParameters> intervention;
    private final Problem problem;
    private final SchoolWeeks schoolWeeks;
    private final Map<ClassNeed, List<Lesson>> eligible = new HashMap<>();
    private final Map<StaffId, CoTeacher> pool = new HashMap<>();

    CoTeachingContext(Intervention<CoTeachingParameters> intervention, Problem problem) {
        this.intervention = intervention;
        this.problem = problem;
        this.schoolWeeks = SchoolWeeks.of(problem);
        parameters().pool().forEach(one -> pool.put(one.staffId(), one));
        parameters().classes().forEach(need -> eligible.put(need, findEligible(need)));
    }

    InterventionId id() {
        return intervention.id();
    }

    CoTeachingParameters parameters() {
        return intervention.parameters();
    }

    Problem problem() {
        return problem;
    }

    SchoolWeeks schoolWeeks() {
        return schoolWeeks;
    }

    /** Returns the lessons in which a class could have a co-teacher, ordered by time. */
    List<Lesson> eligible(ClassNeed need) {
        return eligible.getOrDefault(need, List.of());
    }

    private List<Lesson> findEligible(ClassNeed need) {
        return LessonsByPerson.of(problem).of(need.groupId()).stream()
                .filter(lesson -> isClassLesson(need, lesson)
                        && need.allowsSubject(lesson.subject())
                        && lesson.staffIds().stream().distinct().count() < TWO_ADULTS)
                .sorted(Comparator.comparing((Lesson lesson) -> lesson.time().weekday())
                        .thenComparing(lesson -> lesson.time().start())
                        .thenComparing(lesson -> lesson.id().value()))
                .toList();
    }

    /**
     * Returns whether the lesson teaches exactly that class, as a whole, with a teacher of its own: no bands, no coupled lessons.
     */
    static boolean isClassLesson(ClassNeed need, Lesson lesson) {
        return lesson.kind() == Lesson.Kind.TEACHING
                && lesson.groupIds().equals(List.of(need.groupId()))
                && !lesson.part()
                && !lesson.staffIds().isEmpty();
    }

    /** Returns the site of a lesson, or of its room. */
    SiteId siteOf(Lesson lesson) {
        if (lesson.site() != null || lesson.roomId() == null) {
            return problem.siteOrDefault(lesson.site());
        }
        return problem.siteOrDefault(
                problem.room(lesson.roomId()).map(Room::site).orElse(null));
    }

    /** Returns the site of the class's first eligible lesson, or the problem's first site. */
    SiteId siteOf(ClassNeed need) {
        return eligible(need).stream().findFirst().map(this::siteOf).orElseGet(() -> problem.siteOrDefault(null));
    }

    /** Returns the school weeks in which a class gets co-teaching in a span; empty means none. */
    SortedSet<IsoWeek> weeks(ClassNeed need, PatternSpan span) {
        var weeks = new TreeSet<IsoWeek>();
        PriorityPeriod period = period(span);
        if (period != null && !includesClass(period, need)) {
            return weeks;
        }
        for (IsoWeek week : schoolWeeks.teachingWeeks()) {
            if (span.contains(week) && isInRange(need.firstWeek(), need.lastWeek(), week)) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** Returns those of the given weeks in which a lesson is held. */
    SortedSet<IsoWeek> weeks(Lesson lesson, SortedSet<IsoWeek> among) {
        var weeks = new TreeSet<>(schoolWeeks.openWeeks(lesson));
        weeks.retainAll(among);
        return weeks;
    }

    /** Returns the period that a span belongs to; {@code null} if none. */
    @Nullable
    PriorityPeriod period(PatternSpan span) {
        for (PriorityPeriod period : parameters().periods()) {
            if (isInRange(period.firstWeek(), period.lastWeek(), span.first())) {
                return period;
            }
        }
        return null;
    }

    /** Returns whether the week is in the range; {@code null} means an open end. */
    private static boolean isInRange(@Nullable IsoWeek first, @Nullable IsoWeek last, IsoWeek week) {
        return (first == null || first.compareTo(week) <= 0) && (last == null || week.compareTo(last) <= 0);
    }

    private boolean includesClass(PriorityPeriod period, ClassNeed need) {
        if (period.onlyClasses().isEmpty() && period.onlyYears().isEmpty()) {
            return true;
        }
        int year = problem.group(need.groupId())
                .map(Group::name)
                .map(ClassYear::of)
                .orElse(ClassYear.NONE);
        return period.onlyClasses().contains(need.groupId())
                || period.onlyYears().contains(year);
    }

    private @Nullable Priority priority(ClassNeed need, PatternSpan span) {
        PriorityPeriod period = period(span);
        if (period == null) {
            return null;
        }
        return period.priorities().stream()
                .filter(one -> one.groupId().equals(need.groupId()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the class's need in a span, 1 to 10. */
    int need(ClassNeed need, PatternSpan span) {
        Priority priority = priority(need, span);
        return priority != null && priority.need() != null ? priority.need() : need.need();
    }

    /** Returns the minimum minutes a week of a class in a span, rounded down to whole minutes; 0 with two adults always. */
    long askedMinutes(ClassNeed need, PatternSpan span) {
        return (long) Math.floor(askedLessons(need, span) * parameters().lessonMinutes());
    }

    /** Returns the minimum lessons a week of a class in a span; 0 with two adults always. */
    double askedLessons(ClassNeed need, PatternSpan span) {
        Priority priority = priority(need, span);
        Double other = priority == null ? null : priority.lessonsPerWeek();
        return other != null && need.scheme() != CoTeachingType.TWO_ALWAYS
                ? other
                : need.requestedLessons(parameters().lessonMinutes());
    }

    /** Returns the length of a lesson in wall-clock minutes. */
    static int minutes(Lesson lesson) {
        int minutes = (int)
                Duration.between(lesson.time().start(), lesson.time().end()).toMinutes();
        return minutes > 0 ? minutes : minutes + 24 * 60;
    }

    /**
     * Returns the minutes that a lesson adds to a full week. A lesson that is held in only some of the weeks counts in
     * proportion.
     *
     * @param held  the weeks in which it is held
     * @param among all weeks considered
     */
    int minutesAWeek(Lesson lesson, SortedSet<IsoWeek> held, SortedSet<IsoWeek> among) {
        return (int) Math.round((double) minutes(lesson)
                * held.size()
                / countTeachingWeeks(lesson.time().weekday(), among));
    }

    /** Counts the weeks in which there is school on a weekday. */
    int countTeachingWeeks(DayOfWeek day, SortedSet<IsoWeek> among) {
        var weeks = new TreeSet<>(schoolWeeks.teachingWeeksOn(day));
        weeks.retainAll(among);
        return weeks.size();
    }

    /**
     * Returns the staff who could co-teach a lesson of a class: qualified, not vetoed, and without a lesson of their own at that
     * time.
     */
    List<StaffId> candidates(ClassNeed need, Lesson lesson, Set<IsoWeek> weeks, FreeTime free) {
        var time = new MeetingTime(
                new TreeSet<>(weeks),
                lesson.time().weekday(),
                lesson.time().start(),
                lesson.time().end());
        return qualified(need).stream()
                .filter(one -> lesson.staffIds().stream().noneMatch(one.neverColleagues()::contains))
                .map(CoTeacher::staffId)
                .filter(who -> !lesson.staffIds().contains(who) && free.isFree(who, time))
                .toList();
    }

    /** Returns the members of the pool who are qualified for a class and not vetoed. */
    List<CoTeacher> qualified(ClassNeed need) {
        return parameters().pool().stream()
                .filter(one -> one.isQualified(need.scheme())
                        && !need.never().contains(one.staffId())
                        && !one.neverClasses().contains(need.groupId()))
                .toList();
    }

    /** Returns a class's own teachers in its eligible lessons, in order of the lessons. */
    List<StaffId> teachers(ClassNeed need) {
        var teachers = new LinkedHashSet<StaffId>();
        eligible(need).forEach(lesson -> teachers.addAll(lesson.staffIds()));
        return List.copyOf(teachers);
    }

    /** Returns the pool's entry for a staff member; {@code null} if there is none. */
    @Nullable
    CoTeacher coTeacher(StaffId who) {
        return pool.get(who);
    }

    String nameOf(ClassNeed need) {
        return problem.group(need.groupId())
                .map(Group::name)
                .orElse(need.groupId().value());
    }

    /** Returns a staff member's contract minutes a week. */
    long contractMinutes(StaffId who) {
        return Math.round(
                problem.staffMember(who).map(StaffMember::contractHours).orElse(0.0) * 60);
    }
}
