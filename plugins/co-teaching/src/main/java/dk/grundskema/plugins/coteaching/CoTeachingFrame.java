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
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
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

/** One intervention in its problem: which lessons can have a co-teacher when, and who could be it. */
final class CoTeachingFrame {
    /** Own teachers from which on a lesson needs nobody: it has two adults already. */
    static final int TWO_ADULTS = 2;

    private final Intervention<CoTeachingParameters> intervention;
    private final Problem problem;
    private final SchoolWeeks schoolWeeks;
    private final Map<ClassNeed, List<Lesson>> eligible = new HashMap<>();

    CoTeachingFrame(Intervention<CoTeachingParameters> intervention, Problem problem) {
        this.intervention = intervention;
        this.problem = problem;
        this.schoolWeeks = new SchoolWeeks(problem);
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

    /** Lessons in which a class could have a co-teacher, in order of their times. */
    List<Lesson> eligible(ClassNeed need) {
        return eligible.getOrDefault(need, List.of());
    }

    private List<Lesson> findEligible(ClassNeed need) {
        return problem.lessons().stream()
                .filter(lesson -> isOf(need, lesson)
                        && need.takes(lesson.subject())
                        && lesson.staffIds().stream().distinct().count() < TWO_ADULTS)
                .sorted(Comparator.comparing((Lesson lesson) -> lesson.time().weekday())
                        .thenComparing(lesson -> lesson.time().start())
                        .thenComparing(lesson -> lesson.id().value()))
                .toList();
    }

    /** Teaching of that class alone and as a whole, by a teacher of its own: no bands, no coupled lessons. */
    static boolean isOf(ClassNeed need, Lesson lesson) {
        return lesson.kind() == Lesson.Kind.TEACHING
                && lesson.groupIds().equals(List.of(need.groupId()))
                && !lesson.part()
                && !lesson.staffIds().isEmpty();
    }

    /** The site of a lesson, or of its room. */
    SiteId siteOf(Lesson lesson) {
        if (lesson.site() != null || lesson.roomId() == null) {
            return problem.siteOr(lesson.site());
        }
        return problem.siteOr(problem.room(lesson.roomId()).map(Room::site).orElse(null));
    }

    /** Where a class has its lessons: the site of the first that counts, or the problem's first. */
    SiteId siteOf(ClassNeed need) {
        return eligible(need).stream().findFirst().map(this::siteOf).orElseGet(() -> problem.siteOr(null));
    }

    /** School weeks in which a class gets co-teaching in a span; empty means that it gets none then. */
    SortedSet<IsoWeek> weeks(ClassNeed need, Span span) {
        var weeks = new TreeSet<IsoWeek>();
        PriorityPeriod period = period(span);
        if (period != null && !isIn(period, need)) {
            return weeks;
        }
        for (IsoWeek week : schoolWeeks.all()) {
            if (span.contains(week) && Weeks.holds(need.firstWeek(), need.lastWeek(), week)) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** Those of some weeks in which a lesson is held. */
    SortedSet<IsoWeek> weeks(Lesson lesson, SortedSet<IsoWeek> among) {
        var weeks = new TreeSet<>(schoolWeeks.open(lesson));
        weeks.retainAll(among);
        return weeks;
    }

    /** The period that a span belongs to; {@code null} if none. */
    @Nullable
    PriorityPeriod period(Span span) {
        for (PriorityPeriod period : parameters().periods()) {
            if (Weeks.holds(period.firstWeek(), period.lastWeek(), span.first())) {
                return period;
            }
        }
        return null;
    }

    private boolean isIn(PriorityPeriod period, ClassNeed need) {
        if (period.onlyClasses().isEmpty() && period.onlyYears().isEmpty()) {
            return true;
        }
        int year = problem.group(need.groupId()).map(Group::name).map(Years::of).orElse(Years.NONE);
        return period.onlyClasses().contains(need.groupId())
                || period.onlyYears().contains(year);
    }

    private @Nullable Priority priority(ClassNeed need, Span span) {
        PriorityPeriod period = period(span);
        if (period == null) {
            return null;
        }
        return period.priorities().stream()
                .filter(one -> one.groupId().equals(need.groupId()))
                .findFirst()
                .orElse(null);
    }

    /** How much a class needs it in a span, 1 to 10. */
    int need(ClassNeed need, Span span) {
        Priority priority = priority(need, span);
        return priority != null && priority.need() != null ? priority.need() : need.need();
    }

    /** Minutes a week that a class is to have at least in a span, half minutes left out; 0 with two adults always. */
    long askedMinutes(ClassNeed need, Span span) {
        return (long) Math.floor(askedLessons(need, span) * parameters().lessonMinutes());
    }

    /** Lessons a week that a class is to have at least in a span; 0 with two adults always. */
    double askedLessons(ClassNeed need, Span span) {
        Priority priority = priority(need, span);
        Double other = priority == null ? null : priority.lessonsPerWeek();
        return other != null && need.scheme() != Scheme.TWO_ALWAYS
                ? other
                : need.asked(parameters().lessonMinutes());
    }

    /** Minutes of a lesson by the clock. */
    static int minutes(Lesson lesson) {
        int minutes = (int)
                Duration.between(lesson.time().start(), lesson.time().end()).toMinutes();
        return minutes > 0 ? minutes : minutes + 24 * 60;
    }

    /**
     * Minutes that a lesson adds to a full week: those of a lesson that is only held in some of the weeks count in proportion.
     *
     * @param held  the weeks in which it is held
     * @param among all weeks that are looked at
     */
    int minutesAWeek(Lesson lesson, SortedSet<IsoWeek> held, SortedSet<IsoWeek> among) {
        var days = new TreeSet<>(schoolWeeks.on(lesson.time().weekday()));
        days.retainAll(among);
        return (int) Math.round((double) minutes(lesson) * held.size() / days.size());
    }

    /** Who could be a co-teacher in a lesson of a class: qualified, wanted, and with no lesson of their own then. */
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

    /** Who in the pool is qualified for a class and not vetoed. */
    List<CoTeacher> qualified(ClassNeed need) {
        return parameters().pool().stream()
                .filter(one -> one.isQualified(need.scheme())
                        && !need.never().contains(one.staffId())
                        && !one.neverClasses().contains(need.groupId()))
                .toList();
    }

    /** A class's own teachers in its eligible lessons, in order of these. */
    List<StaffId> teachers(ClassNeed need) {
        var teachers = new LinkedHashSet<StaffId>();
        eligible(need).forEach(lesson -> teachers.addAll(lesson.staffIds()));
        return List.copyOf(teachers);
    }

    /** The entry of the pool for somebody; {@code null} if there is none. */
    @Nullable
    CoTeacher coTeacher(StaffId who) {
        return parameters().pool().stream()
                .filter(one -> one.staffId().equals(who))
                .findFirst()
                .orElse(null);
    }

    /** The name of a class. */
    String nameOf(ClassNeed need) {
        return problem.group(need.groupId())
                .map(Group::name)
                .orElse(need.groupId().value());
    }

    /** Contract minutes a week. */
    long contractMinutes(StaffId who) {
        return Math.round(
                problem.staffMember(who).map(StaffMember::contractHours).orElse(0.0) * 60);
    }
}
