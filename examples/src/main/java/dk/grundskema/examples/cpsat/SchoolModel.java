package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dk.grundskema.plugins.coteaching.CoTeacher;
import java.util.function.Predicate;

/** Co-teaching at a school as a model of CP-SAT: hard rules are constraints, medium and soft ones costs. */
final class SchoolModel implements Searched<SchoolChosen> {
    private final SchoolVariables variables;

    private SchoolModel(SchoolFacts facts, boolean isLegal) {
        variables = new SchoolVariables(facts);
        var cost = new SchoolCost(facts.problem());
        budgets();
        for (CoveredByModel one : facts.classes()) {
            var rules = new SchoolClassRules(variables, cost, one);
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

    /** The model with all rules. */
    static SchoolModel of(SchoolFacts facts) {
        return new SchoolModel(facts, false);
    }

    /** The model with hard and medium rules alone. */
    static SchoolModel legal(SchoolFacts facts) {
        return new SchoolModel(facts, true);
    }

    private void budgets() {
        SchoolFacts facts = variables.facts();
        for (CoTeacher entry : facts.parameters().pool()) {
            for (int person = 0; person < facts.staff().size(); person++) {
                if (facts.staff().get(person).id().equals(entry.staffId())) {
                    budget(person, facts.budget(entry));
                }
            }
        }
    }

    /** Lessons and preparations as a co-teacher; the class's own teacher at a preparation isn't one. */
    private void budget(int person, int budget) {
        var minutes = LinearExpr.newBuilder();
        for (SchoolVariables.Duty duty : variables.duties(person)) {
            if (variables.facts().seats().get(duty.seat()).role().equals("co-teacher")) {
                minutes.addTerm(duty.there(), duty.when().end() - duty.when().start());
            }
        }
        variables.model().addLessOrEqual(minutes.build(), budget);
    }

    @Override
    public SchoolChosen chosen(Predicate<Literal> isTrue) {
        return SchoolChosen.of(variables, isTrue);
    }

    @Override
    public void hint(SchoolChosen chosen) {
        SchoolFacts facts = variables.facts();
        for (int seat = 0; seat < facts.seats().size(); seat++) {
            for (int person = 0; person < facts.staff().size(); person++) {
                BoolVar holds = variables.holds(seat, person);
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
                    model().addHint(variables.placed(session).get(time), time == at);
                }
            }
            var room = chosen.rooms().get(i);
            variables.rooms(session).forEach((one, in) -> model().addHint(in, room.equals(one.value())));
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
