package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** CP-SAT model of small groups. Hard rules are constraints; medium and soft rules are costs. */
final class GroupsModel implements SearchableModel<GroupsModelSolution> {
    private final GroupsVariables variables;

    private GroupsModel(GroupsFacts facts, boolean isLegal) {
        variables = new GroupsVariables(facts);
        var cost = new GroupsObjective(facts.problem());
        new GroupsMediumCosts(variables, cost).add();
        if (!isLegal) {
            new GroupsSoftCosts(variables, cost).add();
        }
        cost.applyTo(variables.model());
    }

    /** Returns the model with all rules. */
    static GroupsModel of(GroupsFacts facts) {
        return new GroupsModel(facts, false);
    }

    /** Returns the model with hard and medium rules only. */
    static GroupsModel withoutSoftRules(GroupsFacts facts) {
        return new GroupsModel(facts, true);
    }

    @Override
    public CpModel model() {
        return variables.model();
    }

    @Override
    public GroupsModelSolution readSolution(Predicate<Literal> isTrue) {
        var groups = new ArrayList<GroupsModelSolution.PlaceSolution>();
        for (int place = 0; place < variables.facts().places().size(); place++) {
            groups.add(new GroupsModelSolution.PlaceSolution(
                    trueIndices(variables.memberVariables(place), isTrue),
                    trueIndices(variables.meetsAt(place), isTrue),
                    chosenTutor(place, isTrue)));
        }
        return new GroupsModelSolution(groups);
    }

    private static List<Integer> trueIndices(List<BoolVar> some, Predicate<Literal> isTrue) {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < some.size(); i++) {
            if (isTrue.test(some.get(i))) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private @Nullable StaffId chosenTutor(int place, Predicate<Literal> isTrue) {
        for (StaffId tutor : variables.facts().poolOf(place).tutors()) {
            BoolVar isTutor = variables.isTutor(place, tutor);
            if (isTutor != null && isTrue.test(isTutor)) {
                return tutor;
            }
        }
        return null;
    }

    @Override
    public void hint(GroupsModelSolution chosen) {
        for (int place = 0; place < chosen.groups().size(); place++) {
            GroupsModelSolution.PlaceSolution one = chosen.groups().get(place);
            hint(variables.memberVariables(place), one.members());
            hint(variables.meetsAt(place), one.times());
            model().addHint(variables.isUsed(place), !one.members().isEmpty());
            for (StaffId tutor : variables.facts().poolOf(place).tutors()) {
                BoolVar isTutor = variables.isTutor(place, tutor);
                if (isTutor != null) {
                    model().addHint(isTutor, tutor.equals(one.tutor()));
                }
            }
        }
    }

    private void hint(List<BoolVar> some, List<Integer> numbers) {
        for (int i = 0; i < some.size(); i++) {
            model().addHint(some.get(i), numbers.contains(i));
        }
    }
}
