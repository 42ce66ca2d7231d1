package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds impossible or scarce demands by counting, before any solve: people, hours and rooms against demands, and locks
 * against each other. The check is sound but incomplete: if a plan exists that legally fills every required seat and
 * room, it finds nothing; it may also find nothing where no such plan exists, because it looks at one moment, day or
 * week at a time. Capacities are upper bounds, compared with needs by maximum flow ({@link StaffingCalculator}).
 */
public final class CapacityPrecheck {
    /**
     * Returns shortages, with figures and the changes that are needed at least.
     *
     * @param problem a problem without errors
     * @param demands the demands of its interventions
     * @return warnings, which do not prevent a solve; empty if counting finds nothing
     */
    public List<Finding> precheck(Problem problem, List<Demand> demands) {
        var findings = new ArrayList<Finding>();
        findings.addAll(LockShortagePrecheck.findings(problem, demands));
        findings.addAll(new LongDayPrecheck(problem, demands).findings());
        findings.addAll(new RoomPrecheck(problem, demands).findings());
        findings.addAll(GroupPrecheck.findings(demands));
        findings.addAll(KeptApartPrecheck.findings(problem, demands));
        findings.addAll(new LockPrecheck(problem, demands).findings());
        return List.copyOf(findings);
    }
}
