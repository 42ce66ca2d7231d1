package dk.grundskema.solver.check;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.util.List;
import java.util.TreeSet;

/**
 * Checks that students take part only when they are available. Meetings of a group that the student joined may reach into a week in which the student is not
 * there at all, as a night does: the group has the student in the weeks before it or after it alone. Meetings that name several students are held in such a week
 * without this one.
 */
final class StudentAvailabilityCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (Student student : plan.problem().students()) {
            List<Interval> unavailable = AvailabilityCheck.unavailable(student.availability(), plan);
            List<Interval> away = weeksAway(student, plan);
            for (Duty duty : plan.timelines().of(student.id())) {
                if (!duty.isFact() && !mayMiss(duty)) {
                    faults.hard(
                            "core.student-unavailable",
                            !away.isEmpty()
                                            && (isOneOfSeveral(duty, student.id())
                                                    || isOfJoinedGroup(duty, student.id(), plan))
                                    ? overlapWithout(duty.interval(), unavailable, away)
                                    : AvailabilityCheck.overlap(duty.interval(), unavailable),
                            student.id(),
                            duty.date());
                }
            }
        }
    }

    private static boolean mayMiss(Duty duty) {
        CheckedMeeting held = duty.held();
        return held != null && held.session() != null && held.session().absenceAllowed();
    }

    /** Returns the weeks in which a student is away from Monday to Sunday, as intervals. */
    private static List<Interval> weeksAway(Student student, CheckedPlan plan) {
        return student.availability().weeksAway(plan.problem().horizon()).stream()
                .flatMap(week -> new Period(
                                week.date(DayOfWeek.MONDAY), week.date(DayOfWeek.SUNDAY), new TreeSet<>(), null, null)
                        .intervals(plan.problem().horizon()).stream())
                .toList();
    }

    /** Returns whether a meeting names a student together with a group or another student. */
    private static boolean isOneOfSeveral(Duty duty, StudentId student) {
        CheckedMeeting held = duty.held();
        if (held == null || !held.meeting().studentIds().contains(student)) {
            return false;
        }
        int named =
                held.meeting().groupIds().size() + held.meeting().studentIds().size();
        return named > 1;
    }

    private static boolean isOfJoinedGroup(Duty duty, StudentId student, CheckedPlan plan) {
        CheckedMeeting held = duty.held();
        return held != null
                && plan.demanded().groupings().stream()
                        .flatMap(grouping -> grouping.groups().stream())
                        .map(Group::id)
                        .anyMatch(group -> held.meeting().groupIds().contains(group)
                                && plan.attendance().members(group).contains(student)
                                && !plan.attendance().isGiven(group, student));
    }

    /** Returns the minutes of an interval that lie in some intervals but not in others. */
    private static long overlapWithout(Interval interval, List<Interval> some, List<Interval> others) {
        long minutes = 0;
        for (Interval one : some) {
            long start = Math.max(interval.start(), one.start());
            long end = Math.min(interval.end(), one.end());
            if (start < end) {
                minutes += end - start - AvailabilityCheck.overlap(new Interval(start, end), others);
            }
        }
        return minutes;
    }
}
