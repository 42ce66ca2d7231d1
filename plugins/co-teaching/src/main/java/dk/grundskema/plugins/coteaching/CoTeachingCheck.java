package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Figure;
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
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
            check.lessonsADay(pattern);
            check.mainCoTeacher(pattern);
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
                    Figure.ofLack(LessonCountConverter.fromMinutes(missing, parameters)));
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

    /** On each day, the class has no fewer and no more co-taught lessons than required or asked as a guideline. */
    private void lessonsADay(FinishedPattern pattern) {
        ClassLimits limits = pattern.need().limits();
        if (limits == null || !limits.lessonsADay().isBinding()) {
            return;
        }
        Map<DayOfWeek, Long> outside = new EnumMap<>(DayOfWeek.class);
        for (IsoWeek week : pattern.weeks()) {
            Map<DayOfWeek, Integer> given = new EnumMap<>(DayOfWeek.class);
            for (HeldLesson held : pattern.lessons()) {
                if (held.meeting().weeks().contains(week)) {
                    given.merge(held.meeting().weekday(), held.isCoTaught() ? 1 : 0, Integer::sum);
                }
            }
            Integer most = limits.mostLessonsADay();
            given.forEach((day, lessons) -> {
                long few = limits.leastLessonsADay() - (long) lessons;
                long many = most == null ? 0 : (long) lessons - most;
                outside.merge(day, Math.max(0, Math.max(few, many)), Long::sum);
            });
        }
        outside.forEach((day, lessons) -> addBinding(
                "co-teaching.lessons-a-day",
                limits.lessonsADay(),
                lessons,
                lessons * pattern.priority(),
                pattern.need().groupId(),
                day,
                pattern.first()));
    }

    /** Who prepares with the class has as many of its lessons as any other co-teacher. */
    private void mainCoTeacher(FinishedPattern pattern) {
        RuleStrength strength = parameters.preparation().mainCoTeacher();
        Meeting preparation = pattern.preparation();
        if (preparation == null || !strength.isBinding()) {
            return;
        }
        Map<StaffId, Long> lessons = pattern.lessons().stream()
                .flatMap(held -> held.coTeachers().stream().limit(1))
                .collect(Collectors.groupingBy(who -> who, Collectors.counting()));
        long most = lessons.values().stream().mapToLong(Long::longValue).max().orElse(0);
        for (MeetingSeat seat : preparation.seats()) {
            StaffId who = seat.staffId();
            if (who != null && seat.role().equals("co-teacher")) {
                long behind =
                        (most - lessons.getOrDefault(who, 0L)) * pattern.weeks().size();
                addBinding(
                        "co-teaching.main-co-teacher",
                        strength,
                        behind,
                        behind,
                        pattern.need().groupId(),
                        who,
                        pattern.first());
            }
        }
    }

    /** Adds a violation of a rule of a chosen strength, whose amount as a guideline may differ. */
    private void addBinding(String rule, RuleStrength strength, long required, long asGuideline, Object... arguments) {
        if (required > 0 && strength == RuleStrength.REQUIREMENT) {
            addFault(rule + "-requirement", Level.HARD, required, arguments);
        } else if (asGuideline > 0 && strength == RuleStrength.GUIDELINE) {
            addFault(rule + "-guideline", Level.MEDIUM, asGuideline, arguments);
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
                    addIfOver(has, hours.budget(one, week), "co-teaching.weekly-budget", one.staffId(), week, faults);
                }
                for (PoolBudget pool : parameters.pools()) {
                    addIfOver(
                            hours.poolMinutes(pool, week),
                            hours.poolBudget(pool),
                            "co-teaching.pool-budget",
                            pool.name(),
                            week,
                            faults);
                }
            }
        }

        private static void addIfOver(
                long minutes, long budget, String rule, Object whose, IsoWeek week, List<RuleViolation> faults) {
            if (minutes > budget) {
                List<Object> arguments = List.of(whose, week, new Figure(minutes), new Figure(budget));
                faults.add(new RuleViolation(rule, Level.HARD, minutes - budget, arguments));
            }
        }
    }
}
