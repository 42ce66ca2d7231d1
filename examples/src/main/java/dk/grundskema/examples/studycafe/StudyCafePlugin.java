package dk.grundskema.examples.studycafe;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;

/** The study café: found by the service loader, as any plugin. */
public final class StudyCafePlugin implements InterventionPlugin<StudyCafeParameters> {
    private static final InterventionType TYPE =
            new InterventionType("study-cafe", 1, InterventionType.Category.AROUND, "an example of ours");

    /** For the service loader. */
    public StudyCafePlugin() {}

    @Override
    public InterventionType type() {
        return TYPE;
    }

    @Override
    public Class<StudyCafeParameters> parameterType() {
        return StudyCafeParameters.class;
    }

    @Override
    public List<Finding> validate(Intervention<StudyCafeParameters> intervention, Problem problem) {
        StudyCafeParameters cafe = intervention.parameters();
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < cafe.students().size(); i++) {
            if (problem.student(cafe.students().get(i)).isEmpty()) {
                findings.add(Finding.error(
                        "study-cafe.unknown-student",
                        "/parameters/students/" + i,
                        cafe.students().get(i)));
            }
        }
        if (StudyCafeDemand.times(cafe, problem.horizon()).isEmpty()) {
            findings.add(Finding.error("study-cafe.no-time", "/parameters/weekdays"));
        }
        return List.copyOf(findings);
    }

    @Override
    public Demand expand(Intervention<StudyCafeParameters> intervention, Problem problem) {
        return StudyCafeDemand.of(intervention, problem);
    }

    @Override
    public List<RuleType> ruleTypes() {
        return StudyCafeRules.TYPES;
    }

    @Override
    public List<Rule> rules(Intervention<StudyCafeParameters> intervention, Problem problem, Demand demand) {
        return StudyCafeRules.of(intervention.parameters(), demand);
    }

    @Override
    public List<Finding> precheck(Intervention<StudyCafeParameters> intervention, Problem problem, Demand demand) {
        int asked = intervention.parameters().timesAWeek();
        int weekdays = intervention.parameters().weekdays().size();
        return asked > weekdays
                ? List.of(Finding.warning("study-cafe.too-few-weekdays", "/parameters/weekdays", asked, weekdays))
                : List.of();
    }

    @Override
    public List<Fault> check(Intervention<StudyCafeParameters> intervention, Problem problem, Timetable timetable) {
        return StudyCafeCheck.of(intervention, problem, timetable);
    }

    @Override
    public FidelityReport assess(Intervention<StudyCafeParameters> intervention, Problem problem, Timetable timetable) {
        return StudyCafeFidelity.of(intervention, problem.horizon().allWeeks(), timetable);
    }
}
