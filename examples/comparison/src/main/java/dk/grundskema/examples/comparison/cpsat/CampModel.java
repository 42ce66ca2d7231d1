package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import java.util.List;

/**
 * CP-SAT model of a camp. Hard rules are constraints; medium and soft rules are costs. Rooms are not part of it: they cost
 * nothing and nothing depends on them, so {@link CampPlanWriter} assigns them afterwards.
 */
final class CampModel {
    private final CampFacts facts;
    private final CampObjective cost;
    private final CpModel model = new CpModel();
    private final DutyVariables duties;
    private final SubjectConstraints subjects;
    private final TeamMemberConstraints members;

    private CampModel(CampFacts facts, CampObjective.Aim aim) {
        this.facts = facts;
        this.cost = new CampObjective(facts.problem(), aim);
        this.duties = new DutyVariables(facts, model);
        var staffing = new StaffingConstraints(duties, cost);
        staffing.add();
        new RestConstraints(duties).add();
        if (cost.hasSoft()) {
            new FairShareCosts(duties, cost).add();
            new GapCosts(duties, cost).add();
            new TeamFamiliarityCosts(duties, cost).add();
        }
        this.subjects = new SubjectConstraints(duties, staffing, cost);
        subjects.add();
        this.members = new TeamMemberConstraints(facts, model, cost);
        members.add();
    }

    /** Returns the model of a camp with all rules. */
    static CampModel of(CampFacts facts) {
        return new CampModel(facts, CampObjective.Aim.BEST).applyObjective();
    }

    /** Returns the model of a camp with its hard and medium rules only, all of which must hold. */
    static CampModel withoutSoftRules(CampFacts facts) {
        return new CampModel(facts, CampObjective.Aim.LEGAL).applyObjective();
    }

    /**
     * Returns the model of a camp that is to differ little from an earlier plan. The caller adds what counts as a difference.
     */
    static CampModel forLeastChange(CampFacts facts) {
        return new CampModel(facts, CampObjective.Aim.LEAST_CHANGED);
    }

    /** Sets the model's objective. */
    CampModel applyObjective() {
        cost.applyTo(model);
        return this;
    }

    CampObjective cost() {
        return cost;
    }

    /** Starts from the decisions of a smaller model's solution. */
    void hint(CampModelSolution chosen) {
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
            subjects.hostVariables().get(course).forEach((host, here) -> model.addHint(here, hosts.contains(host)));
        }
        for (int grouping = 0; grouping < chosen.groupOf().size(); grouping++) {
            BoolVar[][] in = members.membership().get(grouping);
            for (int student = 0; student < in.length; student++) {
                for (int group = 0; group < in[student].length; group++) {
                    model.addHint(in[student][group], chosen.groupOf().get(grouping)[student] == group);
                }
            }
        }
    }

    /** Starts from a complete solution of this model: the values of all variables in order. */
    void hint(List<Long> values) {
        var hint = model.getBuilder().getSolutionHintBuilder().clear();
        for (int variable = 0; variable < values.size(); variable++) {
            hint.addVars(variable).addValues(values.get(variable));
        }
    }

    /** Returns whether each of its solutions is without medium faults. */
    boolean isLegal() {
        return cost.aim() == CampObjective.Aim.LEGAL;
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

    SubjectConstraints subjects() {
        return subjects;
    }

    TeamMemberConstraints members() {
        return members;
    }
}
