package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans camps of several weeks from morning to evening: each day follows a base timetable, modules have two adults, subjects are
 * spread over a team's modules. Source: Læringslokomotivet; guide to school-supporting interventions, part D.
 */
public final class CampPlugin implements InterventionPlugin<CampParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "camp",
            1,
            InterventionType.Category.SMALL_GROUP,
            "Læringslokomotivet: guidelines and recommendations; Guide to school-supporting interventions, part D");

    /** For the service loader. */
    public CampPlugin() {}

    @Override
    public InterventionType type() {
        return TYPE;
    }

    @Override
    public Class<CampParameters> parameterType() {
        return CampParameters.class;
    }

    @Override
    public List<Finding> validate(Intervention<CampParameters> intervention, Problem problem) {
        return CampValidation.of(intervention, problem);
    }

    /** Fills in dates, the base timetable and the number of teams, with the names of days, blocks and subjects. */
    @Override
    public CampParameters withExplicitDefaults(Intervention<CampParameters> intervention, Problem problem) {
        return CampDefaultsResolver.resolve(new CampContext(intervention, problem));
    }

    @Override
    public Demand expand(Intervention<CampParameters> intervention, Problem problem) {
        return CampExpansion.of(intervention, problem);
    }

    /** Returns the whole camp, including its weekends. */
    @Override
    public List<DateSpan> interruptions(Intervention<CampParameters> intervention, Problem problem) {
        var context = new CampContext(intervention, problem);
        return List.of(new DateSpan(context.firstDay(), context.lastDay()));
    }

    /** Takes a seat from the block of the session on all days of its kind; a block keeps at least one. */
    @Override
    public Optional<CampParameters> withOneSeatFewer(
            Intervention<CampParameters> intervention, Problem problem, SessionId session) {
        return FewerStaff.of(intervention, problem, session);
    }

    @Override
    public CampParameters withOneMorePerson(CampParameters parameters, StaffId person) {
        if (parameters.staff().isEmpty()) {
            return parameters;
        }
        var staff = new ArrayList<>(parameters.staff());
        staff.add(person);
        return parameters.withStaff(staff);
    }

    @Override
    public List<RuleType> ruleTypes() {
        return CampRules.TYPES;
    }

    @Override
    public List<Rule> rules(Intervention<CampParameters> intervention, Problem problem, Demand demand) {
        return CampRules.of(intervention, problem, demand);
    }

    @Override
    public List<Finding> precheck(Intervention<CampParameters> intervention, Problem problem, Demand demand) {
        return CampPrecheck.of(intervention, problem);
    }

    @Override
    public List<RuleViolation> check(Intervention<CampParameters> intervention, Problem problem, Timetable timetable) {
        return CampCheck.of(intervention, problem, timetable);
    }

    @Override
    public FidelityReport assess(Intervention<CampParameters> intervention, Problem problem, Timetable timetable) {
        return CampFidelity.of(intervention, problem, timetable);
    }

    @Override
    public Decoration decorate(Intervention<CampParameters> intervention, Problem problem) {
        return CampDecoration.of(intervention.parameters(), problem.language());
    }
}
