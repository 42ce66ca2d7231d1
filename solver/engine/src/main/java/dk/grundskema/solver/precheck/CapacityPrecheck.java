package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Says before anything is solved what is impossible or short, by counting: people, hours and rooms against what is asked
 * for, and what the planner fixed against itself. It never exaggerates: if some plan fills every required seat and room legally, it finds nothing. It may find nothing
 * where there is no such plan, for it looks at one moment, day or week at a time.
 */
public final class CapacityPrecheck {
    /**
     * What is short, with figures and the smallest changes that would do.
     *
     * @param problem a problem without errors
     * @param demands what its interventions demand
     * @return warnings, none of which stops a solve; empty if counting finds nothing
     */
    public List<Finding> precheck(Problem problem, List<Demand> demands) {
        var findings = new ArrayList<Finding>();
        findings.addAll(StaffingPrecheck.of(problem, demands).findings());
        findings.addAll(new RoomPrecheck(problem, demands).findings());
        findings.addAll(GroupPrecheck.findings(demands));
        findings.addAll(new LockPrecheck(problem, demands).findings());
        return List.copyOf(findings);
    }
}
