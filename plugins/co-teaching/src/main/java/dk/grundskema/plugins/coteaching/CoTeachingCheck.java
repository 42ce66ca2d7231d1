package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Re-derives the hard and medium rules of co-teaching from parameters, lessons and finished timetable alone. It deliberately
 * shares no code with the expansion or the rules.
 */
final class CoTeachingCheck {
    private final CoTeachingParameters parameters;
    private final FinishedCoTeaching finished;
    private final List<RuleViolation> faults = new ArrayList<>();

    private CoTeachingCheck(Intervention<CoTeachingParameters> intervention, Problem problem, Timetable timetable) {
        this.parameters = intervention.parameters();
        this.finished = new FinishedCoTeaching(intervention, problem, timetable);
    }

    static List<RuleViolation> of(
            Intervention<CoTeachingParameters> intervention, Problem problem, Timetable timetable) {
        var check = new CoTeachingCheck(intervention, problem, timetable);
        check.finished.deviatingIds().forEach(what -> check.addFault("co-teaching.timetable", Level.HARD, 1, what));
        new BudgetCheck(check.parameters, check.finished.hours()).addTo(check.faults);
        for (FinishedPattern pattern : check.finished.patterns()) {
            check.checkPeople(pattern);
            check.checkMinimumLessons(pattern);
            check.preparation(pattern);
            check.secondRooms(pattern);
        }
        return List.copyOf(check.faults);
    }

    /** Each assigned co-teacher is in the pool, qualified and not vetoed. */
    private void checkPeople(FinishedPattern pattern) {
        for (HeldLesson held : pattern.lessons()) {
            for (StaffId who : held.coTeachers()) {
                checkPerson(pattern.need(), held.meeting(), held.lesson().staffIds(), who);
            }
        }
        Meeting preparation = pattern.preparation();
        if (preparation != null) {
            for (MeetingSeat seat : preparation.seats()) {
                if (seat.staffId() != null && seat.role().equals("co-teacher")) {
                    checkPerson(pattern.need(), preparation, List.of(), seat.staffId());
                }
            }
        }
    }

    private void checkPerson(ClassNeed need, Meeting meeting, List<StaffId> teachers, StaffId who) {
        boolean qualified = false;
        boolean vetoed = need.never().contains(who);
        for (CoTeacher one : parameters.pool()) {
            if (one.staffId().equals(who)) {
                qualified = one.schemes().isEmpty() || one.schemes().contains(need.scheme());
                vetoed |= one.neverClasses().contains(need.groupId());
                vetoed |= one.neverColleagues().stream().anyMatch(teachers::contains);
            }
        }
        if (!qualified) {
            addFault("co-teaching.unqualified", Level.HARD, 1, meeting.sessionId(), who);
        }
        if (vetoed) {
            addFault("co-teaching.veto", Level.HARD, 1, meeting.sessionId(), who);
        }
    }

    private void checkMinimumLessons(FinishedPattern pattern) {
        if (pattern.need().scheme() == CoTeachingType.TWO_ALWAYS) {
            for (HeldLesson held : pattern.lessons()) {
                if (held.coTeachers().isEmpty()) {
                    addFault(
                            "co-teaching.two-adults",
                            Level.MEDIUM,
                            held.minutes() * weight(pattern),
                            held.meeting().sessionId(),
                            held.meeting().weeks().first());
                }
            }
            return;
        }
        long missing = pattern.askedMinutes() - pattern.givenMinutes();
        if (missing > 0) {
            addFault(
                    "co-teaching.minimum",
                    Level.MEDIUM,
                    missing * weight(pattern),
                    pattern.need().groupId(),
                    pattern.first(),
                    missing);
        }
    }

    private static long weight(FinishedPattern pattern) {
        return (long) pattern.weeks().size() * pattern.priority();
    }

    private void preparation(FinishedPattern pattern) {
        int minutes = pattern.preparationMinutes();
        long asked =
                pattern.need().scheme() == CoTeachingType.TWO_ALWAYS ? pattern.allMinutes() : pattern.askedMinutes();
        long counted = Math.min(asked, pattern.givenMinutes());
        if (minutes > 0 && counted > 0 && !pattern.isPrepared()) {
            long amount = minutes * weight(pattern) * counted / asked;
            addFault(
                    "co-teaching.preparation",
                    Level.MEDIUM,
                    amount == 0 ? 1 : amount,
                    pattern.need().groupId(),
                    pattern.first(),
                    minutes);
        }
    }

    private void secondRooms(FinishedPattern pattern) {
        for (HeldLesson held : pattern.lessons()) {
            Set<Object> rooms = new HashSet<>(held.meeting().extraRoomIds());
            rooms.removeAll(held.lesson().extraRoomIds());
            if (held.isParallel() && !held.coTeachers().isEmpty() && rooms.isEmpty()) {
                long amount = held.minutes() * weight(pattern) / 4;
                addFault(
                        "co-teaching.second-room",
                        Level.MEDIUM,
                        amount == 0 ? 1 : amount,
                        held.meeting().sessionId());
            }
        }
    }

    private void addFault(String rule, Level level, long amount, Object... arguments) {
        faults.add(new RuleViolation(rule, level, amount, List.of(arguments)));
    }

    /** Checks the budgets of staff and pools in the fullest weeks. */
    private record BudgetCheck(CoTeachingParameters parameters, FinishedHours hours) {
        void addTo(List<RuleViolation> faults) {
            for (IsoWeek week : hours.fullestWeeks()) {
                Map<StaffId, Long> minutes = hours.minutesOf(week);
                for (CoTeacher one : parameters.pool()) {
                    long has = minutes.getOrDefault(one.staffId(), 0L);
                    addIfOver(has - hours.budget(one, week), "co-teaching.weekly-budget", one.staffId(), week, faults);
                }
                for (PoolBudget pool : parameters.pools()) {
                    long over = hours.poolMinutes(pool, week) - hours.poolBudget(pool);
                    addIfOver(over, "co-teaching.pool-budget", pool.name(), week, faults);
                }
            }
        }

        private static void addIfOver(
                long minutes, String rule, Object whose, IsoWeek week, List<RuleViolation> faults) {
            if (minutes > 0) {
                faults.add(new RuleViolation(rule, Level.HARD, minutes, List.of(whose, week)));
            }
        }
    }
}
