package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.SupportLimits;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks that no student has more support in addition to ordinary lessons on a day or in a week than the limits allow. */
final class SupportCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        SupportLimits limits = plan.problem().support();
        for (Student student : plan.problem().students()) {
            Map<LocalDate, Long> days = new TreeMap<>();
            Map<IsoWeek, Long> weeks = new TreeMap<>();
            for (Duty duty : plan.timelines().of(student.id())) {
                long minutes = minutes(plan, duty, student.id());
                if (minutes > 0) {
                    days.merge(duty.date(), minutes, Long::sum);
                    weeks.merge(duty.week(), minutes, Long::sum);
                }
            }
            days.forEach((date, minutes) ->
                    checkLimit("core.support-a-day", minutes, limits.minutesPerDay(), student, date, faults));
            weeks.forEach((week, minutes) ->
                    checkLimit("core.support-a-week", minutes, limits.minutesPerWeek(), student, week, faults));
        }
    }

    private static void checkLimit(
            String rule, long minutes, long most, Student student, Object when, CoreViolations faults) {
        faults.medium(rule, minutes - most, student.id(), when, Figure.ofMinutes(minutes), Figure.ofMinutes(most));
    }

    /** Returns the minutes of each student over all weeks; students without any are left out. */
    static SortedMap<StudentId, Long> minutes(CheckedPlan plan) {
        SortedMap<StudentId, Long> all = new TreeMap<>();
        plan.timelines().forEachMeetingOfStudents((student, duty) -> {
            long minutes = minutes(plan, duty, student);
            if (minutes > 0) {
                all.merge(student, minutes, Long::sum);
            }
        });
        return all;
    }

    /** Returns the minutes of a duty that are support outside the student's lessons. */
    private static long minutes(CheckedPlan plan, Duty duty, StudentId student) {
        CheckedMeeting held = duty.held();
        if (held == null || !plan.support().isBesideLessons(held.meeting().interventionId(), duty.date())) {
            return 0;
        }
        Interval time = duty.interval();
        var beside = new BitSet();
        beside.set(0, (int) time.minutes());
        Session session = held.session();
        if (session != null) {
            for (LessonId id : session.inside()) {
                plan.problem().lesson(id).ifPresent(lesson -> excludeLesson(plan, lesson, student, duty, beside));
            }
        }
        return beside.cardinality();
    }

    private static void excludeLesson(CheckedPlan plan, Lesson lesson, StudentId student, Duty duty, BitSet beside) {
        IsoWeek own = duty.week();
        for (IsoWeek week : lesson.time().weeks()) {
            if (Math.abs(own.until(week)) > 1) {
                continue; // a lesson lasts at most 16 hours
            }
            Interval taught = lesson.time().interval(week, plan.zone());
            if (taught.overlaps(duty.interval())
                    && plan.attendance()
                            .students(lesson.groupIds(), lesson.studentIds(), week)
                            .contains(student)) {
                int from = (int) Math.max(0, taught.start() - duty.start());
                beside.clear(from, (int) Math.max(from, taught.end() - duty.start()));
            }
        }
    }
}
