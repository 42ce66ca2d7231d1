package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.AcceptanceReport;
import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.StoredDocument.StoredTimetable;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.domain.finding.RuleViolation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lists the faults of timetables, once for each problem and timetable. The status, the list of faults and the marks in the timetable all read them here,
 * so that they never contradict.
 */
@Component
public class PlanFaultCache {
    private static final int CACHE_SIZE = 40;

    private final PluginPlanningFacade planning;
    private final LeastRecentlyUsedCache<List<String>, LocatedFaults> faults =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    PlanFaultCache(PluginPlanningFacade planning) {
        this.planning = planning;
    }

    /**
     * Returns the faults of a timetable.
     *
     * @param problem the problem by which the timetable is rated
     */
    public LocatedFaults find(StoredProblem problem, StoredTimetable timetable) {
        return faults.get(List.of(problem.hash(), timetable.hash()), fresh -> locate(problem, timetable));
    }

    private LocatedFaults locate(StoredProblem problem, StoredTimetable timetable) {
        List<RuleViolation> violations = planning.checkTimetable(problem.value(), timetable.value());
        List<PlanFault> all = PlanFault.findAll(planning, problem.value(), timetable.value(), violations);
        List<RuleViolation> concerned = AcceptanceReport.concernedViolations(problem.value(), violations);
        if (all.isEmpty() && concerned.isEmpty()) {
            return LocatedFaults.NONE;
        }
        List<OpenSeat> openSeats = concerned.isEmpty() // so none is accepted, and all are faults
                ? all.stream().flatMap(fault -> Stream.ofNullable(fault.seat())).toList()
                : OpenSeat.findAll(planning, problem.value(), timetable.value());
        String tag = LocatedFaults.tag(problem.hash() + timetable.hash());
        var locator = planning.violationLocator(problem.value(), timetable.value());
        return new LocatedFaults(
                all.stream()
                        .map(fault ->
                                new LocatedFault(tag + "-" + fault.number(), fault, locator.find(fault.violation())))
                        .toList(),
                concerned,
                openSeats);
    }
}
