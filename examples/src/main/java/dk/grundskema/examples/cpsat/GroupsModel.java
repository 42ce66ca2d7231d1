package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Small groups as a model of CP-SAT: hard rules are constraints, medium and soft ones costs. */
final class GroupsModel implements Searched<GroupsChosen> {
    private final GroupsVariables variables;

    private GroupsModel(GroupsFacts facts, boolean isLegal) {
        variables = new GroupsVariables(facts);
        var cost = new GroupsCost(facts.problem());
        new GroupsMediumRules(variables, cost).add();
        if (!isLegal) {
            new GroupsSoftRules(variables, cost).add();
        }
        cost.applyTo(variables.model());
    }

    /** The model with all rules. */
    static GroupsModel of(GroupsFacts facts) {
        return new GroupsModel(facts, false);
    }

    /** The model with hard and medium rules alone. */
    static GroupsModel legal(GroupsFacts facts) {
        return new GroupsModel(facts, true);
    }

    @Override
    public CpModel model() {
        return variables.model();
    }

    @Override
    public GroupsChosen chosen(Predicate<Literal> isTrue) {
        var groups = new ArrayList<GroupsChosen.OfPlace>();
        for (int place = 0; place < variables.facts().places().size(); place++) {
            groups.add(new GroupsChosen.OfPlace(
                    numbers(variables.members(place), isTrue),
                    numbers(variables.meets(place), isTrue),
                    tutor(place, isTrue)));
        }
        return new GroupsChosen(groups);
    }

    private static List<Integer> numbers(List<BoolVar> some, Predicate<Literal> isTrue) {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < some.size(); i++) {
            if (isTrue.test(some.get(i))) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private @Nullable StaffId tutor(int place, Predicate<Literal> isTrue) {
        for (StaffId tutor : variables.facts().poolOf(place).tutors()) {
            BoolVar isTutor = variables.has(place, tutor);
            if (isTutor != null && isTrue.test(isTutor)) {
                return tutor;
            }
        }
        return null;
    }

    @Override
    public void hint(GroupsChosen chosen) {
        for (int place = 0; place < chosen.groups().size(); place++) {
            GroupsChosen.OfPlace one = chosen.groups().get(place);
            hint(variables.members(place), one.members());
            hint(variables.meets(place), one.times());
            model().addHint(variables.used(place), !one.members().isEmpty());
            for (StaffId tutor : variables.facts().poolOf(place).tutors()) {
                BoolVar isTutor = variables.has(place, tutor);
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
