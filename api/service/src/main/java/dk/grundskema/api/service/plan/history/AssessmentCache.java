package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.change.Absence;
import java.util.List;
import org.springframework.stereotype.Component;

/** Assesses the fidelity of timetables, and caches it because several pages show it. */
@Component
public class AssessmentCache {
    private static final int CACHE_SIZE = 20;

    private final PluginPlanningFacade planning;
    private final CommitmentResolver commitments;
    private final AbsenceSource absences;
    private final LeastRecentlyUsedCache<List<Object>, PlanFidelity> assessments =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    AssessmentCache(PluginPlanningFacade planning, CommitmentResolver commitments, AbsenceSource absences) {
        this.planning = planning;
        this.commitments = commitments;
        this.absences = absences;
    }

    /** Returns how far a timetable meets the requirements of a problem's interventions. */
    public PlanFidelity assess(StoredDocument.StoredProblem problem, StoredDocument.StoredTimetable timetable) {
        return assessments.get(
                List.of(problem.hash(), timetable.hash()),
                fresh -> planning.assessFidelity(problem.value(), timetable.value()));
    }

    /** Returns what the reasons of {@link #explain} depend on besides the timetable: equal texts mean equal reasons. */
    public String surroundings(Plan plan, StoredDocument.StoredProblem problem) {
        return commitments.withCommitments(plan, problem).hash() + " "
                + absences.findAbsences(plan.id()).stream()
                        .map(away -> away.staffId() + " " + away.from() + " " + away.until())
                        .toList();
    }

    /**
     * Returns the same for the timetable of a plan, with reasons that know what keeps people away besides it: their duties in other plans, and recorded
     * absences.
     */
    public PlanFidelity explain(
            Plan plan, StoredDocument.StoredProblem problem, StoredDocument.StoredTimetable timetable) {
        PlanFidelity fidelity = assess(problem, timetable);
        StoredDocument.StoredProblem busy = commitments.withCommitments(plan, problem);
        List<Absence> away = absences.findAbsences(plan.id());
        return away.isEmpty() && busy.hash().equals(problem.hash())
                ? fidelity
                : assessments.get(List.of(problem.hash(), timetable.hash(), busy.hash(), away), fresh -> {
                    Problem present = RecordedAbsences.withoutOpenSeats(
                            problem.value().withStaff(busy.value().staff()), timetable.value(), away);
                    return new PlanFidelity(fidelity.everyPlan(), planning.fidelityReports(present, timetable.value()))
                            .accepting(problem.value().acceptedShortfalls());
                });
    }
}
