package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Explains why a class has less than requested: returns the reason that takes the least work to change. */
final class ShortageExplainer {
    private final CoTeachingParameters parameters;
    private final FinishedHours hours;
    private final FreeTime time;

    ShortageExplainer(
            CoTeachingParameters parameters, Problem problem, Timetable timetable, FinishedCoTeaching finished) {
        this.parameters = parameters;
        this.hours = finished.hours();
        this.time = new FreeTime(problem);
        for (Meeting meeting : timetable.meetings()) {
            for (MeetingSeat seat : meeting.seats()) {
                if (seat.staffId() != null && !seat.role().equals("teacher")) {
                    time.addBusyTime(seat.staffId(), meeting.time());
                }
            }
        }
    }

    /** Returns the reason why a class has fewer minutes than wanted in a span. */
    Reason explain(FinishedPattern pattern, long wanted) {
        if (pattern.need().scheme() != CoTeachingType.TWO_ALWAYS && pattern.askedMinutes() < wanted) {
            if (pattern.givenMinutes() >= pattern.askedMinutes()) {
                return Reason.of("co-teaching.why.asked-less", pattern.askedLessons());
            }
        }
        if (pattern.allMinutes() < wanted) {
            return Reason.of(
                    "co-teaching.why.few-lessons", LessonCountConverter.fromMinutes(pattern.allMinutes(), parameters));
        }
        var qualified = qualified(pattern.need());
        if (qualified.isEmpty()) {
            return Reason.of("co-teaching.why.nobody-qualified", pattern.need().scheme());
        }
        return explainAmongQualified(pattern, qualified);
    }

    private Reason explainAmongQualified(FinishedPattern pattern, List<CoTeacher> qualified) {
        Set<StaffId> free = new TreeSet<>();
        Set<StaffId> able = new TreeSet<>();
        long alone = 0;
        for (HeldLesson held : pattern.lessons()) {
            if (held.isCoTaught()) {
                continue;
            }
            alone++;
            for (CoTeacher one : qualified) {
                if (couldBeIn(held, one)) {
                    free.add(one.staffId());
                    if (hasHours(one, held)) {
                        able.add(one.staffId());
                    }
                }
            }
        }
        if (!able.isEmpty()) {
            return Reason.of("co-teaching.why.could-have", List.copyOf(able));
        }
        return free.isEmpty()
                ? Reason.of("co-teaching.why.nobody-free", alone)
                : Reason.of("co-teaching.why.no-budget", List.copyOf(free));
    }

    private List<CoTeacher> qualified(ClassNeed need) {
        return parameters.pool().stream()
                .filter(one -> one.isQualified(need.scheme())
                        && !need.never().contains(one.staffId())
                        && !one.neverClasses().contains(need.groupId()))
                .toList();
    }

    private boolean couldBeIn(HeldLesson held, CoTeacher one) {
        return !held.lesson().staffIds().contains(one.staffId())
                && held.lesson().staffIds().stream().noneMatch(one.neverColleagues()::contains)
                && time.isFree(one.staffId(), held.meeting().time());
    }

    /**
     * Returns whether the budgets of the co-teacher and the pool allow the lesson in each of the fullest weeks in which it is
     * held.
     */
    private boolean hasHours(CoTeacher one, HeldLesson held) {
        for (IsoWeek week : hours.fullestWeeks()) {
            if (!held.meeting().weeks().contains(week)) {
                continue;
            }
            if (minutesLeft(one, week) < held.length() || minutesLeftInPool(one, week) < held.length()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the minutes left of a co-teacher's budget in a week. */
    private long minutesLeft(CoTeacher one, IsoWeek week) {
        return hours.budget(one, week) - hours.minutesOf(week).getOrDefault(one.staffId(), 0L);
    }

    private long minutesLeftInPool(CoTeacher one, IsoWeek week) {
        for (PoolBudget pool : parameters.pools()) {
            if (pool.name().equals(one.pool())) {
                return hours.poolBudget(pool) - hours.poolMinutes(pool, week);
            }
        }
        return Long.MAX_VALUE;
    }
}
