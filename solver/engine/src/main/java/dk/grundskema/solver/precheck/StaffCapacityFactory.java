package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates the capacities of a problem's staff, with their working-time rules and busy times. */
final class StaffCapacityFactory {
    private final Problem problem;
    private final StaffWorkRules workRules;
    private final Map<StaffId, List<Lesson>> taught = new HashMap<>();

    private StaffCapacityFactory(Problem problem, List<Demand> demands) {
        this.problem = problem;
        this.workRules = new StaffWorkRules(problem, demands);
        for (Lesson lesson : problem.lessons()) {
            lesson.staffIds().stream()
                    .distinct()
                    .forEach(person -> taught.computeIfAbsent(person, any -> new ArrayList<>())
                            .add(lesson));
        }
    }

    static List<StaffCapacity> createAll(Problem problem, List<Demand> demands) {
        var team = new StaffCapacityFactory(problem, demands);
        return problem.staff().stream().map(team::createWorker).toList();
    }

    private StaffCapacity createWorker(StaffMember person) {
        WorkRules rules = workRules.of(person);
        var zone = problem.horizon().zone();
        var busy = new ArrayList<>(person.availability().unavailableIntervals(problem.horizon()));
        var facts = new HashMap<LocalDate, Long>();
        for (Lesson lesson : taught.getOrDefault(person.id(), List.of())) {
            for (IsoWeek week : lesson.time().weeks()) {
                Interval interval = lesson.time().interval(week, zone);
                busy.add(interval);
                facts.merge(lesson.time().date(week), interval.minutes(), Long::sum);
            }
        }
        long before = Math.round(person.hoursAlreadyWorked() * 60)
                + facts.values().stream().mapToLong(Long::longValue).sum();
        var horizon = problem.horizon();
        int periods = 1 + rules.referencePeriod(horizon.firstDay(), horizon.lastDay());
        long left = Math.max(0, periods * rules.mostMinutesInReferencePeriod() - before);
        return new StaffCapacity(person.id(), 1, rules, busy, facts, left);
    }
}
