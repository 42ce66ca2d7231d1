package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.check.StrictestWorkRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The working-time rules of staff before a solve, and where the problem has them. */
final class StaffWorkRules {
    private final Problem problem;
    private final List<Demand> demands;
    private final Map<StaffId, WorkRules> demanded = new HashMap<>();
    private final Set<StaffId> teachers = new HashSet<>();

    StaffWorkRules(Problem problem, List<Demand> demands) {
        this.problem = problem;
        this.demands = demands;
        demands.forEach(demand ->
                demand.work().forEach((person, rules) -> demanded.merge(person, rules, StrictestWorkRules::of)));
        problem.lessons().forEach(lesson -> teachers.addAll(lesson.staffIds()));
    }

    WorkRules of(StaffMember person) {
        WorkRules own = person.work();
        return own != null ? own : demanded.getOrDefault(person.id(), problem.work());
    }

    /** Returns a hard limit of somebody without lessons; empty otherwise, since lessons may go beyond a limit. */
    Optional<DutyLimit> limitWithoutLessons(StaffId person, Function<WorkRules, @Nullable DutyLimit> limit) {
        return teachers.contains(person)
                ? Optional.empty()
                : problem.staffMember(person).map(this::of).map(limit).filter(found -> found.level() == Level.HARD);
    }

    /**
     * Returns a pointer to the rules that a limit of a person is from: the person's own, those of an intervention, or the problem's.
     *
     * @param limit the limit in question
     */
    String pointer(StaffId person, Function<WorkRules, @Nullable DutyLimit> limit) {
        DutyLimit applied = problem.staffMember(person).map(this::of).map(limit).orElse(null);
        for (int i = 0; i < problem.staff().size(); i++) {
            StaffMember one = problem.staff().get(i);
            if (one.id().equals(person) && one.work() != null) {
                return "/staff/" + i + "/work";
            }
        }
        return demands.stream()
                .filter(demand -> {
                    WorkRules asked = demand.work().get(person);
                    return asked != null && Objects.equals(limit.apply(asked), applied);
                })
                .flatMap(demand -> demand.sessions().stream())
                .findFirst()
                .map(session -> "/interventions/" + indexOf(session.intervention()) + "/parameters/work")
                .orElse("/work");
    }

    private int indexOf(InterventionId intervention) {
        return problem.interventions().stream().map(Intervention::id).toList().indexOf(intervention);
    }
}
