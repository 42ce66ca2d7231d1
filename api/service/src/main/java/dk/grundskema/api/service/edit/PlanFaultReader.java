package dk.grundskema.api.service.edit;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the rule violations of plans for pages. */
@Component
public class PlanFaultReader {
    private final WorkbenchCache workbenchCache;
    private final EffectViewFactory effectViewFactory;
    private final PluginPlanningFacade planning;
    private final DocumentStore documents;

    PlanFaultReader(
            WorkbenchCache workbenchCache,
            EffectViewFactory effectViewFactory,
            PluginPlanningFacade planning,
            DocumentStore documents) {
        this.workbenchCache = workbenchCache;
        this.effectViewFactory = effectViewFactory;
        this.planning = planning;
        this.documents = documents;
    }

    /**
     * A violated rule.
     *
     * @param rule   id of the rule
     * @param name   name of the rule
     * @param level  level of the rule
     * @param places descriptions of the violations; at least one
     */
    public record BrokenRule(String rule, String name, Level level, List<String> places) {
        /** Copies the list. */
        public BrokenRule {
            places = List.copyOf(places);
        }
    }

    /**
     * Returns the hard and medium rules that a plan's timetable violates, hard ones first, formatted for the caller.
     *
     * @throws dk.grundskema.api.service.http.RefusalException 404 if the plan does not exist, 409 if it has no timetable or a plugin is missing
     */
    public List<BrokenRule> findBrokenRules(PlanId plan, Caller caller) {
        TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
        Timetable timetable = timetabledPlan.timetable().value();
        StoredDocument.StoredProblem judge =
                documents.findRatingProblem(timetabledPlan.problem(), timetabledPlan.timetable());
        var spoken = effectViewFactory.forPlan(timetabledPlan.plan(), judge, timetable, caller);
        Map<String, List<EffectViews.PlaceView>> byRule =
                spoken.places(planning.checkTimetable(judge.value(), timetable)).stream()
                        .collect(Collectors.groupingBy(
                                EffectViews.PlaceView::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.values().stream()
                .map(all -> new BrokenRule(
                        all.getFirst().rule(),
                        all.getFirst().name(),
                        all.getFirst().level(),
                        all.stream().map(EffectViews.PlaceView::text).toList()))
                .sorted(Comparator.comparing(BrokenRule::level))
                .toList();
    }
}
