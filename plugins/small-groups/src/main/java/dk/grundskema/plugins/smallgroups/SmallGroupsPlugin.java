package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.List;

/** Small groups with a tutor beside ordinary lessons. Source: guide to school-supporting interventions, part C. */
public final class SmallGroupsPlugin implements InterventionPlugin<SmallGroupsParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "small-groups",
            1,
            InterventionType.Category.SMALL_GROUP,
            "Guide to school-supporting interventions, part C");

    /** For the service loader. */
    public SmallGroupsPlugin() {}

    @Override
    public InterventionType type() {
        return TYPE;
    }

    @Override
    public Class<SmallGroupsParameters> parameterType() {
        return SmallGroupsParameters.class;
    }

    @Override
    public List<Finding> validate(Intervention<SmallGroupsParameters> intervention, Problem problem) {
        return SmallGroupsValidation.of(intervention, problem);
    }

    @Override
    public Demand expand(Intervention<SmallGroupsParameters> intervention, Problem problem) {
        return SmallGroupsExpansion.of(intervention, problem, List.of());
    }

    @Override
    public Demand expand(
            Intervention<SmallGroupsParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        return SmallGroupsExpansion.of(intervention, problem, interruptions);
    }

    @Override
    public List<RuleType> ruleTypes() {
        return List.of();
    }

    @Override
    public List<Rule> rules(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        return List.of();
    }

    @Override
    public List<Finding> precheck(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        return List.of();
    }

    @Override
    public List<Fault> check(Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        return List.of();
    }
}
