package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import java.util.List;

/**
 * A camp as a model of CP-SAT: hard rules are constraints, medium and soft ones costs. Rooms aren't in it: they cost nothing and
 * depend on nothing else, so that {@link PlanWriter} hands them out afterwards.
 */
final class CampModel {
    private final CampFacts facts;
    private final Cost cost;
    private final CpModel model = new CpModel();
    private final DutyVariables duties;
    private final SubjectRules subjects;
    private final MemberRules members;

    private CampModel(CampFacts facts, Cost.Aim aim) {
        this.facts = facts;
        this.cost = new Cost(facts.problem(), aim);
        this.duties = new DutyVariables(facts, model);
        var staffing = new StaffingRules(duties, cost);
        staffing.add();
        new RestConstraints(duties).add();
        if (cost.hasSoft()) {
            new FairShareCosts(duties, cost).add();
            new GapCosts(duties, cost).add();
            new FaceCosts(duties, cost).add();
        }
        this.subjects = new SubjectRules(duties, staffing, cost);
        subjects.add();
        this.members = new MemberRules(facts, model, cost);
        members.add();
    }

    /** The model of a camp with all rules. */
    static CampModel of(CampFacts facts) {
        return new CampModel(facts, Cost.Aim.BEST).complete();
    }

    /** The model of a camp with its hard and medium rules alone, none of which may be broken. */
    static CampModel legal(CampFacts facts) {
        return new CampModel(facts, Cost.Aim.LEGAL).complete();
    }

    /** The model of a camp that is to differ little from an earlier plan; what counts as difference is still to be added. */
    static CampModel leastChanged(CampFacts facts) {
        return new CampModel(facts, Cost.Aim.LEAST_CHANGED);
    }

    /** Gives the model its aim. */
    CampModel complete() {
        cost.applyTo(model);
        return this;
    }

    Cost cost() {
        return cost;
    }

    /** Begins from what a solution of a smaller model decided. */
    void hint(Chosen chosen) {
        for (int block = 0; block < facts.held().size(); block++) {
            for (int person = 0; person < facts.staff().size(); person++) {
                BoolVar duty = duties.duty(block, person);
                if (duty != null) {
                    model.addHint(duty, chosen.onDuty().get(block).contains(person));
                }
            }
        }
        for (int course = 0; course < chosen.hosts().size(); course++) {
            List<Integer> hosts = chosen.hosts().get(course);
            subjects.placed().get(course).forEach((host, here) -> model.addHint(here, hosts.contains(host)));
        }
        for (int grouping = 0; grouping < chosen.groupOf().size(); grouping++) {
            BoolVar[][] in = members.joined().get(grouping);
            for (int student = 0; student < in.length; student++) {
                for (int group = 0; group < in[student].length; group++) {
                    model.addHint(in[student][group], chosen.groupOf().get(grouping)[student] == group);
                }
            }
        }
    }

    /** Begins from a whole solution of this model: the values of all variables in order. */
    void hint(List<Long> values) {
        var hint = model.getBuilder().getSolutionHintBuilder().clear();
        for (int variable = 0; variable < values.size(); variable++) {
            hint.addVars(variable).addValues(values.get(variable));
        }
    }

    /** Whether each of its solutions lacks nothing. */
    boolean isLegal() {
        return cost.aim() == Cost.Aim.LEGAL;
    }

    CpModel model() {
        return model;
    }

    CampFacts facts() {
        return facts;
    }

    DutyVariables duties() {
        return duties;
    }

    SubjectRules subjects() {
        return subjects;
    }

    MemberRules members() {
        return members;
    }
}
