package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.timetable.PseudonymousIds;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates name resolvers for the elements of problems. Names of students are disclosed according to the caller's permissions. */
@Component
public class NameResolverFactory {
    private static final int CACHE_SIZE = 40;

    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;
    private final LeastRecentlyUsedCache<String, List<Demand>> demands = LeastRecentlyUsedCache.create(CACHE_SIZE);

    private final LeastRecentlyUsedCache<List<String>, PseudonymousIds> pseudonymousIdsCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    NameResolverFactory(PluginPlanningFacade planning, RequestTexts requestTexts) {
        this.planning = planning;
        this.requestTexts = requestTexts;
    }

    /** Returns how students of an organisation are named for a caller. */
    public static PlanNameResolver.StudentNaming studentNaming(Caller caller, OrganisationId organisation) {
        return StudentNameDisclosure.maySeeNamesRecordingAccess(caller, organisation)
                ? PlanNameResolver.StudentNaming.NAMES
                : PlanNameResolver.StudentNaming.NUMBERS;
    }

    /** Returns the demands of a valid problem's interventions. Cached, because expanding them is slow in large schools. */
    public List<Demand> demands(StoredDocument.StoredProblem problem) {
        return demands.get(problem.hash(), fresh -> planning.expandDemands(problem.value()));
    }

    /** Caches the demands of one problem for another that has the same interventions. Expanding a large school takes longer than an edit. */
    public void shareDemands(StoredDocument.StoredProblem problem, StoredDocument.StoredProblem other) {
        demands.put(problem.hash(), demands(other));
    }

    /** Returns the names in a valid problem, with texts in the caller's language. */
    public PlanNameResolver names(StoredDocument.StoredProblem problem, PlanNameResolver.StudentNaming students) {
        return new PlanNameResolver(requestTexts.texts(), problem.value(), demands(problem), students);
    }

    /** Returns the names in a problem that may be invalid, without those from interventions. */
    public PlanNameResolver bareNames(Problem problem, PlanNameResolver.StudentNaming students) {
        return new PlanNameResolver(requestTexts.texts(), problem, List.of(), students);
    }

    /**
     * Returns pseudonymous ids for a valid problem and timetable, for callers who may not see students.
     *
     * @param timetable timetable of the {@link RatedPlan}, since the hash is that of the stored one; {@code null} means none
     */
    public PseudonymousIds numberedIds(
            StoredDocument.StoredProblem problem, StoredDocument.@Nullable StoredTimetable timetable) {
        return pseudonymousIdsCache.get(
                List.of(problem.hash(), timetable == null ? "" : timetable.hash()),
                fresh -> PseudonymousIds.of(
                        problem.value(), demands(problem), timetable == null ? null : timetable.value()));
    }

    /** Returns pseudonymous ids for a plan as it is shown, for callers who may not see students. */
    public PseudonymousIds numberedIds(RatedPlan plan) {
        return numberedIds(plan.problem(), plan.timetable());
    }

    /** Returns texts in the caller's language that resolve names of a valid problem. */
    public Texts texts(StoredDocument.StoredProblem problem, PlanNameResolver.StudentNaming students) {
        return requestTexts.texts().withNames(names(problem, students));
    }
}
