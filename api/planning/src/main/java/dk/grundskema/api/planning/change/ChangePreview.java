package dk.grundskema.api.planning.change;

import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference.LessonPair;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.solver.repair.ChangedPlan;
import dk.grundskema.solver.repair.LostSupport;
import dk.grundskema.solver.repair.PlanChanger.AbsentTeacher;
import dk.grundskema.solver.repair.PlanDifference.ChangedDate;
import dk.grundskema.solver.repair.PlanDifference.DatedMeeting;
import dk.grundskema.solver.spi.RequiredSupport;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change does to a plan in use, before anything is kept.
 *
 * @param problem        problem before the change
 * @param changed        problem after the change
 * @param now            the moment of the change
 * @param before         plan in use
 * @param after          plan after the change
 * @param absentTeachers lessons of the existing timetable without their teacher, in which others are
 * @param lessons        what differs in the school's own timetable
 * @param noLongerAsked  dates of cancelled meetings that an intervention with other parameters no longer asks for
 * @param support        how much support each intervention must give to each participant after the change
 * @param lostSupport    support that the change takes away, and where it can be given later
 */
public record ChangePreview(
        Problem problem,
        Problem changed,
        LocalDateTime now,
        ChangedPlan before,
        ChangedPlan after,
        List<AbsentTeacher> absentTeachers,
        SchoolTimetableDifference lessons,
        Set<ChangedDate> noLongerAsked,
        Map<InterventionId, List<RequiredSupport>> support,
        List<LostSupport> lostSupport) {
    /** Copies the lists, the set and the map. */
    public ChangePreview {
        absentTeachers = List.copyOf(absentTeachers);
        noLongerAsked = Set.copyOf(noLongerAsked);
        support = Collections.unmodifiableMap(new LinkedHashMap<>(support));
        lostSupport = List.copyOf(lostSupport);
    }

    /** Returns the same preview with the support that the change takes away. */
    ChangePreview withLostSupport(List<LostSupport> some) {
        return new ChangePreview(
                problem, changed, now, before, after, absentTeachers, lessons, noLongerAsked, support, some);
    }

    /** Returns the staff members whose availability the change restricts; their own days change in any case. */
    public Set<StaffId> absentStaff() {
        return problem.staff().stream()
                .filter(one -> changed.staffMember(one.id())
                        .map(other -> !other.availability().equals(one.availability()))
                        .orElse(true))
                .map(one -> one.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the days of other staff on which a duty is new, gone or at another time. */
    public SortedSet<PersonDay> daysOfOthers() {
        Set<StaffId> absent = absentStaff();
        return after.difference().days().stream()
                .filter(one -> !absent.contains(one.staffId()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the dates of meetings that are cancelled, or have fewer people than before. A lesson that the school moved is compared with the moved one; one
     * that the school no longer holds, and a meeting that its changed intervention no longer asks for, are not among them.
     */
    public List<ChangedDate> uncovered() {
        return after.difference().dates().stream().filter(this::isUncovered).toList();
    }

    private boolean isUncovered(ChangedDate one) {
        DatedMeeting was = one.before();
        DatedMeeting is = one.after();
        if (was == null || noLongerAsked.contains(one) || (is == null && hasEnded(was.meeting(), one.week()))) {
            return false;
        }
        int people = is == null ? peopleInMovedLesson(one).size() : is.holders().size();
        return people < was.holders().size() || (is == null && people == 0);
    }

    private boolean hasEnded(Meeting meeting, IsoWeek week) {
        return lessons.ended().stream()
                .anyMatch(lesson -> lesson.time().weeks().contains(week) && isHeldAt(meeting, lesson));
    }

    /** Returns who is in the lesson that the school holds instead of that of a cancelled meeting, in the same week. */
    public List<StaffId> peopleInMovedLesson(ChangedDate cancelled) {
        Optional<Lesson> moved = movedLesson(cancelled);
        return after.difference().dates().stream()
                .filter(one -> moved.isPresent() && one.week().equals(cancelled.week()))
                .flatMap(one -> Stream.ofNullable(one.after()))
                .filter(one -> isHeldAt(one.meeting(), moved.orElseThrow()))
                .findFirst()
                .map(DatedMeeting::holders)
                .orElse(List.of());
    }

    /** Returns the lesson that the school holds instead of that of a cancelled meeting, at another time; empty if there is none. */
    public Optional<Lesson> movedLesson(ChangedDate cancelled) {
        DatedMeeting was = cancelled.before();
        return was == null || cancelled.after() != null
                ? Optional.empty()
                : lessons.pairs().stream()
                        .filter(LessonPair::isMoved)
                        .filter(pair -> pair.before().time().weeks().contains(cancelled.week()))
                        .filter(pair -> isHeldAt(was.meeting(), pair.before()))
                        .map(LessonPair::after)
                        .findFirst();
    }

    private static boolean isHeldAt(Meeting meeting, Lesson lesson) {
        return meeting.groupIds().equals(lesson.groupIds())
                && meeting.title().equals(lesson.title())
                && meeting.weekday() == lesson.time().weekday()
                && meeting.start().equals(lesson.time().start());
    }

    /** Returns the broken rules of a level that the plan did not break before. */
    public List<RuleViolation> newViolations(Level level) {
        var known = new ArrayList<>(before.violations());
        return after.violations().stream()
                .filter(one -> one.level() == level && !known.remove(one))
                .toList();
    }

    /** Returns the number of broken rules of a level. */
    public static long count(ChangedPlan plan, Level level) {
        return plan.violations().stream().filter(one -> one.level() == level).count();
    }
}
