package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.CpModel;
import dk.grundskema.domain.problem.Problem;

/**
 * A camp as a model of CP-SAT: hard rules are constraints, medium and soft ones costs. Rooms aren't in it: they cost nothing and
 * depend on nothing else, so that {@link PlanWriter} hands them out afterwards.
 */
final class CampModel {
    private final CampFacts facts;
    private final CpModel model = new CpModel();
    private final DutyVariables duties;
    private final SubjectRules subjects;
    private final MemberRules members;
    private final Cost cost;

    private CampModel(Problem problem) {
        this.facts = CampFacts.of(problem);
        this.cost = new Cost(problem);
        this.duties = new DutyVariables(facts, model);
        var staffing = new StaffingRules(duties, cost);
        staffing.add();
        new RestConstraints(duties).add();
        new FairShareCosts(duties, cost).add();
        new GapCosts(duties, cost).add();
        new FaceCosts(duties, cost).add();
        this.subjects = new SubjectRules(duties, staffing, cost);
        subjects.add();
        this.members = new MemberRules(facts, model, cost);
        members.add();
        cost.minimise(model);
    }

    /**
     * The model of a problem.
     *
     * @throws IllegalArgumentException if the problem has something that the model doesn't carry
     */
    static CampModel of(Problem problem) {
        return new CampModel(problem);
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
