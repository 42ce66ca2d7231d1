package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.RequiredSupport;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans co-teaching: lessons of an existing timetable get a second adult, classes a fixed hour of shared preparation. Source:
 * guide to school-supporting interventions, part A; KL: Brøndbyvester, Fløng, Genner.
 */
public final class CoTeachingPlugin implements InterventionPlugin<CoTeachingParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "co-teaching",
            1,
            InterventionType.Category.IN_CLASS,
            "Guide to school-supporting interventions, part A; KL: A school that can do more for more");

    /** One colour for lessons, muted ones for meetings of adults. The choice is ours. */
    private static final Decoration MARKS = DecorationBuilder.empty()
            .kind(CoTeachingExpansion.LESSON, "teaching", 0x1F5FA8)
            .kind(CoTeachingExpansion.PREPARATION, "preparation", 0x6B5B00)
            .kind(RecurringMeetingDemand.ADVISORS, "meeting", 0x4F5660)
            .kind(RecurringMeetingDemand.SUPERVISION, "meeting", 0x7B3AA3)
            .build();

    /** For the service loader. */
    public CoTeachingPlugin() {}

    @Override
    public InterventionType type() {
        return TYPE;
    }

    @Override
    public Class<CoTeachingParameters> parameterType() {
        return CoTeachingParameters.class;
    }

    @Override
    public List<Finding> validate(Intervention<CoTeachingParameters> intervention, Problem problem) {
        return CoTeachingValidation.of(intervention, problem);
    }

    @Override
    public Demand expand(Intervention<CoTeachingParameters> intervention, Problem problem) {
        return CoTeachingExpansion.of(intervention, problem, List.of());
    }

    @Override
    public Demand expand(
            Intervention<CoTeachingParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        return CoTeachingExpansion.of(intervention, problem, interruptions);
    }

    @Override
    public List<RuleType> ruleTypes() {
        return CoTeachingRules.TYPES;
    }

    @Override
    public List<Rule> rules(Intervention<CoTeachingParameters> intervention, Problem problem, Demand demand) {
        return CoTeachingRules.of(intervention, problem, demand);
    }

    @Override
    public List<Finding> precheck(Intervention<CoTeachingParameters> intervention, Problem problem, Demand demand) {
        return CoTeachingPrecheck.of(intervention, problem, demand);
    }

    @Override
    public List<RuleViolation> check(
            Intervention<CoTeachingParameters> intervention, Problem problem, Timetable timetable) {
        return CoTeachingCheck.of(intervention, problem, timetable);
    }

    @Override
    public List<RequiredSupport> requiredSupport(
            Intervention<CoTeachingParameters> intervention, Problem problem, Demand demand, Timetable timetable) {
        return RequiredCoTeaching.of(intervention, new FinishedCoTeaching(intervention, problem, timetable));
    }

    @Override
    public FidelityReport assess(
            Intervention<CoTeachingParameters> intervention, Problem problem, Timetable timetable) {
        return CoTeachingFidelity.of(intervention, problem, timetable);
    }

    @Override
    public Decoration decorate(Intervention<CoTeachingParameters> intervention, Problem problem) {
        return MARKS;
    }

    @Override
    public List<InputList> lists() {
        return CoTeachingLists.lists();
    }

    @Override
    public Optional<InputList.CellOrigin> originInLists(String pointer) {
        return CoTeachingLists.origin(pointer);
    }

    @Override
    public Map<String, Object> fromLists(Map<String, List<Map<String, Object>>> rows) {
        return CoTeachingLists.parameters(rows);
    }
}
