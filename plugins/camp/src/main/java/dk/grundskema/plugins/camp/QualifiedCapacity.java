package dk.grundskema.plugins.camp;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes an upper bound of the team modules that a set of staff can cover, one of them in each module. At any time the bound is
 * limited by the number of staff and of teams; unavailability and the hours of a day or week reduce it. It is never below what a
 * plan can reach.
 */
final class QualifiedCapacity {
    private final CampContext context;
    private final Problem problem;
    private final List<StaffMember> people;
    private final Map<StaffId, List<Interval>> unavailable = new HashMap<>();

    QualifiedCapacity(CampContext context, Problem problem, List<StaffMember> people) {
        this.context = context;
        this.problem = problem;
        this.people = people;
        people.forEach(
                person -> unavailable.put(person.id(), person.availability().unavailableIntervals(problem.horizon())));
    }

    /** Returns the bound for several days of one week. */
    int coverableModules(List<CampContext.CampDay> days) {
        int byDays = days.stream().mapToInt(this::coverableModules).sum();
        int byPeople = people.stream()
                .mapToInt(person -> coverableInWeek(person, days))
                .sum();
        return Math.min(byDays, byPeople);
    }

    /** Returns the bound for one day. */
    int coverableModules(CampContext.CampDay day) {
        int byPeople =
                people.stream().mapToInt(person -> coverableOnDay(person, day)).sum();
        int byModules = 0;
        for (Block module : day.kind().teamModules()) {
            long there = people.stream()
                    .filter(person -> isAvailable(person, module, day))
                    .count();
            byModules += (int) Math.min(context.teams().size(), there);
        }
        return Math.min(byPeople, byModules);
    }

    private int coverableInWeek(StaffMember person, List<CampContext.CampDay> days) {
        int modules = days.stream().mapToInt(day -> coverableOnDay(person, day)).sum();
        Long limit = rulesOf(person).minutesPerWeek();
        int shortest = days.stream().mapToInt(this::shortestModule).min().orElse(1);
        return limit == null ? modules : (int) Math.min(modules, limit / shortest);
    }

    private int coverableOnDay(StaffMember person, CampContext.CampDay day) {
        int modules = (int) day.kind().teamModules().stream()
                .filter(module -> isAvailable(person, module, day))
                .count();
        Long limit = rulesOf(person).minutesPerDay();
        return limit == null ? modules : (int) Math.min(modules, limit / shortestModule(day));
    }

    /** Returns the working minutes of the day's shortest module, including preparation. */
    private int shortestModule(CampContext.CampDay day) {
        int preparation = context.parameters().preparationMinutesOf(Block.Kind.MODULE);
        return day.kind().teamModules().stream().mapToInt(Block::minutes).min().orElse(24 * 60) + preparation;
    }

    private boolean isAvailable(StaffMember person, Block module, CampContext.CampDay day) {
        var time = MeetingTime.on(day.date(), module.start(), module.end());
        Interval when = time.interval(day.week(), problem.horizon().zone());
        return unavailable.getOrDefault(person.id(), List.of()).stream().noneMatch(when::overlaps);
    }

    private WorkRules rulesOf(StaffMember person) {
        WorkRules own = person.work();
        WorkRules ofCamp = context.parameters().work();
        return own != null ? own : ofCamp != null ? ofCamp : problem.work();
    }
}
