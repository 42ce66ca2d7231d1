package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.SpanLesson;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Declares the rules about the hours of co-teachers in the fullest weeks of a span. */
final class BudgetRules {
    private record StaffAndWeek(StaffId staff, IsoWeek week) {}

    private record PoolAndWeek(String pool, IsoWeek week) {}

    private final CoTeachingDemandIndex demandIndex;
    private final CoTeachingContext context;
    private final FullestWeeks fullWeeks;

    BudgetRules(CoTeachingDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
        this.context = demandIndex.context();
        this.fullWeeks = new FullestWeeks(demandIndex);
    }

    /** No co-teacher exceeds the budget in any week, including preparation. */
    Rule weeklyBudget() {
        Map<StaffAndWeek, Long> budgets = new HashMap<>();
        for (CoTeacher one : context.parameters().pool()) {
            for (IsoWeek week : fullWeeks.all()) {
                budgets.put(new StaffAndWeek(one.staffId(), week), budget(one, week));
            }
        }
        return sum(CoTeachingRules.WEEKLY_BUDGET)
                .overSeats((seat, session, time, holder, entries) -> {
                    int minutes = budgetMinutes(seat, session);
                    if (minutes > 0 && context.coTeacher(holder.id()) != null) {
                        fullWeeks
                                .of(session)
                                .forEach(week -> entries.add(new StaffAndWeek(holder.id(), week), minutes));
                    }
                })
                .figures((key, total) -> List.of(
                        new Figure(total), new Figure(budgets.getOrDefault((StaffAndWeek) key, Long.MAX_VALUE))))
                .cost((key, total) -> Math.max(0, total - budgets.getOrDefault((StaffAndWeek) key, Long.MAX_VALUE)));
    }

    /** Returns a co-teacher's budget in a week, in minutes. */
    long budget(CoTeacher one, IsoWeek week) {
        if (one.lessonsPerWeek() != null) {
            return Math.round(one.lessonsPerWeek() * context.parameters().lessonMinutes());
        }
        if (one.minutesPerWeek() != null) {
            return one.minutesPerWeek();
        }
        long own = 0;
        for (Lesson lesson : context.problem().lessons()) {
            if (lesson.staffIds().contains(one.staffId())
                    && context.schoolWeeks().openWeeks(lesson).contains(week)) {
                own += CoTeachingContext.minutes(lesson);
            }
        }
        return Math.max(0, context.contractMinutes(one.staffId()) - own);
    }

    /** Returns the minutes that a seat of the intervention's lessons or preparations counts in budgets; 0 for any other seat. */
    private int budgetMinutes(Seat seat, Session session) {
        SpanLesson lesson = demandIndex.findLesson(session);
        if (lesson != null) {
            return CoTeachingContext.minutes(lesson.lesson());
        }
        ClassPattern pattern = demandIndex.patternOf(session);
        return pattern != null && seat.role().equals(CoTeachingExpansion.CO_TEACHER)
                ? context.parameters().preparation().minutes(pattern.need().scheme())
                : 0;
    }

    /** A pool's members together do not exceed its budget in any week. */
    Rule poolBudget() {
        Map<String, Long> budgets = new HashMap<>();
        for (PoolBudget pool : context.parameters().pools()) {
            budgets.put(
                    pool.name(),
                    Math.round(pool.lessonsPerWeek() * context.parameters().lessonMinutes()));
        }
        return sum(CoTeachingRules.POOL_BUDGET)
                .overSeats((seat, session, time, holder, entries) -> {
                    int minutes = budgetMinutes(seat, session);
                    String pool = minutes > 0 ? poolOf(holder) : null;
                    if (pool != null && budgets.containsKey(pool)) {
                        fullWeeks.of(session).forEach(week -> entries.add(new PoolAndWeek(pool, week), minutes));
                    }
                })
                .figures((key, total) -> List.of(
                        new Figure(total),
                        new Figure(budgets.getOrDefault(((PoolAndWeek) key).pool(), Long.MAX_VALUE))))
                .cost((key, total) ->
                        Math.max(0, total - budgets.getOrDefault(((PoolAndWeek) key).pool(), Long.MAX_VALUE)));
    }

    private @Nullable String poolOf(StaffMember holder) {
        CoTeacher entry = context.coTeacher(holder.id());
        return entry == null ? null : entry.pool();
    }

    /** A co-teacher with a minimum number of lessons reaches it. Costs 1 for each missing minute in a full week. */
    Rule minimumLessonsPerCoTeacher() {
        SumRule.Builder rule = sum(CoTeachingRules.LEAST_LESSONS).overSeats((seat, session, time, holder, entries) -> {
            int minutes = budgetMinutes(seat, session);
            CoTeacher entry = minutes > 0 ? context.coTeacher(holder.id()) : null;
            if (entry != null && entry.leastLessonsPerWeek() > 0) {
                fullWeeks.of(session).forEach(week -> entries.add(new StaffAndWeek(holder.id(), week), minutes));
            }
        });
        Map<StaffId, Long> least = new HashMap<>();
        for (CoTeacher one : context.parameters().pool()) {
            if (one.leastLessonsPerWeek() > 0) {
                least.put(
                        one.staffId(),
                        Math.round(
                                one.leastLessonsPerWeek() * context.parameters().lessonMinutes()));
                fullWeeks.all().forEach(week -> rule.initialTotal(new StaffAndWeek(one.staffId(), week), 0));
            }
        }
        return rule.cost((key, total) -> Math.max(0, least.getOrDefault(((StaffAndWeek) key).staff(), 0L) - total));
    }
}
