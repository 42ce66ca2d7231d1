package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dk.grundskema.plugins.coteaching.CoTeacher;
import java.util.function.Predicate;

/** CP-SAT model of co-teaching at a school. Hard rules are constraints; medium and soft rules are costs. */
final class SchoolModel implements SearchableModel<SchoolModelSolution> {
    private final SchoolVariables variables;

    private SchoolModel(SchoolFacts facts, boolean isLegal) {
        variables = new SchoolVariables(facts);
        var cost = new SchoolObjective(facts.problem());
        addBudgets();
        for (CoTaughtClassFacts one : facts.classes()) {
            var rules = new SchoolClassCosts(variables, cost, one);
            rules.addMedium();
            if (!isLegal) {
                rules.addSoft();
            }
        }
        if (!isLegal) {
            new SchoolGapCosts(variables, cost).add();
        }
        cost.applyTo(variables.model());
    }

    /** Returns the model with all rules. */
    static SchoolModel of(SchoolFacts facts) {
        return new SchoolModel(facts, false);
    }

    /** Returns the model with hard and medium rules only. */
    static SchoolModel withoutSoftRules(SchoolFacts facts) {
        return new SchoolModel(facts, true);
    }

    private void addBudgets() {
        SchoolFacts facts = variables.facts();
        for (CoTeacher entry : facts.parameters().pool()) {
            for (int person = 0; person < facts.staff().size(); person++) {
                if (facts.staff().get(person).id().equals(entry.staffId())) {
                    addBudget(person, facts.budget(entry));
                }
            }
        }
    }

    /**
     * Limits the minutes of lessons and preparations as a co-teacher; the class's own teacher at a preparation does not count.
     */
    private void addBudget(int person, int budget) {
        var minutes = LinearExpr.newBuilder();
        for (SchoolVariables.PossibleDuty duty : variables.duties(person)) {
            if (variables.facts().seats().get(duty.seat()).role().equals("co-teacher")) {
                minutes.addTerm(duty.there(), duty.when().end() - duty.when().start());
            }
        }
        variables.model().addLessOrEqual(minutes.build(), budget);
    }

    @Override
    public SchoolModelSolution readSolution(Predicate<Literal> isTrue) {
        return SchoolModelSolution.of(variables, isTrue);
    }

    @Override
    public void hint(SchoolModelSolution chosen) {
        SchoolFacts facts = variables.facts();
        for (int seat = 0; seat < facts.seats().size(); seat++) {
            for (int person = 0; person < facts.staff().size(); person++) {
                BoolVar holds = variables.holderVariable(seat, person);
                if (holds != null) {
                    model().addHint(holds, chosen.holders()[seat] == person);
                }
            }
        }
        for (int i = 0; i < facts.sessions().size(); i++) {
            var session = facts.sessions().get(i);
            int at = chosen.times()[i];
            if (!session.isFixedInTime()) {
                for (int time = 0; time < session.times().size(); time++) {
                    model().addHint(variables.timeVariables(session).get(time), time == at);
                }
            }
            var room = chosen.rooms().get(i);
            variables.roomVariables(session).forEach((one, in) -> model().addHint(in, room.equals(one.value())));
        }
    }

    SchoolVariables variables() {
        return variables;
    }

    @Override
    public CpModel model() {
        return variables.model();
    }
}
