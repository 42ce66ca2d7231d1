package dk.grundskema.api.service.edit;

import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.history.CrossPlanFaultReader;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.api.service.plan.history.PlanFaultCache;
import dk.grundskema.domain.finding.Level;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the rule violations of plans for pages. */
@Component
public class PlanFaultReader {
    private final WorkbenchCache workbenchCache;
    private final EffectViewFactory effectViewFactory;
    private final PlanFaultCache faults;
    private final CrossPlanFaultReader crossPlanFaults;
    private final PlanStore plans;
    private final DocumentStore documents;

    PlanFaultReader(
            WorkbenchCache workbenchCache,
            EffectViewFactory effectViewFactory,
            PlanFaultCache faults,
            CrossPlanFaultReader crossPlanFaults,
            PlanStore plans,
            DocumentStore documents) {
        this.workbenchCache = workbenchCache;
        this.effectViewFactory = effectViewFactory;
        this.faults = faults;
        this.crossPlanFaults = crossPlanFaults;
        this.plans = plans;
        this.documents = documents;
    }

    /**
     * A violated rule.
     *
     * @param rule   id of the rule
     * @param name   name of the rule
     * @param level  level of the rule
     * @param places the violations; at least one
     */
    public record BrokenRule(String rule, String name, Level level, List<FaultText> places) {
        /** Copies the list. */
        public BrokenRule {
            places = List.copyOf(places);
        }
    }

    /**
     * A fault in words.
     *
     * @param key         key of the fault in addresses
     * @param text        description of the fault
     * @param isInMeeting whether the timetable marks a meeting for it
     */
    public record FaultText(String key, String text, boolean isInMeeting) {
        /** Returns the key only: the text may name people. */
        @Override
        public String toString() {
            return key;
        }
    }

    /**
     * Returns the hard and medium rules that a plan's timetable violates, by itself or together with other plans in use, hard ones first, formatted for the
     * caller. They contain as many places as the status of the plan counts faults, without seats of absent people.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException 404 if the plan does not exist, 409 if it has no timetable or a plugin is missing
     */
    public List<BrokenRule> findBrokenRules(PlanId plan, Caller caller) {
        TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
        RatedPlan rated = documents.ratedPlan(timetabledPlan.problem(), timetabledPlan.timetable());
        var spoken = effectViewFactory.forPlan(
                timetabledPlan.plan(), rated.problem(), rated.timetable().value(), caller);
        var formatter = new PlanStatusFormatter(spoken.texts());
        List<LocatedFault> own = faults.find(rated.problem(), rated.timetable()).all();
        List<LocatedFault> shared = crossPlanFaults
                .find(plans.revision(timetabledPlan.plan().head()))
                .all();
        return Stream.concat(
                        byRule(own).entrySet().stream()
                                .map(entry -> brokenRule(
                                        entry.getKey(), spoken.ruleName(entry.getKey()), entry.getValue(), formatter)),
                        byRule(shared).entrySet().stream()
                                .map(entry -> brokenRule(
                                        entry.getKey(),
                                        formatter.sharedRule(spoken.ruleName(entry.getKey())),
                                        entry.getValue(),
                                        formatter)))
                .sorted(Comparator.comparing(BrokenRule::level))
                .toList();
    }

    private static Map<String, List<LocatedFault>> byRule(List<LocatedFault> faults) {
        return faults.stream()
                .collect(Collectors.groupingBy(
                        one -> one.fault().violation().rule(), LinkedHashMap::new, Collectors.toList()));
    }

    private static BrokenRule brokenRule(
            String rule, String name, List<LocatedFault> faults, PlanStatusFormatter formatter) {
        PlanFault first = faults.getFirst().fault();
        return new BrokenRule(
                rule,
                name,
                first.violation().level(),
                faults.stream()
                        .map(one -> new FaultText(
                                one.key(),
                                formatter.describe(one.fault()),
                                !one.places().isEmpty()))
                        .toList());
    }
}
