package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.fidelity.PlanFidelity;
import java.util.List;
import org.springframework.stereotype.Component;

/** Caches the fidelity assessment of timetables, because several pages show it. */
@Component
public class AssessmentCache {
    private static final int CACHE_SIZE = 20;

    private final PluginPlanningFacade planning;
    private final LeastRecentlyUsedCache<List<String>, PlanFidelity> assessments =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    AssessmentCache(PluginPlanningFacade planning) {
        this.planning = planning;
    }

    /** Returns how far a timetable meets the requirements of a problem's interventions. */
    public PlanFidelity assess(StoredDocument.StoredProblem problem, StoredDocument.StoredTimetable timetable) {
        return assessments.get(
                List.of(problem.hash(), timetable.hash()),
                fresh -> planning.assessFidelity(problem.value(), timetable.value()));
    }
}
