package dk.grundskema.plugins.coteaching;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.plugins.coteaching.AskedFor.Pattern;
import dk.grundskema.plugins.coteaching.AskedFor.Taught;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules about how much co-teachers work in the fullest weeks of a span. */
final class BudgetRules {
    private record StaffAndWeek(StaffId staff, IsoWeek week) {}

    private record PoolAndWeek(String pool, IsoWeek week) {}

    private final AskedFor asked;
    private final CoTeachingFrame frame;
    private final FullWeeks fullWeeks;

    BudgetRules(AskedFor asked) {
        this.asked = asked;
        this.frame = asked.frame();
        this.fullWeeks = new FullWeeks(asked);
    }

    /** In no week has anybody more minutes than the budget, preparation in it. */
    Rule weekly() {
        Map<StaffAndWeek, Long> budgets = new HashMap<>();
        for (CoTeacher one : frame.parameters().pool()) {
            for (IsoWeek week : fullWeeks.all()) {
                budgets.put(new StaffAndWeek(one.staffId(), week), budget(one, week));
            }
        }
        return sum(CoTeachingRules.WEEKLY_BUDGET)
                .overSeats((seat, session, time, holder, entries) -> {
                    int minutes = minutes(seat, session);
                    if (minutes > 0 && frame.coTeacher(holder.id()) != null) {
                        fullWeeks
                                .of(session)
                                .forEach(week -> entries.add(new StaffAndWeek(holder.id(), week), minutes));
                    }
                })
                .cost((key, total) -> Math.max(0, total - budgets.getOrDefault((StaffAndWeek) key, Long.MAX_VALUE)));
    }

    /** Minutes that somebody may have in a week. */
    long budget(CoTeacher one, IsoWeek week) {
        if (one.lessonsPerWeek() != null) {
            return Math.round(one.lessonsPerWeek() * frame.parameters().lessonMinutes());
        }
        if (one.minutesPerWeek() != null) {
            return one.minutesPerWeek();
        }
        long own = 0;
        for (Lesson lesson : frame.problem().lessons()) {
            if (lesson.staffIds().contains(one.staffId())
                    && frame.schoolWeeks().open(lesson).contains(week)) {
                own += CoTeachingFrame.minutes(lesson);
            }
        }
        return Math.max(0, frame.contractMinutes(one.staffId()) - own);
    }

    /** What a seat of a lesson or preparation of ours counts in budgets; 0 for any other. */
    private int minutes(Seat seat, Session session) {
        Taught lesson = asked.taught(session);
        if (lesson != null) {
            return CoTeachingFrame.minutes(lesson.lesson());
        }
        Pattern pattern = asked.pattern(session);
        return pattern != null && seat.role().equals(CoTeachingExpansion.CO_TEACHER)
                ? frame.parameters().preparation().minutes(pattern.need().scheme())
                : 0;
    }

    /** In no week have those of a pool more minutes than its budget. */
    Rule pools() {
        Map<String, Long> budgets = new HashMap<>();
        for (PoolBudget pool : frame.parameters().pools()) {
            budgets.put(
                    pool.name(),
                    Math.round(pool.lessonsPerWeek() * frame.parameters().lessonMinutes()));
        }
        return sum(CoTeachingRules.POOL_BUDGET)
                .overSeats((seat, session, time, holder, entries) -> {
                    String pool = poolOf(holder);
                    int minutes = minutes(seat, session);
                    if (minutes > 0 && pool != null && budgets.containsKey(pool)) {
                        fullWeeks.of(session).forEach(week -> entries.add(new PoolAndWeek(pool, week), minutes));
                    }
                })
                .cost((key, total) ->
                        Math.max(0, total - budgets.getOrDefault(((PoolAndWeek) key).pool(), Long.MAX_VALUE)));
    }

    private @Nullable String poolOf(StaffMember holder) {
        CoTeacher entry = frame.coTeacher(holder.id());
        return entry == null ? null : entry.pool();
    }

    /** Whoever is to have a number of lessons at least has them: each minute that is missing in a full week costs 1. */
    Rule leastLessons() {
        SumRule.Builder rule = sum(CoTeachingRules.LEAST_LESSONS).overSeats((seat, session, time, holder, entries) -> {
            int minutes = minutes(seat, session);
            CoTeacher entry = frame.coTeacher(holder.id());
            if (minutes > 0 && entry != null && entry.leastLessonsPerWeek() > 0) {
                fullWeeks.of(session).forEach(week -> entries.add(new StaffAndWeek(holder.id(), week), minutes));
            }
        });
        Map<StaffId, Long> least = new HashMap<>();
        for (CoTeacher one : frame.parameters().pool()) {
            if (one.leastLessonsPerWeek() > 0) {
                least.put(
                        one.staffId(),
                        Math.round(
                                one.leastLessonsPerWeek() * frame.parameters().lessonMinutes()));
                fullWeeks.all().forEach(week -> rule.startingFrom(new StaffAndWeek(one.staffId(), week), 0));
            }
        }
        return rule.cost((key, total) -> Math.max(0, least.getOrDefault(((StaffAndWeek) key).staff(), 0L) - total));
    }
}
