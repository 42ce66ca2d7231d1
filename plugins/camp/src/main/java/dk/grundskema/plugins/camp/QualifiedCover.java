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
 * How many of the teams' modules some people can cover, one of them in each: no more at once than there are people or teams, none of
 * them while unavailable or beyond the hours of a day or week. Never less than a plan can reach.
 */
final class QualifiedCover {
    private final CampFrame frame;
    private final Problem problem;
    private final List<StaffMember> people;
    private final Map<StaffId, List<Interval>> unavailable = new HashMap<>();

    QualifiedCover(CampFrame frame, Problem problem, List<StaffMember> people) {
        this.frame = frame;
        this.problem = problem;
        this.people = people;
        people.forEach(
                person -> unavailable.put(person.id(), person.availability().unavailable(problem.horizon())));
    }

    /** In all of some days of one week. */
    int of(List<CampFrame.Day> days) {
        int byDays = days.stream().mapToInt(this::of).sum();
        int byPeople = people.stream().mapToInt(person -> ofWeek(person, days)).sum();
        return Math.min(byDays, byPeople);
    }

    /** On one day. */
    int of(CampFrame.Day day) {
        int byPeople = people.stream().mapToInt(person -> ofDay(person, day)).sum();
        int byModules = 0;
        for (Block module : day.kind().teamModules()) {
            long there = people.stream()
                    .filter(person -> isAvailable(person, module, day))
                    .count();
            byModules += (int) Math.min(frame.teams().size(), there);
        }
        return Math.min(byPeople, byModules);
    }

    private int ofWeek(StaffMember person, List<CampFrame.Day> days) {
        int modules = days.stream().mapToInt(day -> ofDay(person, day)).sum();
        Integer hours = rulesOf(person).hoursPerWeek();
        int shortest = days.stream().mapToInt(this::shortestModule).min().orElse(1);
        return hours == null ? modules : Math.min(modules, hours * 60 / shortest);
    }

    private int ofDay(StaffMember person, CampFrame.Day day) {
        int modules = (int) day.kind().teamModules().stream()
                .filter(module -> isAvailable(person, module, day))
                .count();
        Integer hours = rulesOf(person).hoursPerDay();
        return hours == null ? modules : Math.min(modules, hours * 60 / shortestModule(day));
    }

    /** Minutes of work in a day's shortest module, preparation included. */
    private int shortestModule(CampFrame.Day day) {
        int preparation = frame.parameters().preparationOf(Block.Kind.MODULE);
        return day.kind().teamModules().stream().mapToInt(Block::minutes).min().orElse(24 * 60) + preparation;
    }

    private boolean isAvailable(StaffMember person, Block module, CampFrame.Day day) {
        var time = MeetingTime.on(day.date(), module.start(), module.end());
        Interval when = time.interval(day.week(), problem.horizon().zone());
        return unavailable.getOrDefault(person.id(), List.of()).stream().noneMatch(when::overlaps);
    }

    private WorkRules rulesOf(StaffMember person) {
        WorkRules own = person.work();
        WorkRules ofCamp = frame.parameters().work();
        return own != null ? own : ofCamp != null ? ofCamp : problem.work();
    }
}
